import { agencyReadModel } from '../../agency-read-model.js';
import { disclosure, shareOf } from '../../disclosure.js';
import { byCells } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { batchRecords, cameOnce } from '../../records/batch-records.js';
import { byYearAndUnit, participations } from '../../records/participation.js';
import { placements } from '../../records/placements.js';

/** The confirmed places of a unit in batches of a year that have ended, and those that stayed empty. */
export type NoShowLine = {
  readonly year: number;
  readonly unitId: string | null;
  readonly confirmed: number | null;
  /** Never present. */
  readonly neverCame: number | null;
  /** Not completed for want of attendance, whether they came at times or never. */
  readonly absent: number | null;
  /** Never present of the confirmed, basis points. */
  readonly rate: number | null;
  readonly suppressed: boolean;
};

/** B14: commitment to follow a programme through. Who left the agency or was withdrawn in time is no no-show. */
export const noShow = agencyReadModel({
  name: 'NoShow',
  question: {
    en: 'From which units do people who are confirmed not come?',
    id: 'Dari unit mana peserta yang sudah dikonfirmasi tidak hadir?',
  },
  projections: [batchRecords, placements, agencyPolicy],
  answer: ([batches, placed, policies], on): readonly NoShowLine[] => {
    const { minimumN } = policyOnDay(policies, on);
    const ended = participations(batches, placed).filter(
      ({ batch, seat }) =>
        batch.status !== 'cancelled' &&
        batch.to < on &&
        seat.confirmed &&
        seat.status !== 'declined' &&
        seat.status !== 'withdrawn',
    );
    return byYearAndUnit(ended)
      .map(({ year, unitId, places }): NoShowLine => {
        const { shown, suppressed } = disclosure(places.length, minimumN);
        const neverCame = places.filter(({ seat }) => !cameOnce(seat)).length;
        return {
          year,
          unitId,
          confirmed: shown(places.length),
          neverCame: shown(neverCame),
          absent: shown(places.filter(({ seat }) => seat.outcomeReason === 'absent').length),
          rate: shown(shareOf(neverCame, places.length)),
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
