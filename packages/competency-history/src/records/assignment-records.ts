import {
  BatchCancelled,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  type Period,
  WorkplaceLearningAssigned,
  WorkplaceLearningCompleted,
} from '@pembinaan/core';
import { idOf } from '@pembinaan/event-sourcing';
import { peopleRecord } from './record.js';

/** The part of a person in a batch. */
export interface BatchPart {
  programId: string;
  status: 'nominated' | 'declined' | 'confirmed' | 'completed' | 'notCompleted' | 'withdrawn' | 'cancelled';
  /** Known once the nomination is confirmed. */
  period: Period | null;
  /** JP hundredths that the batch is worth; known once the nomination is confirmed. */
  jp: number | null;
  /** Whether the outcome rests on a test or a paper (level 2), not on attendance alone. */
  tested: boolean;
  /** The development need for which the person was nominated; null where the nomination names none. */
  needId: string | null;
}

/** Learning at a workplace to which a person was assigned. */
export interface WorkplacePart {
  readonly form: string;
  readonly period: Period;
  /** JP hundredths by the table of the day of the assignment. */
  readonly jp: number;
  /** The development need that it serves; null where the assignment names none. */
  readonly needId: string | null;
  status: 'assigned' | 'completed' | 'stopped';
}

export interface AssignmentRecord {
  /** By batch. */
  batches: Record<string, BatchPart>;
  /** By workplace learning. */
  workplaces: Record<string, WorkplacePart>;
}

/** The batches and workplaces to which each person was nominated or assigned. */
export const assignmentRecords = peopleRecord({
  name: 'assignments',
  reads: { categories: ['batch', 'workplaceLearning'] },
  events: [
    ParticipantNominated,
    NominationConfirmed,
    NominationDeclined,
    ParticipantOutcomeDecided,
    BatchCancelled,
    WorkplaceLearningAssigned,
    WorkplaceLearningCompleted,
  ],
  initial: (): AssignmentRecord => ({ batches: {}, workplaces: {} }),
  on: {
    ParticipantNominated: (record, { data }, { stream }) => {
      const part = partIn(record, idOf(stream), data.programId);
      part.status = 'nominated';
      part.needId = data.needId ?? null;
      return record;
    },
    NominationConfirmed: (record, { data }, { stream }) => {
      const part = partIn(record, idOf(stream), data.programId);
      part.status = 'confirmed';
      part.period = { ...data.period };
      part.jp = data.jp;
      return record;
    },
    NominationDeclined: (record, { data }, { stream }) => {
      partIn(record, idOf(stream), data.programId).status = 'declined';
      return record;
    },
    ParticipantOutcomeDecided: (record, { data }, { stream }) => {
      const part = partIn(record, idOf(stream), data.programId);
      part.status = data.outcome;
      part.tested = data.bestScore !== undefined;
      return record;
    },
    BatchCancelled: (record, { data }, { stream }) => {
      const part = partIn(record, idOf(stream), data.programId);
      if (part.status === 'nominated' || part.status === 'confirmed') part.status = 'cancelled';
      return record;
    },

    WorkplaceLearningAssigned: (record, { data }, { stream }) => {
      record.workplaces[idOf(stream)] = {
        form: data.form,
        period: { ...data.period },
        jp: data.jp,
        needId: data.needId ?? null,
        status: 'assigned',
      };
      return record;
    },
    WorkplaceLearningCompleted: (record, { data }, { stream }) => {
      const part = record.workplaces[idOf(stream)];
      if (part !== undefined) part.status = data.outcome;
      return record;
    },
  },
});

function partIn(record: AssignmentRecord, batchId: string, programId: string): BatchPart {
  const known = record.batches[batchId];
  if (known !== undefined) return known;
  const part: BatchPart = { programId, status: 'nominated', period: null, jp: null, tested: false, needId: null };
  record.batches[batchId] = part;
  return part;
}
