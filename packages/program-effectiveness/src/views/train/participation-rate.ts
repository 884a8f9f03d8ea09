import { agencyReadModel } from '../../agency-read-model.js';
import { disclosure, shareOf } from '../../disclosure.js';
import { byCells } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { batchRecords, cameOnce } from '../../records/batch-records.js';
import { byYearAndUnit, participations } from '../../records/participation.js';
import { placements } from '../../records/placements.js';

/** The nominations of a unit in a year, and what became of them. A person who was nominated twice counts twice. */
export type ParticipationRateLine = {
  readonly year: number;
  /** Null where the unit of the nominated is not known. */
  readonly unitId: string | null;
  readonly nominated: number | null;
  readonly confirmed: number | null;
  readonly declined: number | null;
  /** Present at one session at least. */
  readonly attended: number | null;
  readonly completed: number | null;
  /** Confirmed of the nominated, basis points. */
  readonly rate: number | null;
  readonly suppressed: boolean;
};

/** S15: active participation. Batches that began by the day and were not cancelled. */
export const participationRate = agencyReadModel({
  name: 'ParticipationRate',
  question: {
    en: 'How many of those whom a unit nominates take part?',
    id: 'Berapa banyak dari yang dicalonkan suatu unit ikut serta?',
  },
  projections: [batchRecords, placements, agencyPolicy],
  answer: ([batches, placed, policies], on): readonly ParticipationRateLine[] => {
    const { minimumN } = policyOnDay(policies, on);
    const begun = participations(batches, placed).filter(
      ({ batch }) => batch.status !== 'cancelled' && batch.from <= on,
    );
    return byYearAndUnit(begun)
      .map(({ year, unitId, places }): ParticipationRateLine => {
        const { shown, suppressed } = disclosure(places.length, minimumN);
        const confirmed = places.filter(({ seat }) => seat.confirmed).length;
        return {
          year,
          unitId,
          nominated: shown(places.length),
          confirmed: shown(confirmed),
          declined: shown(places.filter(({ seat }) => seat.status === 'declined').length),
          attended: shown(places.filter(({ seat }) => cameOnce(seat)).length),
          completed: shown(places.filter(({ seat }) => seat.status === 'completed').length),
          rate: shown(shareOf(confirmed, places.length)),
          suppressed,
        };
      })
      .sort(
        byCells(
          ({ year }) => year,
          ({ unitId }) => unitId,
        ),
      );
  },
});
