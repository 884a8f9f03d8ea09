import { type ExplanationLanguage, explainedLines, formatJp, formatScore, stepText } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import type { CellAsked, Explanation } from './explanation.js';
import { dimensions } from './words.js';

/**
 * An explanation as lines of text: what was asked and the value, as of when, and the steps, numbered. Events that count bear `+`, others
 * `-`, and what is missing `?`.
 */
export function explanationText({ cell, value, asOf, steps }: Explanation, language: ExplanationLanguage): string {
  const lines = steps.map((step) => stepText(step, language));
  return explainedLines({ title: titleOf(cell), value: valueText(cell, value), asOf }, lines, language);
}

function titleOf(cell: CellAsked): Bilingual {
  const { employeeId } = cell;
  switch (cell.of) {
    case 'level':
      return { en: `Level of ${employeeId} in ${cell.competency}`, id: `Level ${employeeId} pada ${cell.competency}` };
    case 'gap':
      return {
        en: `Gap of ${employeeId} in ${cell.competency}`,
        id: `Kesenjangan ${employeeId} pada ${cell.competency}`,
      };
    case 'jp':
      return { en: `JP of ${employeeId} in the calendar year`, id: `JP ${employeeId} pada tahun kalender` };
    case 'jpCeiling':
      return {
        en: `JP assigned to ${employeeId} in the contract year`,
        id: `JP yang ditugaskan kepada ${employeeId} dalam tahun kontrak`,
      };
    case 'jpm':
      return { en: `Job-person match of ${employeeId}`, id: `Kesesuaian ${employeeId} dengan jabatan (JPM)` };
    case 'ipAsn': {
      const { dimension } = cell;
      if (dimension === undefined) {
        return { en: `IP ASN of ${employeeId}, points known`, id: `IP ASN ${employeeId}, nilai yang sudah diketahui` };
      }
      return {
        en: `IP ASN of ${employeeId}, ${dimensions[dimension].en}`,
        id: `IP ASN ${employeeId}, dimensi ${dimensions[dimension].id}`,
      };
    }
  }
}

function valueText({ of }: CellAsked, value: number | null): Bilingual {
  if (value === null) return { en: 'not known', id: 'belum diketahui' };
  switch (of) {
    case 'level':
      return { en: String(value), id: String(value) };
    case 'gap':
      return { en: `${value} ${value === 1 ? 'level' : 'levels'}`, id: `${value} level` };
    case 'jp':
    case 'jpCeiling':
      return { en: `${formatJp(value)} JP`, id: `${formatJp(value)} JP` };
    case 'jpm':
      return { en: `${formatScore(value)}%`, id: `${formatScore(value)}%` };
    case 'ipAsn':
      return { en: formatScore(value), id: formatScore(value) };
  }
}
