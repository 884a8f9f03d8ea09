import type { LocalDate } from '@pembinaan/core';
import { shareOf } from '../disclosure.js';
import type { BatchHistory, Seat } from '../program/program-history.js';
import { heldIn, type Level } from './levels.js';
import type { PlannedItems } from './planned-items.js';

/** Places of a programme, a round or a batch: a person in two batches has two. Batches that were cancelled do not count. */
export interface ParticipationAccount {
  /** Of a programme, what the items of its plans foresee, null without one; of a round and a batch, the capacity. */
  readonly planned: number | null;
  readonly capacity: number;
  readonly nominated: number;
  readonly declined: number;
  readonly confirmed: number;
  /** Present at one session at least. */
  readonly attended: number;
  readonly completed: number;
  readonly notCompleted: number;
  readonly withdrawn: number;
  /** Confirmed and not withdrawn, and never present when the batch was over. */
  readonly noShows: number;
  /** Of the sessions held so far, those at which who was confirmed was present, basis points; null before the first. */
  readonly attendanceShare: number | null;
  /** Of the confirmed places, those that were completed, basis points; null where nobody was confirmed. */
  readonly completionShare: number | null;
  /** JP hundredths: for each place foreseen, and for each that was completed. */
  readonly jpPlanned: number | null;
  readonly jpRealised: number;
}

/** @param planned of the plans; for the whole programme */
export function participationOf(level: Level, planned: PlannedItems, on: LocalDate): ParticipationAccount {
  const batches = heldIn(level);
  const seats = batches.flatMap((batch) => [...batch.seats.values()]);
  const count = (counts: (seat: Seat) => boolean): number => seats.filter(counts).length;
  const capacity = total(batches, (batch) => batch.capacity);
  const ofProgram = level.kind === 'program';
  const confirmed = count((seat) => seat.confirmed && seat.status !== 'declined');
  const completed = count(({ status }) => status === 'completed');
  const sessions = total(batches, (batch) => sessionsUntil(batch, on).length * staying(batch).length);
  return {
    planned: ofProgram ? planned.participants : capacity,
    capacity,
    nominated: seats.length,
    declined: count(({ status }) => status === 'declined'),
    confirmed,
    attended: count(cameOnce),
    completed,
    notCompleted: count(({ status }) => status === 'notCompleted'),
    withdrawn: count(({ status }) => status === 'withdrawn'),
    noShows: total(batches, (batch) => (batch.period.to < on ? staying(batch).filter(neverCame).length : 0)),
    attendanceShare: shareOf(
      total(batches, (batch) => presences(batch, on)),
      sessions,
    ),
    completionShare: shareOf(completed, confirmed),
    jpPlanned: ofProgram ? planned.jp : total(batches, (batch) => batch.capacity * batch.jp),
    jpRealised: total(batches, (batch) => batch.jp * completedIn(batch)),
  };
}

/** Whether somebody was present at one session at least. */
export function cameOnce({ sessions }: Seat): boolean {
  return Object.values(sessions).some(Boolean);
}

export function completedIn({ seats }: BatchHistory): number {
  return [...seats.values()].filter(({ status }) => status === 'completed').length;
}

function neverCame(seat: Seat): boolean {
  return !cameOnce(seat);
}

/** Those who were confirmed and are expected to come: who withdrew in time, or was declined after all, is no longer. */
function staying({ seats }: BatchHistory): readonly Seat[] {
  return [...seats.values()].filter(
    ({ confirmed, status }) => confirmed && status !== 'declined' && status !== 'withdrawn',
  );
}

function sessionsUntil({ sessions }: BatchHistory, on: LocalDate): readonly string[] {
  return sessions.filter(({ date }) => date <= on).map(({ sessionId }) => sessionId);
}

function presences(batch: BatchHistory, on: LocalDate): number {
  const held = sessionsUntil(batch, on);
  return total(staying(batch), (seat) => held.filter((sessionId) => seat.sessions[sessionId] === true).length);
}

function total<T>(things: readonly T[], amountOf: (thing: T) => number): number {
  return things.reduce((sum, thing) => sum + amountOf(thing), 0);
}
