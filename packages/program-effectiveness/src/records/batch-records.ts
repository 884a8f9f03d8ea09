import {
  AttendanceRecorded,
  BatchCancelled,
  BatchCompleted,
  BatchScheduled,
  type LocalDate,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  ResourcePersonAssigned,
} from '@pembinaan/core';
import { idOf, projection, type View } from '@pembinaan/event-sourcing';

/** The place of one person in a batch. */
export interface Seat {
  unitId: string | null;
  needId: string | null;
  status: 'nominated' | 'declined' | 'confirmed' | 'completed' | 'notCompleted' | 'withdrawn';
  /** Whether the nomination was confirmed, whatever came afterwards. */
  confirmed: boolean;
  declineReason: string | null;
  outcomeReason: string | null;
  /** Present or absent, by session. */
  sessions: Record<string, boolean>;
}

/** Who teaches, from where, in which sessions. */
export interface SpeakerRow {
  readonly subjectId: string;
  readonly origin: string;
  readonly sessionIds: readonly string[];
}

/** What is known of a batch once it was scheduled. */
export interface ScheduledBatch {
  readonly programId: string;
  readonly evaluationId: string;
  readonly form: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly firstSession: LocalDate;
  readonly sessions: number;
  readonly partnerId: string | null;
}

export interface BatchRow {
  readonly batchId: string;
  /** Null until it is scheduled. */
  scheduled: ScheduledBatch | null;
  status: 'scheduled' | 'completed' | 'cancelled';
  speakers: SpeakerRow[];
  /** By employee. */
  seats: Record<string, Seat>;
  /** Who lost the batch when it was cancelled. */
  cancelled: { readonly at: string; readonly reason: string; readonly participants: readonly string[] } | null;
}

/** The batches with their places, keyed by batch. */
export const batchRecords = projection({
  name: 'batch-records',
  version: 1,
  events: [
    BatchScheduled,
    ResourcePersonAssigned,
    ParticipantNominated,
    NominationConfirmed,
    NominationDeclined,
    AttendanceRecorded,
    ParticipantOutcomeDecided,
    BatchCompleted,
    BatchCancelled,
  ],
  initial: (batchId): BatchRow => ({
    batchId,
    scheduled: null,
    status: 'scheduled',
    speakers: [],
    seats: {},
    cancelled: null,
  }),
  key: (event) => idOf(event.stream),
  on: {
    BatchScheduled: (batch, { data }) => {
      const { programId, evaluationId, form, period, sessions, partnerId } = data;
      batch.scheduled = {
        programId,
        evaluationId,
        form,
        from: period.from,
        to: period.to,
        firstSession: sessions.map(({ date }) => date).sort()[0] ?? period.from,
        sessions: sessions.length,
        partnerId: partnerId ?? null,
      };
      return batch;
    },
    ResourcePersonAssigned: (batch, { data: { subjectId, origin, sessionIds } }) => {
      batch.speakers.push({ subjectId, origin, sessionIds: [...sessionIds] });
      return batch;
    },
    ParticipantNominated: (batch, { data }) => {
      const seat = seatOf(batch, data.employeeId);
      seat.unitId = data.unitId ?? null;
      seat.needId = data.needId ?? null;
      seat.status = 'nominated';
      seat.confirmed = false;
      return batch;
    },
    NominationConfirmed: (batch, { data }) => {
      const seat = seatOf(batch, data.employeeId);
      seat.status = 'confirmed';
      seat.confirmed = true;
      return batch;
    },
    NominationDeclined: (batch, { data }) => {
      const seat = seatOf(batch, data.employeeId);
      seat.unitId ??= data.unitId ?? null;
      seat.status = 'declined';
      seat.declineReason = data.reason.code;
      return batch;
    },
    AttendanceRecorded: (batch, { data }) => {
      seatOf(batch, data.employeeId).sessions[data.sessionId] = data.present;
      return batch;
    },
    ParticipantOutcomeDecided: (batch, { data }) => {
      const seat = seatOf(batch, data.employeeId);
      seat.status = data.outcome;
      seat.outcomeReason = data.reason?.code ?? null;
      return batch;
    },
    BatchCompleted: (batch) => {
      batch.status = 'completed';
      return batch;
    },
    BatchCancelled: (batch, { occurredAt, data }) => {
      batch.status = 'cancelled';
      batch.cancelled = { at: occurredAt, reason: data.reason.code, participants: [...data.participants] };
      return batch;
    },
  },
});

function seatOf(batch: BatchRow, employeeId: string): Seat {
  const known = batch.seats[employeeId];
  if (known !== undefined) return known;
  const seat: Seat = {
    unitId: null,
    needId: null,
    status: 'nominated',
    confirmed: false,
    declineReason: null,
    outcomeReason: null,
    sessions: {},
  };
  batch.seats[employeeId] = seat;
  return seat;
}

/** A batch that was scheduled, with what is known of it in one. */
export type KnownBatch = Omit<BatchRow, 'scheduled'> & ScheduledBatch;

/** The batches that were scheduled, in the order of their first days. */
export function scheduledBatches(view: View<BatchRow>): readonly KnownBatch[] {
  return [...view.rows.values()]
    .flatMap((row) => (row.scheduled === null ? [] : [{ ...row, ...row.scheduled }]))
    .sort((a, b) => (a.from === b.from ? (a.batchId < b.batchId ? -1 : 1) : a.from < b.from ? -1 : 1));
}

/** Tells whether a person was present at one session at least. */
export function cameOnce(seat: Seat): boolean {
  return Object.values(seat.sessions).includes(true);
}
