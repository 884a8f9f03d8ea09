import { addDays, type LocalDate } from '@pembinaan/core';
import type { View } from '@pembinaan/event-sourcing';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { type BudgetRow, budgetRecords } from '../../records/budget-records.js';
import { expiredOn, type MaterialRow, materialRecords, presentVersion } from '../../records/material-records.js';
import { designed, type ProgramEntry, programRegister } from '../../records/program-register.js';

/** Something that keeps a programme from going on; a programme may have several lines. */
export type BlockedProgramsLine = {
  readonly programId: string;
  readonly program: string;
  readonly block: 'suspended' | 'methodReview' | 'shortfall' | 'expiredMaterial';
  readonly since: string;
  /** When it is to end: the suspension, or the review. */
  readonly until: string | null;
  /** Why: a reason code, or the material. */
  readonly because: string | null;
};

type Block = Omit<BlockedProgramsLine, 'programId' | 'program'>;

/** B11, B12: what delays a programme, and since when. A cancelled programme is over and not blocked. */
export const blockedPrograms = agencyReadModel({
  name: 'BlockedPrograms',
  question: {
    en: 'Which programmes cannot go on, since when, and why?',
    id: 'Program mana yang terhambat, sejak kapan, dan mengapa?',
  },
  projections: [programRegister, budgetRecords, materialRecords, agencyPolicy],
  answer: ([programs, budgets, materials, policies], on): readonly BlockedProgramsLine[] => {
    const { dayOf } = policyOnDay(policies, on);
    return designed(programs)
      .filter(({ status }) => status !== 'cancelled')
      .flatMap((program) =>
        [...decided(program, dayOf), ...unpaid(program, budgets, dayOf), ...stale(program, materials, on)].map(
          (block) => ({ programId: program.programId, program: program.name, ...block }),
        ),
      )
      .sort(
        byCells(
          ({ programId }) => programId,
          ({ since }) => since,
          ({ block }) => block,
          ({ because }) => because,
        ),
      );
  },
});

type DayOf = (instant: string) => LocalDate;

function decided({ suspended, review }: ProgramEntry, dayOf: DayOf): readonly Block[] {
  const blocks: Block[] = [];
  if (suspended !== null) {
    blocks.push({
      block: 'suspended',
      since: dayOf(suspended.at),
      until: suspended.until,
      because: suspended.reason,
    });
  }
  if (review !== null) {
    blocks.push({ block: 'methodReview', since: dayOf(review.at), until: review.due, because: null });
  }
  return blocks;
}

/** The shortfalls that stand on its plan item: lifted by a raised ceiling, or by money committed to the item afterwards. */
function unpaid({ planItem }: ProgramEntry, budgets: View<BudgetRow>, dayOf: DayOf): readonly Block[] {
  if (planItem === null) return [];
  const isOfItem = ({ planId, itemId }: { readonly planId: string; readonly itemId: string }): boolean =>
    planId === planItem.planId && itemId === planItem.itemId;
  return [...budgets.rows.values()].flatMap(({ shortfalls, commitments }) =>
    shortfalls
      .filter(({ liftedAt, items }) => liftedAt === null && items.some(isOfItem))
      .filter(({ at }) => !Object.values(commitments).some((later) => isOfItem(later) && later.at > at))
      .map(({ at, cause }) => ({ block: 'shortfall', since: dayOf(at), until: null, because: cause }) as const),
  );
}

function stale({ programId }: ProgramEntry, materials: View<MaterialRow>, on: LocalDate): readonly Block[] {
  return [...materials.rows.values()]
    .filter((material) => material.programId === programId && expiredOn(material, on))
    .flatMap((material): readonly Block[] => {
      const validUntil = presentVersion(material)?.validUntil ?? null;
      if (validUntil === null) return [];
      return [{ block: 'expiredMaterial', since: addDays(validUntil, 1), until: null, because: material.materialId }];
    });
}
