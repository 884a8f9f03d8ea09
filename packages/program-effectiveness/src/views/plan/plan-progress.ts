import { addDays, type LocalDate, workingDaysBetween } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells } from '../../lines.js';
import { type PlanRow, planItems } from '../../plan-items.js';
import { agencyPolicy, type PolicyOnDay, policyOnDay } from '../../records/agency-policy.js';
import { type CycleRow, cycleRecords } from '../../records/cycle-records.js';
import { type NeedRow, needRecords } from '../../records/need-records.js';

/**
 * A step of the needs cycle against its last day. Three of the seven steps (collecting data, the further verification, the meeting
 * one on one) leave no event, so that nothing is known of how they went.
 */
export type PlanProgressLine = {
  readonly cycleId: string;
  readonly year: number;
  readonly step: string;
  /** Working days that the policy gives it. */
  readonly workingDays: number;
  readonly due: string;
  readonly status: 'notBegun' | 'open' | 'done' | 'unknown';
  /** Needs that took the step, and needs that wait for it. */
  readonly done: number | null;
  readonly waiting: number | null;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  /** Working days from the first to the last need that took the step, both counted; up to the day asked about while needs wait. */
  readonly workingDaysTaken: number | null;
  /** Working days after the last day of the step; 0 in time. */
  readonly daysLate: number | null;
};

/** B1: the preparation of the plan as a process with deadlines. */
export const planProgress = agencyReadModel({
  name: 'PlanProgress',
  question: {
    en: 'How far has each step of the needs cycle come, how long did it take, and how late is it?',
    id: 'Sampai mana setiap tahap siklus kebutuhan, berapa lama, dan berapa hari terlambat?',
  },
  projections: [cycleRecords, needRecords, planItems, agencyPolicy],
  answer: ([cycles, needs, plans, policies], on): readonly PlanProgressLine[] => {
    const policy = policyOnDay(policies, on);
    return [...cycles.rows.values()]
      .flatMap((cycle) => cycleLines(cycle, [...needs.rows.values()], [...plans.rows.values()], policy, on))
      .sort(
        byCells(
          ({ year }) => year,
          ({ cycleId }) => cycleId,
          ({ due }) => due,
        ),
      );
  },
});

function cycleLines(
  cycle: CycleRow,
  allNeeds: readonly NeedRow[],
  plans: readonly PlanRow[],
  policy: PolicyOnDay,
  on: LocalDate,
): readonly PlanProgressLine[] {
  const needs = allNeeds.filter(({ cycleId }) => cycleId === cycle.cycleId);
  const steps = stepsOf(needs, entriesOf(cycle, plans));
  return cycle.steps.map(({ step, workingDays, due }) => {
    const found = steps[step];
    const head = { cycleId: cycle.cycleId, year: cycle.year, step, workingDays, due };
    return { ...head, ...(found === undefined ? UNKNOWN : progress(found, due, policy, on)) };
  });
}

const UNKNOWN = {
  status: 'unknown',
  done: null,
  waiting: null,
  firstOn: null,
  lastOn: null,
  workingDaysTaken: null,
  daysLate: null,
} as const;

/** When each need took a step (instants), and how many wait for it. */
interface Step {
  readonly taken: readonly string[];
  readonly waiting: number;
}

function stepsOf(needs: readonly NeedRow[], entries: ReadonlyMap<string, string>): Readonly<Record<string, Step>> {
  const instants = (of: (need: NeedRow) => string | null | undefined): readonly string[] =>
    needs.flatMap((need) => of(need) ?? []);
  const waiting = (status: NeedRow['status']): number => needs.filter((need) => need.status === status).length;
  return {
    inventory: { taken: instants(({ proposedAt }) => proposedAt), waiting: waiting('returned') },
    verify: { taken: instants(({ verifiedAt }) => verifiedAt), waiting: waiting('proposed') },
    validate: { taken: instants(({ validatedAt }) => validatedAt), waiting: waiting('verified') },
    enter: {
      taken: instants(({ needId }) => entries.get(needId)),
      waiting: needs.filter(({ status, needId }) => status === 'validated' && !entries.has(needId)).length,
    },
  };
}

/** When each need came into the plan of the year of the cycle. */
function entriesOf(cycle: CycleRow, plans: readonly PlanRow[]): ReadonlyMap<string, string> {
  return new Map(
    plans
      .filter(({ year, agencyId }) => year === cycle.year && agencyId === cycle.agencyId)
      .flatMap(({ items }) => items.flatMap(({ needIds, addedAt }) => needIds.map((needId) => [needId, addedAt]))),
  );
}

function progress({ taken, waiting }: Step, due: LocalDate, { calendar, dayOf }: PolicyOnDay, on: LocalDate) {
  const days = taken.map(dayOf).sort();
  const [firstOn] = days;
  const lastOn = days.at(-1);
  const unfinished = waiting > 0 || lastOn === undefined;
  const until = unfinished ? on : lastOn;
  return {
    status: waiting > 0 ? 'open' : lastOn === undefined ? 'notBegun' : 'done',
    done: days.length,
    waiting,
    firstOn: firstOn ?? null,
    lastOn: lastOn ?? null,
    workingDaysTaken: firstOn === undefined ? null : workingDaysBetween(addDays(firstOn, -1), until, calendar),
    daysLate: workingDaysBetween(due, until, calendar),
  } as const;
}
