import { type Certainty, type FigureKey, hasHappened, rulebook } from '@pembinaan/core';
import type { Bilingual, Entry } from '@pembinaan/event-sourcing';
import type { PersonEntry } from '../files/entry.js';
import type {
  ArithmeticStep,
  EventStep,
  FigureStep,
  MissingFact,
  MissingStep,
  NotCounting,
  RuleStep,
  Step,
} from './explanation.js';
import type { Correcting, Facts, Known } from './facts.js';
import { certainties } from './words.js';

/** What keeps an event from counting, as the end of a sentence. */
export interface Obstacle {
  readonly reason: NotCounting;
  readonly why: Bilingual;
  readonly by?: string | undefined;
}

/** An event with what it tells, and what keeps it from counting, if anything does. */
export function eventStep(
  { eventId, stream, revision, type, occurredAt, recordedAt }: Known<Entry>,
  tells: Bilingual,
  obstacle: Obstacle | undefined,
): EventStep {
  const envelope = { eventId, stream, revision, type, occurredAt, recordedAt };
  if (obstacle === undefined) {
    const sentence = { en: `${tells.en}.`, id: `${tells.id}.` };
    return { kind: 'event', sentence, ...envelope, counts: true, reason: null, by: null };
  }
  const { reason, why, by = null } = obstacle;
  const sentence = {
    en: `${tells.en}. It does not count: ${why.en}.`,
    id: `${tells.id}. Tidak dihitung: ${why.id}.`,
  };
  return { kind: 'event', sentence, ...envelope, counts: false, reason, by };
}

/** What keeps any event from counting: a correction, whatever day it bears, or a day that is still ahead. */
export function notStanding(entry: Known<PersonEntry>, { clock, on }: Facts): Obstacle | undefined {
  if (entry.correctedBy !== null) return corrected(entry.correctedBy);
  return hasHappened(entry, clock) ? undefined : laterThan(on);
}

export function corrected(by: Correcting, reason: 'corrected' | 'reversed' = 'corrected'): Obstacle {
  const [en, id] = reason === 'corrected' ? ['corrected', 'dikoreksi'] : ['reversed', 'ditarik kembali'];
  return {
    reason,
    by: by.eventId,
    why: {
      en: `${en} by event ${by.revision} of ${by.stream} (reason: ${by.why})`,
      id: `${id} oleh peristiwa ${by.revision} pada ${by.stream} (alasan: ${by.why})`,
    },
  };
}

export function laterThan(on: string): Obstacle {
  return { reason: 'later', why: { en: `it comes after ${on}`, id: `terjadi sesudah ${on}` } };
}

export function replacedBy(entry: Known<Entry> | undefined): Obstacle {
  return {
    reason: 'replaced',
    by: entry?.eventId,
    why:
      entry === undefined
        ? { en: 'a newer record took its place', id: 'digantikan oleh catatan yang lebih baru' }
        : {
            en: `event ${entry.revision} of ${entry.stream} took its place`,
            id: `digantikan oleh peristiwa ${entry.revision} pada ${entry.stream}`,
          },
  };
}

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

export function missingStep(what: MissingFact, en: string, id: string): MissingStep {
  return { kind: 'missing', what, sentence: { en, id } };
}

/** A figure of the policy in force, and the event that adopted it; or that there is no policy. */
export function figureSteps(facts: Facts, key: FigureKey, reading: Bilingual): readonly Step[] {
  const { policy, policyEntry } = facts;
  const figure = policy?.figures[key];
  if (policy === undefined || figure === undefined) return [noFigureStep(facts, key)];
  const { value, basis, certainty } = figure;
  const { version, effectiveFrom } = policy;
  const adopted = {
    en: `The policy ${version} was adopted, in force from ${effectiveFrom}`,
    id: `Kebijakan ${version} ditetapkan, berlaku mulai ${effectiveFrom}`,
  };
  return [
    ...(policyEntry === undefined ? [] : [eventStep(policyEntry, adopted, undefined)]),
    figureStep({ key, value, version, basis, certainty }, reading),
  ];
}

/** Told where no policy is in force that would give the figure. */
export function noFigureStep({ on }: Facts, key: FigureKey): MissingStep {
  return missingStep(
    'policy',
    `No policy is in force on ${on}, so that ${key} is not known.`,
    `Tidak ada kebijakan yang berlaku pada ${on}, sehingga ${key} tidak diketahui.`,
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
