import { type LocalDate, localDate } from '@pembinaan/core';
import type { BatchHistory, ProgramHistory, Seat } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import type { Level } from './levels.js';

/** What batches that were cancelled took away. */
export interface LostPlacesAccount {
  /** Places lost. */
  readonly places: number;
  /** Of them, those of people who have a place in a later batch of the programme. */
  readonly servedAgain: number;
  readonly batches: readonly LostBatch[];
  /** Ids of needs that nothing in the programme has served since; of the whole programme, also those that its cancellation left unserved. */
  readonly needsUnserved: readonly string[];
}

export interface LostBatch {
  readonly batchId: string;
  readonly reason: string;
  readonly places: number;
  readonly on: LocalDate;
  readonly told: Told;
}

export function lostPlacesOf(level: Level, program: ProgramHistory, timeZone: string): LostPlacesAccount {
  const cancelled = level.batches.flatMap((batch) => (batch.cancelled === null ? [] : [{ batch, ...batch.cancelled }]));
  const losses = cancelled.flatMap(({ batch, participants, told }) =>
    participants.map((employeeId) => ({
      employeeId,
      needId: batch.seats.get(employeeId)?.needId ?? null,
      since: localDate(told.occurredAt, timeZone),
    })),
  );
  const seatsSince = (since: LocalDate): readonly Seat[] =>
    program.batches
      .filter((batch) => servesAfter(batch, since))
      .flatMap(({ seats }) => [...seats.values()].filter(takesPart));
  const isServed = (loss: (typeof losses)[number]): boolean =>
    seatsSince(loss.since).some(({ employeeId }) => employeeId === loss.employeeId);
  const needIsServed = (loss: (typeof losses)[number]): boolean =>
    isServed(loss) || seatsSince(loss.since).some(({ needId }) => needId === loss.needId);
  return {
    places: losses.length,
    servedAgain: losses.filter(isServed).length,
    batches: cancelled.map(({ batch, reason, participants, told }) => ({
      batchId: batch.batchId,
      reason,
      places: participants.length,
      on: localDate(told.occurredAt, timeZone),
      told,
    })),
    needsUnserved: [
      ...new Set([
        ...losses.flatMap((loss) => (loss.needId === null || needIsServed(loss) ? [] : [loss.needId])),
        ...(level.kind === 'program' ? program.unserved : []),
      ]),
    ].sort(),
  };
}

function servesAfter({ status, period }: BatchHistory, since: LocalDate): boolean {
  return status !== 'cancelled' && period.to >= since;
}

function takesPart({ status }: Seat): boolean {
  return status === 'confirmed' || status === 'completed';
}
