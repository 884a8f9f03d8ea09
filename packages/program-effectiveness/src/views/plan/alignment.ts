import { agencyReadModel } from '../../agency-read-model.js';
import { byCells } from '../../lines.js';
import { planItems } from '../../plan-items.js';
import { hcdpPeriods } from '../../records/cycle-records.js';

/** A plan item that names no mission of the regional plan. */
export type AlignmentLine = {
  readonly planId: string;
  readonly year: number | null;
  readonly planStatus: string;
  readonly hcdpId: string | null;
  /** The regional plan (RPJMD) to which the plan of several years is aligned; null where none is known. */
  readonly rpjmdRef: string | null;
  readonly itemId: string;
  readonly form: string;
  readonly participantsPlanned: number;
  /** Rupiah. */
  readonly cost: number;
};

/** B2: a plan serves the vision and mission of the region; these items do not say which. */
export const alignment = agencyReadModel({
  name: 'Alignment',
  question: {
    en: 'Which plan items serve no mission of the regional plan?',
    id: 'Butir rencana mana yang tidak mendukung misi daerah?',
  },
  projections: [planItems, hcdpPeriods],
  answer: ([plans, hcdps]): readonly AlignmentLine[] =>
    [...plans.rows.values()]
      .flatMap(({ planId, year, status, hcdpId, items }) =>
        items
          .filter(({ missionRef }) => missionRef === null)
          .map(({ itemId, form, participantsPlanned, cost }) => ({
            planId,
            year,
            planStatus: status,
            hcdpId,
            rpjmdRef: hcdpId === null ? null : (hcdps.get(hcdpId)?.rpjmdRef ?? null),
            itemId,
            form,
            participantsPlanned,
            cost,
          })),
      )
      .sort(
        byCells(
          ({ year }) => year,
          ({ planId }) => planId,
          ({ itemId }) => itemId,
        ),
      ),
});
