import { authorityLaws } from './authority.js';
import { creditLaws, settled } from './credits.js';
import { evaluationLaws } from './evaluate.js';
import type { History } from './history.js';
import type { Law, Violation } from './law.js';
import { mentorLaws } from './mentor.js';
import { planLaws } from './plan.js';
import { reasonLaws } from './reasons.js';
import { closedWithTheProgramme, reviseLaws } from './revise.js';
import { segregationLaws } from './segregation.js';
import { serviceLaws } from './services.js';
import { supportLaws } from './support.js';
import { trainLaws } from './train.js';

/** Every rule that a log can be asked about, written from the rules of the domain and from the events alone. */
export const laws: readonly Law[] = [
  ...authorityLaws,
  ...segregationLaws,
  ...reasonLaws,
  ...planLaws,
  ...trainLaws,
  ...creditLaws,
  ...mentorLaws,
  ...serviceLaws,
  ...evaluationLaws,
  ...reviseLaws,
  ...supportLaws,
];

/** All that is wrong with a log. */
export function violations(history: History, asked: readonly Law[] = laws): readonly Violation[] {
  return asked.flatMap((law) => [...law.broken(history)]);
}

/** What must hold besides once everything has followed that follows by itself. */
export const finalLaws: readonly Law[] = [settled, closedWithTheProgramme];
