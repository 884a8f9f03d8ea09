import type { View } from '@pembinaan/event-sourcing';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, grouped, inOneCell } from '../../lines.js';
import { type PlanRow, planItems } from '../../plan-items.js';
import { type ActionRow, actionRecords } from '../../records/action-records.js';
import { agencyPolicy, type PolicyOnDay, policyOnDay } from '../../records/agency-policy.js';
import { type BatchRow, batchRecords, scheduledBatches } from '../../records/batch-records.js';
import { type EvaluationRow, evaluationRecords } from '../../records/evaluation-records.js';
import { followUpsFrom, type Voice } from '../../records/follow-ups.js';
import { forumRecords, inputsUntil } from '../../records/forum-records.js';
import { type NeedRow, needRecords } from '../../records/need-records.js';
import { designed, type ProgramEntry, programRegister } from '../../records/program-register.js';
import { reportRecords, reportsUntil } from '../../records/report-records.js';

/** One way from something that the public said to what changed; a voice from which several things followed has several lines. */
export type LoopClosureLine = {
  readonly source: 'report' | 'input';
  /** The report, or the input with its forum. */
  readonly id: string;
  readonly on: string;
  readonly unitId: string;
  readonly service: string | null;
  readonly topics: string | null;
  /** How far it has come: nothing, a need, a plan, a programme, an action begun, an action done, a change measured. */
  readonly reached: 'nothing' | 'need' | 'plan' | 'program' | 'action' | 'done' | 'measured';
  readonly needId: string | null;
  readonly needStatus: string | null;
  readonly planItem: string | null;
  readonly programId: string | null;
  readonly programStatus: string | null;
  readonly actionId: string | null;
  readonly actionDue: string | null;
  readonly actionDoneOn: string | null;
  /** What the evaluation of the programme concluded. */
  readonly conclusion: string | null;
  /** The change that it measured in the unit of the voice, and in its service where it names one: relative improvement, basis points. */
  readonly metric: string | null;
  readonly improvement: number | null;
};

/** T7, auditor question 9: which voices of the public led to a need, a programme or an action, and to a measured change. */
export const loopClosure = agencyReadModel({
  name: 'LoopClosure',
  question: {
    en: 'What came of each report and input of the public: a need, a programme, an action, a measured change?',
    id: 'Apa hasil setiap laporan dan masukan masyarakat: kebutuhan, program, tindakan, perubahan yang terukur?',
  },
  projections: [
    reportRecords,
    forumRecords,
    needRecords,
    actionRecords,
    planItems,
    programRegister,
    batchRecords,
    evaluationRecords,
    agencyPolicy,
  ],
  answer: (
    [reports, forums, needs, actions, plans, programs, batches, evaluations, policies],
    on,
  ): readonly LoopClosureLine[] => {
    const followUp = followUpsFrom(needs, actions);
    const served = servedBy(plans, programs, batches);
    const measured = grouped(evaluations.rows.values(), ({ planned }) => planned?.programId);
    const { dayOf } = policyOnDay(policies, on);
    const voices: readonly Voice[] = [
      ...reportsUntil(reports, on).map((report) => ({ kind: 'report', report }) as const),
      ...inputsUntil(forums, on).map((input) => ({ kind: 'input', input }) as const),
    ];
    return voices
      .flatMap((voice) => {
        const head = headOf(voice);
        const changedBy = (programId: string | null) => changeIn(head, measured.get(programId ?? undefined) ?? []);
        const found = followUp(voice);
        const ways: readonly Way[] = [
          ...found.needs.flatMap((need) => needWays(need, served)),
          ...found.actions.map((action) => actionWay(action, programs, dayOf)),
        ];
        return (ways.length === 0 ? [NO_WAY] : ways).map((way): LoopClosureLine => {
          const change = changedBy(way.programId);
          const isMeasured = change.improvement !== null;
          return { ...head, ...way, reached: isMeasured ? 'measured' : way.reached, ...change };
        });
      })
      .sort(
        byCells(
          (line) => line.on,
          ({ id }) => id,
          ({ needId }) => needId,
          ({ programId }) => programId,
          ({ actionId }) => actionId,
        ),
      );
  },
});

type Head = Pick<LoopClosureLine, 'source' | 'id' | 'on' | 'unitId' | 'service' | 'topics'>;
type Way = Omit<LoopClosureLine, keyof Head | 'conclusion' | 'metric' | 'improvement'>;
type Change = Pick<LoopClosureLine, 'conclusion' | 'metric' | 'improvement'>;

const NO_WAY: Way = {
  reached: 'nothing',
  needId: null,
  needStatus: null,
  planItem: null,
  programId: null,
  programStatus: null,
  actionId: null,
  actionDue: null,
  actionDoneOn: null,
};

function headOf(voice: Voice): Head {
  if (voice.kind === 'input') {
    const { forumId, inputId, on, unitId, service, topics } = voice.input;
    return { source: 'input', id: `${forumId}/${inputId}`, on, unitId, service, topics: inOneCell(topics) };
  }
  const { reportId, receivedOn, unitId, service, topics } = voice.report;
  return { source: 'report', id: reportId, on: receivedOn, unitId, service, topics: inOneCell(topics) };
}

/** What serves a need: the item of a plan that rests on it, and a programme of that item, or one whose batch it filled. */
interface Service {
  readonly needId: string;
  readonly planItem: string | null;
  readonly program: ProgramEntry | null;
}

function servedBy(plans: View<PlanRow>, programs: View<ProgramEntry>, batches: View<BatchRow>) {
  const all = designed(programs);
  const planned = [...plans.rows.values()].flatMap(({ planId, items }) =>
    items.flatMap(({ itemId, needIds }): readonly Service[] => {
      const found = all.filter(({ planItem }) => planItem?.planId === planId && planItem.itemId === itemId);
      const ofItem = found.length === 0 ? [null] : found;
      return needIds.flatMap((needId) =>
        ofItem.map((program) => ({ needId, planItem: `${planId}/${itemId}`, program })),
      );
    }),
  );
  const filled = scheduledBatches(batches)
    .filter(({ status }) => status !== 'cancelled')
    .flatMap(({ programId, seats }) => {
      const program = programs.get(programId) ?? null;
      const item = program?.planItem ?? null;
      const planItem = item === null ? null : `${item.planId}/${item.itemId}`;
      const needIds = Object.values(seats).flatMap(({ needId }) => needId ?? []);
      return needIds.map((needId): Service => ({ needId, planItem, program }));
    });
  const once = new Map(
    [...planned, ...filled].map((way) => [JSON.stringify([way.needId, way.planItem, way.program?.programId]), way]),
  );
  return grouped(once.values(), ({ needId }) => needId);
}

function needWays({ needId, status }: NeedRow, served: ReadonlyMap<string, readonly Service[]>): readonly Way[] {
  const need = { ...NO_WAY, needId, needStatus: status };
  const found = served.get(needId) ?? [];
  if (found.length === 0) return [{ ...need, reached: 'need' }];
  return found.map(({ planItem, program }) => ({
    ...need,
    reached: program === null ? 'plan' : 'program',
    planItem,
    programId: program?.programId ?? null,
    programStatus: program?.status ?? null,
  }));
}

function actionWay(action: ActionRow, programs: View<ProgramEntry>, dayOf: PolicyOnDay['dayOf']): Way {
  const { actionId, programId, due, completedAt } = action;
  return {
    ...NO_WAY,
    reached: completedAt === null ? 'action' : 'done',
    programId,
    programStatus: programId === null ? null : (programs.get(programId)?.status ?? null),
    actionId,
    actionDue: due,
    actionDoneOn: completedAt === null ? null : dayOf(completedAt),
  };
}

/** What the evaluations of a programme said last of the unit and the service of a voice. */
function changeIn({ unitId, service }: Head, evaluations: readonly EvaluationRow[]): Change {
  // The latest last: by the day of the conclusion, and those that are still under way after all others.
  const inOrder = [...evaluations].sort(
    byCells(
      ({ conclusion }) => conclusion === null,
      ({ conclusion }) => conclusion?.on ?? null,
      ({ evaluationId }) => evaluationId,
    ),
  );
  const concluded = inOrder.flatMap(({ conclusion }) => conclusion ?? []);
  const impact = inOrder
    .flatMap(({ impacts }) => Object.values(impacts))
    .filter((each) => each.unitId === unitId && (service === null || each.service === service))
    .at(-1);
  return {
    conclusion: concluded.at(-1)?.conclusion ?? null,
    metric: impact?.metric ?? null,
    improvement: impact?.improvement ?? null,
  };
}
