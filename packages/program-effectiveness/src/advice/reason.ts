import type { Bilingual } from '@pembinaan/event-sourcing';
import type { Told } from '../program/told.js';
import type { Reason, ReasonCode } from './advice.js';

/** What a reason rests on. */
export interface Grounds {
  readonly figures?: Reason['figures'];
  readonly rule?: string;
  readonly events?: readonly Told[];
}

export function reason(
  code: ReasonCode,
  weighs: Reason['weighs'],
  sentence: Bilingual,
  { figures = {}, rule, events = [] }: Grounds = {},
): Reason {
  return { code, weighs, sentence, figures, ...(rule !== undefined && { rule }), events };
}

/** The reason that settles the advice. */
export function decides(code: ReasonCode, sentence: Bilingual, grounds?: Grounds): Reason {
  return reason(code, 'decides', sentence, grounds);
}

/** A reason, now that it settles the advice. */
export function deciding(other: Reason): Reason {
  return { ...other, weighs: 'decides' };
}
