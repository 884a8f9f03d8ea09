import type { LocalDate } from '@pembinaan/core';
import type { View } from '@pembinaan/event-sourcing';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { batchRecords, type KnownBatch, type Seat, scheduledBatches } from '../../records/batch-records.js';
import { type NeedRow, needRecords } from '../../records/need-records.js';
import { type ProgramEntry, programRegister } from '../../records/program-register.js';
import { type WorkplaceRow, workplaceRecords } from '../../records/workplace-records.js';

/** A need that lost its programme, or a person who lost a batch, and for whom nothing has taken its place. */
export type UnservedNeedsLine = {
  readonly kind: 'need' | 'participant';
  readonly programId: string;
  readonly program: string;
  /** The batch that was cancelled; null for a need. */
  readonly batchId: string | null;
  /** Why batch or programme was cancelled; null where no reason is known. */
  readonly reason: string | null;
  readonly since: string;
  readonly needId: string | null;
  readonly employeeId: string | null;
  readonly unitId: string | null;
  readonly competency: string | null;
};

/**
 * B13, auditor question 6: what happened to those who needed what was cancelled. Somebody is served again who has a confirmed or
 * completed place, since then, in a batch of the same programme, of one with a competency in common, or for the same need; or who was
 * sent to learn at a workplace for that need.
 */
export const unservedNeeds = agencyReadModel({
  name: 'UnservedNeeds',
  question: {
    en: 'Whose need was left unserved when a batch or a programme was cancelled?',
    id: 'Kebutuhan siapa yang tidak terpenuhi ketika angkatan atau program dibatalkan?',
  },
  projections: [needRecords, batchRecords, programRegister, workplaceRecords, agencyPolicy],
  answer: ([needs, batchView, programs, workplaces, policies], on): readonly UnservedNeedsLine[] => {
    const { dayOf } = policyOnDay(policies, on);
    const batches = scheduledBatches(batchView);
    const offers: Offers = { batches, programs, workplaces: [...workplaces.rows.values()] };
    return [...unservedOf(needs.rows.values()), ...losersOf(batches)]
      .map((loss) => ({ ...loss, since: dayOf(loss.at) }))
      .filter((loss) => loss.since <= on && !isServed(loss, offers))
      .map(({ kind, programId, batchId, reason, since, needId, employeeId, unitId }): UnservedNeedsLine => {
        const program = programs.get(programId);
        return {
          kind,
          programId,
          program: program?.name ?? programId,
          batchId,
          reason: reason ?? program?.cancelled?.reason ?? null,
          since,
          needId,
          employeeId,
          unitId,
          competency: needId === null ? null : (needs.get(needId)?.competency ?? null),
        };
      })
      .sort(
        byCells(
          ({ since }) => since,
          ({ programId }) => programId,
          ({ kind }) => kind,
          ({ needId }) => needId,
          ({ employeeId }) => employeeId,
        ),
      );
  },
});

/** What was lost, by whom or for which need; `at` is an instant. */
type Loss = Pick<
  UnservedNeedsLine,
  'kind' | 'programId' | 'batchId' | 'reason' | 'needId' | 'employeeId' | 'unitId'
> & { readonly at: string };

interface Offers {
  readonly batches: readonly KnownBatch[];
  readonly programs: View<ProgramEntry>;
  readonly workplaces: readonly WorkplaceRow[];
}

function unservedOf(needs: Iterable<NeedRow>): readonly Loss[] {
  return [...needs].flatMap(({ needId, employeeId, unitId, unserved }) =>
    unserved.slice(-1).map(
      ({ programId, at }) =>
        ({
          kind: 'need',
          programId,
          batchId: null,
          reason: null,
          needId,
          employeeId,
          unitId,
          at,
        }) as const,
    ),
  );
}

function losersOf(batches: readonly KnownBatch[]): readonly Loss[] {
  return batches.flatMap(({ batchId, programId, seats, cancelled }) =>
    (cancelled?.participants ?? []).flatMap((employeeId): readonly Loss[] => {
      if (cancelled === null) return [];
      const seat = seats[employeeId];
      const { at, reason } = cancelled;
      const [needId, unitId] = [seat?.needId ?? null, seat?.unitId ?? null];
      return [{ kind: 'participant', programId, batchId, reason, needId, employeeId, unitId, at }];
    }),
  );
}

function isServed(loss: Loss & { readonly since: LocalDate }, { batches, programs, workplaces }: Offers): boolean {
  const { employeeId, needId, since } = loss;
  const sent = workplaces.some((place) => needId !== null && place.needId === needId && place.from >= since);
  return (
    sent ||
    batches.some(({ batchId, programId, status, to, seats }) => {
      if (status === 'cancelled' || batchId === loss.batchId || to < since) return false;
      const places = employeeId === null ? Object.values(seats) : [seats[employeeId]];
      const fits = alike(programs.get(programId), programs.get(loss.programId));
      return places.some(
        (seat) => takesPart(seat) && ((employeeId !== null && fits) || (needId !== null && seat.needId === needId)),
      );
    })
  );
}

function takesPart(seat: Seat | undefined): seat is Seat {
  return seat?.status === 'confirmed' || seat?.status === 'completed';
}

/** Tells whether one programme can take the place of the other. */
function alike(one: ProgramEntry | undefined, other: ProgramEntry | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.programId === other.programId || one.competencies.some((code) => other.competencies.includes(code));
}
