import { developmentForms, formatJp } from '@pembinaan/core';
import { idOf } from '@pembinaan/event-sourcing';
import type { Step } from './explanation.js';
import { entriesOf, type Facts, type KnownOf, stands } from './facts.js';
import { eventStep, notStanding, type Obstacle, replacedBy } from './steps.js';

/** The batches in which a person was confirmed, and what became of it; `parts` are the streams that count. */
export function batchSteps(facts: Facts, parts: ReadonlyMap<string, number>): readonly Step[] {
  const confirmed = entriesOf(facts, 'NominationConfirmed');
  const streams = [...new Set(confirmed.map(({ stream }) => stream))];
  return streams.flatMap((stream) => {
    const ofBatch = confirmed.filter((entry) => entry.stream === stream);
    const last = ofBatch.findLast((entry) => stands(entry, facts));
    const settled = settledBy(facts, stream);
    return [
      ...ofBatch.map((entry) => {
        const { jp, period, programId } = entry.data;
        const tells = {
          en: `Confirmed in ${stream} of the programme ${programId}, ${period.from} to ${period.to}, ${formatJp(jp)} JP`,
          id: `Terkonfirmasi pada ${stream} program ${programId}, ${period.from} sampai ${period.to}, ${formatJp(jp)} JP`,
        };
        const counts = entry === last && parts.has(stream);
        return eventStep(entry, tells, counts ? undefined : obstacle(entry, last, settled, facts));
      }),
      ...settlingSteps(settled, last !== undefined && (settled?.takesOut === true || parts.has(stream))),
    ];
  });
}

type Settling = KnownOf<
  | 'ParticipantNominated'
  | 'NominationDeclined'
  | 'ParticipantOutcomeDecided'
  | 'BatchCancelled'
  | 'WorkplaceLearningCompleted'
>;

/** The event that says what became of an assignment, where it is no longer as it was assigned. */
interface Settled {
  readonly entry: Settling;
  readonly tells: { readonly en: string; readonly id: string };
  readonly takesOut: boolean;
}

function settledBy(facts: Facts, stream: string): Settled | undefined {
  const status = facts.assignments?.batches[idOf(stream)]?.status;
  const entry = entriesOf(
    facts,
    'ParticipantNominated',
    'NominationDeclined',
    'ParticipantOutcomeDecided',
    'BatchCancelled',
  ).findLast((one) => one.stream === stream && stands(one, facts) && statusAfter(one) === status);
  if (entry === undefined) return undefined;
  const takesOut = status !== 'completed' && status !== 'notCompleted';
  return { entry, takesOut, tells: becameOf(stream, statusAfter(entry)) };
}

function statusAfter(entry: Settling): keyof typeof BECAME {
  switch (entry.type) {
    case 'ParticipantNominated':
      return 'nominated';
    case 'NominationDeclined':
      return 'declined';
    case 'BatchCancelled':
      return 'cancelled';
    default:
      return entry.data.outcome;
  }
}

const BECAME = {
  nominated: { en: 'nominated anew and not confirmed since', id: 'dicalonkan kembali dan belum terkonfirmasi' },
  declined: { en: 'declined', id: 'ditolak' },
  cancelled: { en: 'cancelled', id: 'dibatalkan' },
  completed: { en: 'completed', id: 'selesai' },
  notCompleted: { en: 'not completed', id: 'tidak selesai' },
  withdrawn: { en: 'withdrawn', id: 'mengundurkan diri' },
  stopped: { en: 'stopped', id: 'dihentikan' },
} as const;

function becameOf(stream: string, status: keyof typeof BECAME) {
  const keeps = status === 'completed' || status === 'notCompleted';
  const { en, id } = BECAME[status];
  return keeps
    ? { en: `${stream}: ${en}; its JP stay assigned`, id: `${stream}: ${id}; JP-nya tetap terhitung ditugaskan` }
    : { en: `${stream}: ${en}; its JP are assigned no longer`, id: `${stream}: ${id}; JP-nya tidak lagi ditugaskan` };
}

function obstacle(
  entry: KnownOf<'NominationConfirmed' | 'WorkplaceLearningAssigned'>,
  last: KnownOf<'NominationConfirmed' | 'WorkplaceLearningAssigned'> | undefined,
  settled: Settled | undefined,
  facts: Facts,
): Obstacle {
  const standing = notStanding(entry, facts);
  if (standing !== undefined) return standing;
  if (entry !== last) return replacedBy(last);
  if (settled?.takesOut === true) {
    const { en, id } = BECAME[statusAfter(settled.entry)];
    return {
      reason: 'takenOut',
      by: settled.entry.eventId,
      why: {
        en: `it was ${en} (event ${settled.entry.revision} of ${entry.stream})`,
        id: `${id} (peristiwa ${settled.entry.revision} pada ${entry.stream})`,
      },
    };
  }
  return {
    reason: 'otherPeriod',
    why: { en: 'its last day lies in another contract year', id: 'hari terakhirnya berada dalam tahun kontrak lain' },
  };
}

/** The workplaces to which a person was assigned, and what became of it; `parts` are the streams that count. */
export function workplaceSteps(facts: Facts, parts: ReadonlyMap<string, number>): readonly Step[] {
  const assigned = entriesOf(facts, 'WorkplaceLearningAssigned');
  const streams = [...new Set(assigned.map(({ stream }) => stream))];
  return streams.flatMap((stream) => {
    const ofPlace = assigned.filter((entry) => entry.stream === stream);
    const last = ofPlace.findLast((entry) => stands(entry, facts));
    const settled = endedBy(facts, stream);
    return [
      ...ofPlace.map((entry) => {
        const { form, period, jp } = entry.data;
        const tells = {
          en: `Assigned to ${developmentForms[form].en} (${form}), ${period.from} to ${period.to}, ${formatJp(jp)} JP`,
          id: `Ditugaskan mengikuti ${developmentForms[form].id} (${form}), ${period.from} sampai ${period.to}, ${formatJp(jp)} JP`,
        };
        const counts = entry === last && parts.has(stream);
        return eventStep(entry, tells, counts ? undefined : obstacle(entry, last, settled, facts));
      }),
      ...settlingSteps(settled, last !== undefined && (settled?.takesOut === true || parts.has(stream))),
    ];
  });
}

/** What became of an assignment; not told of one that lies in another year and is none of the sum. */
function settlingSteps(settled: Settled | undefined, matters: boolean): readonly Step[] {
  return settled === undefined || !matters ? [] : [eventStep(settled.entry, settled.tells, undefined)];
}

function endedBy(facts: Facts, stream: string): Settled | undefined {
  const status = facts.assignments?.workplaces[idOf(stream)]?.status;
  const entry = entriesOf(facts, 'WorkplaceLearningCompleted').findLast(
    (one) => one.stream === stream && stands(one, facts) && one.data.outcome === status,
  );
  if (entry === undefined) return undefined;
  return { entry, takesOut: status === 'stopped', tells: becameOf(stream, statusAfter(entry)) };
}
