import { idOf, projection } from '@pembinaan/event-sourcing';
import {
  BatchCancelled,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
} from '../train/batch/events.js';
import { WorkplaceLearningAssigned, WorkplaceLearningCompleted } from '../train/workplace-learning/events.js';
import type { Period } from '../values/local-date.js';

/** A batch or a stay at a workplace in which a person takes part, took part, or was to take part. */
export interface AgendaEntry {
  readonly kind: 'batch' | 'workplace';
  readonly id: string;
  readonly programId?: string;
  readonly period: Period;
  /** JP hundredths that are assigned: none until a nomination is confirmed. */
  readonly jp: number;
  readonly status:
    | 'nominated'
    | 'confirmed'
    | 'declined'
    | 'cancelled'
    | 'assigned'
    | 'completed'
    | 'notCompleted'
    | 'withdrawn'
    | 'stopped';
}

interface Agenda {
  entries: AgendaEntry[];
}

/**
 * The batches and the workplace learning of a person over all programmes: for overlaps, repetition and the ceiling of a PPPK (R18), and
 * for what is to be settled when the person separates.
 */
export const participantAgenda = projection({
  name: 'participant-agenda',
  version: 2,
  events: [
    ParticipantNominated,
    NominationConfirmed,
    NominationDeclined,
    ParticipantOutcomeDecided,
    BatchCancelled,
    WorkplaceLearningAssigned,
    WorkplaceLearningCompleted,
  ],
  initial: (): Agenda => ({ entries: [] }),
  key: ({ data }) => ('participants' in data ? data.participants : data.employeeId),
  on: {
    ParticipantNominated: (agenda, { stream, data: { programId, period } }) =>
      put(agenda, { kind: 'batch', id: idOf(stream), programId, period, jp: 0, status: 'nominated' }),
    NominationConfirmed: (agenda, { stream, data: { programId, period, jp } }) =>
      put(agenda, { kind: 'batch', id: idOf(stream), programId, period, jp, status: 'confirmed' }),
    NominationDeclined: (agenda, { stream }) => settle(agenda, 'batch', idOf(stream), 'declined'),
    ParticipantOutcomeDecided: (agenda, { stream, data }) => settle(agenda, 'batch', idOf(stream), data.outcome),
    BatchCancelled: (agenda, { stream }) => settle(agenda, 'batch', idOf(stream), 'cancelled'),
    WorkplaceLearningAssigned: (agenda, { stream, data: { programId, period, jp } }) =>
      put(agenda, {
        kind: 'workplace',
        id: idOf(stream),
        ...(programId !== undefined && { programId }),
        period,
        jp,
        status: 'assigned',
      }),
    WorkplaceLearningCompleted: (agenda, { stream, data }) => settle(agenda, 'workplace', idOf(stream), data.outcome),
  },
});

/** The entry in the place of an earlier one of the same batch: somebody may be nominated again after declining. */
function put(agenda: Agenda, entry: AgendaEntry): Agenda {
  agenda.entries = agenda.entries.filter(({ kind, id }) => kind !== entry.kind || id !== entry.id);
  agenda.entries.push(entry);
  return agenda;
}

function settle(agenda: Agenda, kind: AgendaEntry['kind'], id: string, status: AgendaEntry['status']): Agenda {
  agenda.entries = agenda.entries.map((entry) =>
    entry.kind === kind && entry.id === id ? { ...entry, status } : entry,
  );
  return agenda;
}
