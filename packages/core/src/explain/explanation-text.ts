import type { Bilingual, Instant } from '@pembinaan/event-sourcing';
import type { LocalDate } from '../values/index.js';
import type { Step } from './steps.js';

/** The language of an explanation: Indonesian or English. */
export type ExplanationLanguage = 'en' | 'id';

/** As of when something is explained. */
export interface ExplainedAsOf {
  readonly effective: LocalDate;
  /** Null where everything is known that is recorded now. */
  readonly recorded: Instant | null;
  /** The position of the log up to which it was read; null for an empty one. */
  readonly position: string | null;
}

/** What was asked and the value, as of when, and the steps, numbered: as lines of text. */
export function explainedLines(
  { title, value, asOf }: { readonly title: Bilingual; readonly value: Bilingual; readonly asOf: ExplainedAsOf },
  steps: readonly string[],
  language: ExplanationLanguage,
): string {
  const { effective, recorded, position } = asOf;
  const known = {
    en: recorded === null ? 'by everything that is recorded' : `as known at ${recorded}`,
    id: recorded === null ? 'menurut semua yang tercatat' : `sebagaimana diketahui pada ${recorded}`,
  };
  const at = { en: `up to position ${position} of the log`, id: `sampai posisi ${position} pada log` };
  const head = [
    `${title[language]}: ${value[language]}`,
    {
      en: `On ${effective}, ${known.en}${position === null ? '' : `, ${at.en}`}.`,
      id: `Per ${effective}, ${known.id}${position === null ? '' : `, ${at.id}`}.`,
    }[language],
  ];
  return [...head, ...steps.map((step, index) => `${index + 1}. ${step}`)].join('\n');
}

/** A step as a line of text. Events that count bear `+`, others `-`, and what is missing `?`. */
export function stepText(step: Step<string, string>, language: ExplanationLanguage): string {
  const sentence = step.sentence[language];
  switch (step.kind) {
    case 'event': {
      const { stream, revision, type, recordedAt, counts } = step;
      const source = {
        en: `event ${revision} of ${stream}, ${type}, recorded ${recordedAt}`,
        id: `peristiwa ${revision} pada ${stream}, ${type}, dicatat ${recordedAt}`,
      };
      return `${counts ? '+' : '-'} ${sentence} [${source[language]}]`;
    }
    case 'rule':
      return `${step.rule}: ${sentence}`;
    case 'figure':
      return sentence;
    case 'arithmetic':
      return `= ${sentence}`;
    case 'missing':
      return `? ${sentence}`;
  }
}
