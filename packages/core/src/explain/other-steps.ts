import type { Bilingual } from '@pembinaan/event-sourcing';
import type { Certainty, FigureKey, PolicyFigures } from '../governance/policy/index.js';
import { rulebook } from '../rulebook.js';
import type { LocalDate } from '../values/index.js';
import { type EventToTell, eventStep } from './event-steps.js';
import type { ArithmeticStep, EventStep, FigureStep, MissingStep, RuleStep } from './steps.js';
import { certainties } from './words.js';

/** A rule of the rulebook, with its text. */
export function ruleStep(rule: string): RuleStep {
  const text = rulebook.find(({ id }) => id === rule)?.text;
  if (text === undefined) throw new RangeError(`The rulebook has no rule ${rule}.`);
  return { kind: 'rule', rule, sentence: text };
}

export function arithmeticStep(
  sentence: Bilingual,
  operands: ArithmeticStep['operands'],
  result: ArithmeticStep['result'],
): ArithmeticStep {
  return { kind: 'arithmetic', sentence, operands, result };
}

export function missingStep<Missing extends string>(what: Missing, en: string, id: string): MissingStep<Missing> {
  return { kind: 'missing', what, sentence: { en, id } };
}

/** The policy in force on a day, and the event that adopted it. */
export interface PolicyToTell {
  readonly on: LocalDate;
  readonly policy:
    | { readonly version: string; readonly effectiveFrom: LocalDate; readonly figures: PolicyFigures }
    | undefined;
  readonly adoptedBy: EventToTell | undefined;
}

/** A figure of the policy in force, and the event that adopted it; or that there is no policy, or none with that figure. */
export function figureSteps(
  { on, policy, adoptedBy }: PolicyToTell,
  key: FigureKey,
  reading: Bilingual,
): readonly (EventStep<never> | FigureStep | MissingStep<'policy'>)[] {
  if (policy === undefined) return [noFigureStep(on, key)];
  const { version, effectiveFrom, figures } = policy;
  const figure = figures[key];
  const adopted = {
    en: `The policy ${version} was adopted, in force from ${effectiveFrom}`,
    id: `Kebijakan ${version} ditetapkan, berlaku mulai ${effectiveFrom}`,
  };
  const adoption = adoptedBy === undefined ? [] : [eventStep<never>(adoptedBy, adopted, undefined)];
  if (figure === undefined) return [...adoption, notSetStep(version, key)];
  const { value, basis, certainty } = figure;
  return [...adoption, figureStep({ key, value, version, basis, certainty }, reading)];
}

/** Told where no policy is in force that would give the figure. */
export function noFigureStep(on: LocalDate, key: FigureKey): MissingStep<'policy'> {
  return missingStep(
    'policy',
    `No policy is in force on ${on}, so that ${key} is not known.`,
    `Tidak ada kebijakan yang berlaku pada ${on}, sehingga ${key} tidak diketahui.`,
  );
}

function notSetStep(version: string, key: FigureKey): MissingStep<'policy'> {
  return missingStep(
    'policy',
    `The policy ${version} sets no ${key}: the agency has yet to set it.`,
    `Kebijakan ${version} belum menetapkan ${key}: instansi perlu menetapkannya.`,
  );
}

function figureStep(
  figure: {
    readonly key: FigureKey;
    readonly value: unknown;
    readonly version: string;
    readonly basis: string;
    readonly certainty: Certainty;
  },
  reading: Bilingual,
): FigureStep {
  const { key, version, basis, certainty } = figure;
  const sure = certainties[certainty];
  return {
    kind: 'figure',
    ...figure,
    sentence: {
      en: `${key} of the policy ${version}: ${reading.en} (basis: ${basis}; ${sure.en}).`,
      id: `${key} menurut kebijakan ${version}: ${reading.id} (dasar: ${basis}; ${sure.id}).`,
    },
  };
}
