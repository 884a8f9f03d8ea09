import type { LocalDate } from '@pembinaan/core';
import type { Told } from '../program/told.js';

/** An evaluation that measures a unit, or compares with it, and when its programme was taught. */
export interface ActingEvaluation {
  readonly evaluationId: string;
  readonly programId: string;
  readonly programName: string;
  /** Whether the programme serves the unit, or the unit is only compared with. */
  readonly role: 'served' | 'comparison';
  /** The services that it measures. */
  readonly services: readonly string[];
  /** The days of the sessions of the batches that were held under it and not cancelled, in their order. */
  readonly sessionDays: readonly LocalDate[];
  readonly told: Told;
}
