import { type ExplanationLanguage, explainedLines, formatRupiah, stepText } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import { capital, metricWords } from '../advice/words.js';
import { inHundredths, percentage } from './amounts.js';
import type { ProgramCellAsked, ProgramExplanation } from './explanation.js';
import { adviceKinds } from './words.js';

/**
 * An explanation as lines of text: what was asked and the value, as of when, and the steps, numbered. Events that count bear `+`, others
 * `-`, what was worked out `=`, what was found `>`, and what is missing `?`.
 */
export function programExplanationText(explanation: ProgramExplanation, language: ExplanationLanguage): string {
  const { cell, value, asOf, steps } = explanation;
  const lines = steps.map((step) =>
    step.kind === 'finding' ? `> ${step.sentence[language]}` : stepText(step, language),
  );
  return explainedLines({ title: titleOf(cell), value: valueText(cell, value), asOf }, lines, language);
}

function titleOf(cell: ProgramCellAsked): Bilingual {
  const { programId } = cell;
  switch (cell.of) {
    case 'advice': {
      const { evaluationId } = cell;
      return evaluationId === undefined
        ? { en: `Advice on the programme ${programId}`, id: `Saran untuk program ${programId}` }
        : {
            en: `Advice on the programme ${programId}, by the evaluation ${evaluationId}`,
            id: `Saran untuk program ${programId}, menurut evaluasi ${evaluationId}`,
          };
    }
    case 'improvement': {
      const { evaluationId } = cell;
      const name = capital(metricWords(cell.metric, cell.service));
      return {
        en: `${name.en}, improvement in the evaluation ${evaluationId} of the programme ${programId}`,
        id: `${name.id}, perbaikan dalam evaluasi ${evaluationId} atas program ${programId}`,
      };
    }
    case 'learningGain':
      return {
        en: `Gain in the tests, evaluation ${cell.evaluationId} of the programme ${programId}`,
        id: `Peningkatan nilai tes, evaluasi ${cell.evaluationId} atas program ${programId}`,
      };
    case 'behaviour':
      return {
        en: `Behaviour at work, evaluation ${cell.evaluationId} of the programme ${programId}`,
        id: `Perilaku di tempat kerja, evaluasi ${cell.evaluationId} atas program ${programId}`,
      };
    case 'costPerParticipant':
      return {
        en: `Cost of the programme ${programId} per completed place`,
        id: `Biaya program ${programId} per tempat yang diselesaikan`,
      };
    case 'budget':
      return { en: `Spent on the programme ${programId}`, id: `Realisasi anggaran program ${programId}` };
  }
}

function valueText({ of }: ProgramCellAsked, value: ProgramExplanation['value']): Bilingual {
  if (value === null) return { en: 'not told', id: 'tidak dapat disebutkan' };
  if (typeof value === 'string') return adviceKinds[value];
  switch (of) {
    case 'improvement':
      return percentage(value);
    case 'learningGain': {
      const { en, id } = inHundredths(value);
      return { en: `${en} points`, id: `${id} poin` };
    }
    case 'behaviour': {
      const { en, id } = inHundredths(value);
      return { en: `${en} of 5`, id: `${id} dari 5` };
    }
    default:
      return { en: formatRupiah(value), id: formatRupiah(value) };
  }
}
