import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, grouped } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { batchRecords } from '../../records/batch-records.js';
import { participations } from '../../records/participation.js';
import { placements } from '../../records/placements.js';

/**
 * How often nominations were declined in a year for a reason. What is too rare in one unit is merged over the units, and what is too
 * rare even so, over the reasons too.
 */
export type DeclineReasonsLine = {
  readonly year: number;
  /** `*` where several units are merged; null where the unit is not known. */
  readonly unitId: string | null;
  /** `*` where several reasons are merged. */
  readonly reason: string;
  /** Null where even all together are too few to be told. */
  readonly n: number | null;
  readonly suppressed: boolean;
};

const MERGED = '*';

/** T11, L12: why people do not want to join; resistance and motivation, never of a person. The year is that of the batch. */
export const declineReasons = agencyReadModel({
  name: 'DeclineReasons',
  question: {
    en: 'Why are nominations declined, and in which units?',
    id: 'Mengapa pencalonan ditolak, dan di unit mana?',
  },
  projections: [batchRecords, placements, agencyPolicy],
  answer: ([batches, placed, policies], on): readonly DeclineReasonsLine[] => {
    const { minimumN } = policyOnDay(policies, on);
    const declined = participations(batches, placed).flatMap(({ year, unitId, seat }) =>
      seat.status === 'declined' && seat.declineReason !== null ? [{ year, unitId, reason: seat.declineReason }] : [],
    );
    return [...grouped(declined, ({ year }) => year)]
      .flatMap(([year, ofYear]) => merged(ofYear, minimumN).map((cell) => ({ year, ...cell })))
      .sort(
        byCells(
          ({ year }) => year,
          ({ unitId }) => unitId,
          ({ reason }) => reason,
        ),
      );
  },
});

interface Declined {
  readonly unitId: string | null;
  readonly reason: string;
}

type MergedCell = Omit<DeclineReasonsLine, 'year'>;

/** The cells that may be told, the small ones merged step by step. */
function merged(declined: readonly Declined[], minimumN: number): readonly MergedCell[] {
  const byUnit = split(declined, ({ unitId, reason }) => JSON.stringify([unitId, reason]), minimumN);
  const byReason = split(byUnit.small, ({ reason }) => reason, minimumN);
  const rest = byReason.small.length;
  return [
    ...byUnit.large.map(({ first: { unitId, reason }, n }) => ({ unitId, reason, n, suppressed: false })),
    ...byReason.large.map(({ first: { reason }, n }) => ({ unitId: MERGED, reason, n, suppressed: false })),
    ...(rest === 0
      ? []
      : [{ unitId: MERGED, reason: MERGED, n: rest < minimumN ? null : rest, suppressed: rest < minimumN }]),
  ];
}

function split(declined: readonly Declined[], keyOf: (one: Declined) => string, minimumN: number) {
  const large: { readonly first: Declined; readonly n: number }[] = [];
  const small: Declined[] = [];
  for (const group of grouped(declined, keyOf).values()) {
    const [first] = group;
    if (first !== undefined && group.length >= minimumN) large.push({ first, n: group.length });
    else small.push(...group);
  }
  return { large, small };
}
