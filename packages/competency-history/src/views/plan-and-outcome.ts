import { addDays, type LocalDate, localDate, type Period, sourceKey } from '@pembinaan/core';
import { peopleReadModel } from '../history/people-read-model.js';
import { assessmentOn } from '../levels/levels.js';
import { inOrder } from '../order.js';
import { type AssignmentRecord, assignmentRecords } from '../records/assignment-records.js';
import { type JpRecord, jpRecords } from '../records/jp-records.js';
import { levelRecords } from '../records/level-records.js';
import { developmentNeeds, type NeedRow, needRecords } from '../records/need-records.js';
import { developmentPlans, type PlanRow } from '../records/plan-records.js';
import { policies, timeZoneOf } from '../records/policies.js';
import { type ProgramPlanItemRow, programPlanItems } from '../records/program-plan-items.js';
import { placementOn, serviceRecords, unitOn } from '../records/service-records.js';
import { requiredOn, standards } from '../records/standards.js';

/** A development need of a person, with what was planned for it and what came of it. JP are hundredths, levels 1-5. */
export interface PlanAndOutcomeLine {
  readonly unitId: string | null;
  readonly employeeId: string;
  readonly needId: string;
  /** The year for which it was proposed. */
  readonly year: number;
  readonly origin: string;
  readonly competency: string;
  readonly form: string;
  readonly proposedOn: string;
  /**
   * How far it came: what happened goes before what was planned. `declined`: returned or rejected; `nominated`: for something that has not
   * begun; `unserved`: the programme that was to serve it was cancelled.
   */
  readonly status:
    | 'proposed'
    | 'verified'
    | 'declined'
    | 'validated'
    | 'planned'
    | 'nominated'
    | 'inTraining'
    | 'completed'
    | 'notCompleted'
    | 'unserved';
  /** The item of an established plan that rests on it; of several the one of the latest plan. */
  readonly planId: string | null;
  readonly planItemId: string | null;
  /** JP for which the need asks. */
  readonly jpNeeded: number;
  /** JP of the plan item for each participant; null where no established plan has one. */
  readonly jpPlanned: number | null;
  /** JP credited up to the day for what served the need. */
  readonly jpCredited: number;
  /** Batches and workplaces that were to serve the need, or did. */
  readonly trainings: number;
  /** By the standard of the position on the day; null where it asks for none. */
  readonly levelRequired: number | null;
  /** By somebody else, on the eve of the first training that has begun, or else on the day of the proposal; null where not assessed. */
  readonly levelBefore: number | null;
  /** By somebody else, on the day asked about. */
  readonly levelAfter: number | null;
  /** Whether a level that was below what is required has reached it; null where it was not below, nothing is required, or nobody has assessed it since. */
  readonly gapClosed: boolean | null;
}

/**
 * L1, B1, M9: the development plan of each person against what happened. A nomination that names a need serves that need alone; one that
 * names none serves the needs on which the plan item of its programme rests, so that a batch may stand behind two needs of a person. Level
 * before and after is no proof that the training did it.
 */
export const planAndOutcome = peopleReadModel({
  name: 'PlanAndOutcome',
  question: {
    en: 'What became of each need of a civil servant: was it planned, was it served, how many JP did it bring, and did it close the gap?',
    id: 'Apa tindak lanjut setiap kebutuhan pengembangan seorang ASN: apakah direncanakan, dipenuhi, berapa JP hasilnya, dan apakah kesenjangannya tertutup?',
  },
  needs: [
    needRecords,
    developmentNeeds,
    developmentPlans,
    assignmentRecords,
    programPlanItems,
    jpRecords,
    levelRecords,
    serviceRecords,
    standards,
    policies,
  ],
  linesOf: 'person',
  tells: 'everPlaced',
  looksBackTo: (on) => on,
  dayOf: ({ proposedOn }: PlanAndOutcomeLine) => proposedOn,
  answer: (
    [needs, needRows, plans, assignments, programs, jp, levels, service, standardRows, policyRows],
    on,
  ): readonly PlanAndOutcomeLine[] => {
    const timeZone = timeZoneOf(policyRows.rows);
    const planned = plannedFor(plans.rows);
    const lines = [...needs.rows].flatMap(([employeeId, { needIds }]) => {
      const record = service.get(employeeId);
      const placement = placementOn(record, on);
      const required = requiredOn(placement && standardRows.get(placement.standardId), on);
      const assessments = Object.values(levels.get(employeeId)?.assessments ?? {});
      const servingOf = trainingsByNeed(assignments.get(employeeId), programs.rows, plans.rows, on);
      const creditedFor = creditsBySource(jp.get(employeeId), on);
      return needIds.flatMap((needId): PlanAndOutcomeLine[] => {
        const need = needRows.get(needId);
        // A need that was returned may have been proposed anew for somebody else.
        if (need === undefined || need.proposal === null || need.proposal.employeeId !== employeeId) return [];
        const { year, origin, competency, form, jp: jpNeeded, proposedAt } = need.proposal;
        const proposedOn = localDate(proposedAt, timeZone);
        const item = planned.get(needId);
        const trainings = servingOf.get(needId) ?? [];
        const levelOn = (day: LocalDate) =>
          assessmentOn(assessments, competency, day, ({ method }) => method !== 'self')?.level ?? null;
        const levelRequired = required.get(competency) ?? null;
        const levelBefore = levelOn(eveOf(trainings) ?? proposedOn);
        const levelAfter = levelOn(on);
        return [
          {
            unitId: unitOn(record, on),
            employeeId,
            needId,
            year,
            origin,
            competency,
            form,
            proposedOn,
            status: statusOf(need, item !== undefined, trainings),
            planId: item?.planId ?? null,
            planItemId: item?.itemId ?? null,
            jpNeeded,
            jpPlanned: item?.jp ?? null,
            jpCredited: trainings.reduce((sum, { source }) => sum + (creditedFor.get(source) ?? 0), 0),
            trainings: trainings.length,
            levelRequired,
            levelBefore,
            levelAfter,
            gapClosed:
              levelRequired === null || levelAfter === null || levelRequired <= (levelBefore ?? 0)
                ? null
                : levelRequired <= levelAfter,
          },
        ];
      });
    });
    return inOrder(lines, ({ unitId, employeeId, year, needId }) => [unitId, employeeId, year, needId]);
  },
});

/** A batch or a workplace that was to serve a need. */
interface Training {
  readonly source: string;
  /** Null for what came to nothing: declined, cancelled. */
  readonly came: 'nominated' | 'inTraining' | 'completed' | 'notCompleted' | null;
  readonly period: Period | null;
}

function statusOf(need: NeedRow, isPlanned: boolean, trainings: readonly Training[]): PlanAndOutcomeLine['status'] {
  for (const came of ['completed', 'inTraining', 'nominated', 'notCompleted'] as const) {
    if (trainings.some((training) => training.came === came)) return came;
  }
  if (need.unserved) return 'unserved';
  return isPlanned ? 'planned' : need.status;
}

/** The day before the first training that has begun; undefined where none has. */
function eveOf(trainings: readonly Training[]): LocalDate | undefined {
  const [first] = trainings
    .flatMap(({ came, period }) => (came === null || came === 'nominated' || period === null ? [] : [period.from]))
    .sort();
  return first === undefined ? undefined : addDays(first, -1);
}

/** The trainings of a person by the needs that they serve; each is looked at once. */
function trainingsByNeed(
  record: AssignmentRecord | undefined,
  programs: ReadonlyMap<string, ProgramPlanItemRow>,
  plans: ReadonlyMap<string, PlanRow>,
  on: LocalDate,
): ReadonlyMap<string, readonly Training[]> {
  const found = new Map<string, Training[]>();
  const serves = (needId: string, training: Training) => {
    const known = found.get(needId);
    if (known === undefined) found.set(needId, [training]);
    else known.push(training);
  };
  for (const [batchId, { programId, needId, status, period }] of Object.entries(record?.batches ?? {})) {
    const planItem = programs.get(programId)?.planItem ?? null;
    const rests = planItem === null ? [] : (plans.get(planItem.planId)?.items[planItem.itemId]?.needIds ?? []);
    const training = { source: `batch/${batchId}`, came: cameOfBatch(status, period, on), period };
    for (const one of needId === null ? rests : [needId]) serves(one, training);
  }
  for (const [id, { needId, status, period }] of Object.entries(record?.workplaces ?? {})) {
    if (needId === null) continue;
    const came = status === 'assigned' ? begun(period, on) : status === 'completed' ? 'completed' : 'notCompleted';
    serves(needId, { source: `workplace/${id}`, came, period });
  }
  return found;
}

function cameOfBatch(
  status: AssignmentRecord['batches'][string]['status'],
  period: Period | null,
  on: LocalDate,
): Training['came'] {
  switch (status) {
    case 'nominated':
      return 'nominated';
    case 'confirmed':
      return period === null ? 'nominated' : begun(period, on);
    case 'completed':
      return 'completed';
    case 'notCompleted':
    case 'withdrawn':
      return 'notCompleted';
    case 'declined':
    case 'cancelled':
      return null;
  }
}

function begun({ from }: Period, on: LocalDate): 'inTraining' | 'nominated' {
  return from <= on ? 'inTraining' : 'nominated';
}

interface Planned {
  readonly planId: string;
  readonly itemId: string;
  readonly jp: number;
  readonly year: number;
}

/** The items of established plans by the needs on which they rest. */
function plannedFor(plans: ReadonlyMap<string, PlanRow>): ReadonlyMap<string, Planned> {
  const found = new Map<string, Planned>();
  for (const [planId, { established, year, items }] of plans) {
    if (!established || year === null) continue;
    for (const [itemId, { needIds, jp, removed }] of Object.entries(items)) {
      if (removed) continue;
      for (const needId of needIds) {
        const known = found.get(needId);
        if (known === undefined || known.year <= year) found.set(needId, { planId, itemId, jp, year });
      }
    }
  }
  return found;
}

/** JP hundredths credited up to a day by source. */
function creditsBySource(record: JpRecord | undefined, on: LocalDate): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const credit of Object.values(record?.credits ?? {})) {
    if (on < credit.on) continue;
    const key = sourceKey(credit.source);
    sums.set(key, (sums.get(key) ?? 0) + credit.jpCredited);
  }
  return sums;
}
