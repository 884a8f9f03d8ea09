import { POLICY, policyInForce, timeZoneOf } from '@pembinaan/core';
import { type Entry, idOf } from '@pembinaan/event-sourcing';
import { type Reading, streamOf } from '../effectiveness/reading.js';
import {
  actionsOn,
  actsOn,
  type ContextEntry,
  type ContextEntryOf,
  forumOf,
  PROGRAMS,
  plansAfter,
  plansRevisedFor,
  reportNumbered,
  reportsBehind,
} from '../files/context-files.js';
import type { ContextEvent } from '../files/kept.js';
import type { ProgramHistory } from '../program/program-history.js';
import { factOf, type Told, toldBy } from '../program/told.js';
import type { ActingEvaluation } from './acting-programs.js';
import type { MentorshipHistory } from './mentorship-history.js';
import type { AgreementHistory } from './partner-history.js';
import { placementHistoryOf } from './placement-history.js';
import { type PlanHistory, planHistoryOf } from './plan-history.js';
import { policyVersionsIn } from './policy-in-view.js';
import type { EvaluationSurroundings, ProgramSurroundings } from './surroundings.js';
import type { ActionHistory, InputHistory, NeedHistory, ReportHistory } from './voice-history.js';

/** Reads what an evaluation of a programme rests on besides its own files. */
export async function evaluationSurroundings(
  reading: Reading,
  program: ProgramHistory,
): Promise<EvaluationSurroundings> {
  const units = unitsOf(program);
  const people = [...new Set(program.batches.flatMap(({ seats }) => [...seats.keys()]))];
  const planId = program.designed?.planItem?.planId;
  const files = await reading.context([
    POLICY_FILE,
    ...(planId === undefined ? [] : [`developmentPlan-${planId}`]),
    ...people.map((employeeId) => `employee-${employeeId}`),
  ]);
  const of = (stream: string): readonly ContextEntry[] => files.get(stream) ?? [];
  const policies = policyVersionsIn(of(POLICY_FILE), POLICY_FILE);
  return {
    policies,
    policy: policyInForce(policies, reading.clock.effective),
    timeZone: timeZoneOf(policies),
    plan:
      planId === undefined ? undefined : planHistoryOf(of(`developmentPlan-${planId}`), `developmentPlan-${planId}`),
    services: await reading.services(units),
    acting: await actingOn(reading, units, servicesOf(program)),
    placements: new Map(people.map((id) => [id, placementHistoryOf(id, of(`employee-${id}`))])),
  };
}

/** Reads what else belongs to a programme. */
export async function programSurroundings(reading: Reading, program: ProgramHistory): Promise<ProgramSurroundings> {
  const evaluation = await evaluationSurroundings(reading, program);
  const needIds = new Set([
    ...(evaluation.plan?.items.find(({ itemId }) => itemId === program.designed?.planItem?.itemId)?.needIds ?? []),
    ...program.batches.flatMap(({ seats }) => [...seats.values()].flatMap(({ needId }) => needId ?? [])),
  ]);
  const needs = await needsOf(reading, [...needIds]);
  return {
    ...evaluation,
    needs,
    reports: await reportsBehindNeeds(reading, needs),
    inputs: await inputsBehindNeeds(reading, needs),
    actions: await actionsOf(reading, program.programId),
    mentorships: await mentorshipsOf(reading, program),
    agreements: await agreementsOf(reading, program),
    plans: await plansOf(reading, program),
  };
}

const POLICY_FILE = `policy-${POLICY}`;

function unitsOf({ evaluations }: ProgramHistory): readonly string[] {
  return [
    ...new Set(evaluations.flatMap(({ serviceUnits, comparisonUnits }) => [...serviceUnits, ...comparisonUnits])),
  ];
}

function servicesOf({ evaluations }: ProgramHistory): ReadonlySet<string> {
  return new Set(evaluations.flatMap(({ metrics }) => metrics.map(({ service }) => service)));
}

/** Evaluations of the same services, or of none that they name: what acts on another service of a unit does not stand in the way of this one. */
async function actingOn(
  reading: Reading,
  units: readonly string[],
  services: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly ActingEvaluation[]>> {
  const plans = new Map<string, { readonly stream: string; readonly plan: ContextEntryOf<'EvaluationPlanned'> }[]>();
  for (const [key, entries] of await reading.contextStartingWith(units.map(actsOn))) {
    const unitId = key.slice('acts/'.length, key.indexOf('/', 'acts/'.length));
    const found = all(entries, 'EvaluationPlanned')
      .filter(({ data: { metrics } }) => metrics.length === 0 || metrics.some(({ service }) => services.has(service)))
      .map((plan) => ({ stream: streamOf(key), plan }));
    plans.set(unitId, [...(plans.get(unitId) ?? []), ...found]);
  }
  const programIds = new Set([...plans.values()].flat().map(({ plan }) => plan.data.programId));
  const dates = await reading.contextStartingWith([...programIds].sort().map((id) => `${PROGRAMS}${id}/`));
  const names = new Map<string, string>();
  const held = new Map<string, ContextEntryOf<'BatchScheduled'>['data'][]>();
  for (const [key, entries] of dates) {
    for (const { data } of all(entries, 'ProgramDesigned')) names.set(idOf(streamOf(key)), data.name);
    if (entries.some(({ type }) => type === 'BatchCancelled')) continue;
    for (const { data } of all(entries, 'BatchScheduled')) {
      held.set(data.evaluationId, [...(held.get(data.evaluationId) ?? []), data]);
    }
  }
  return new Map(
    [...plans].map(([unitId, known]) => [
      unitId,
      known.map(({ stream, plan }): ActingEvaluation => {
        const { programId, serviceUnits, metrics } = plan.data;
        const evaluationId = idOf(stream);
        return {
          evaluationId,
          programId,
          programName: names.get(programId) ?? programId,
          role: serviceUnits.some((served) => served === unitId) ? 'served' : 'comparison',
          services: [...new Set(metrics.map(({ service }) => service))],
          sessionDays: (held.get(evaluationId) ?? [])
            .flatMap(({ sessions, period }) => (sessions.length > 0 ? sessions.map(({ date }) => date) : [period.from]))
            .sort(),
          told: toldBy(plan, stream),
        };
      }),
    ]),
  );
}

async function needsOf(reading: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, NeedHistory>> {
  const files = await reading.context(ids.map((id) => `developmentNeed-${id}`));
  return new Map(
    [...files].flatMap(([stream, entries]) => {
      const proposed = last(all(entries, 'DevelopmentNeedProposed'), stream);
      return proposed === undefined
        ? []
        : [[idOf(stream), { needId: idOf(stream), proposed, status: statusOf(entries) }]];
    }),
  );
}

function statusOf(entries: readonly ContextEntry[]): NeedHistory['status'] {
  let status: NeedHistory['status'] = 'proposed';
  for (const entry of entries) {
    if (entry.type === 'DevelopmentNeedProposed') status = 'proposed';
    if (entry.type === 'DevelopmentNeedVerified') status = 'verified';
    if (entry.type === 'DevelopmentNeedDeclined') status = entry.data.kind;
    if (entry.type === 'DevelopmentNeedValidated') status = 'validated';
  }
  return status;
}

/** Reports whose closing names a need, and those to which a need refers by their id or by their number outside. */
async function reportsBehindNeeds(
  reading: Reading,
  needs: ReadonlyMap<string, NeedHistory>,
): Promise<readonly ReportHistory[]> {
  const refs = refsOf(needs, 'complaint');
  const drawers = await reading.contextStartingWith([
    ...[...needs.keys()].map(reportsBehind),
    ...refs.map(reportNumbered),
  ]);
  const streams = new Set([...[...drawers.keys()].map(streamOf), ...refs.map((ref) => `publicReport-${ref}`)]);
  return [...(await reading.context([...streams]))].flatMap(([stream, entries]) => {
    const received = last(all(entries, 'PublicReportReceived'), stream);
    if (received === undefined) return [];
    const answered = last(all(entries, 'PublicReportAnswered').slice(0, 1), stream) ?? null;
    return [
      {
        reportId: idOf(stream),
        received,
        answered,
        closed: last(all(entries, 'PublicReportClosed'), stream) ?? null,
      },
    ];
  });
}

/** Inputs to which a need refers by their id, or by `forum/input`. */
async function inputsBehindNeeds(
  reading: Reading,
  needs: ReadonlyMap<string, NeedHistory>,
): Promise<readonly InputHistory[]> {
  const wanted = new Set(refsOf(needs, 'forum').map(streamOf));
  const drawers = await reading.contextStartingWith([...wanted].sort().map(forumOf));
  const forums = await reading.context([...drawers.keys()].map(streamOf));
  return [...forums].flatMap(([stream, entries]) => {
    const heldOn = all(entries, 'PublicForumHeld').at(-1)?.data.date ?? null;
    return all(entries, 'PublicInputRecorded')
      .filter(({ data }) => wanted.has(data.inputId))
      .map((entry) => ({ ...entry.data, forumId: idOf(stream), heldOn, told: toldBy(entry, stream) }));
  });
}

function refsOf(needs: ReadonlyMap<string, NeedHistory>, kind: 'complaint' | 'forum'): readonly string[] {
  return [...needs.values()].flatMap(({ proposed }) =>
    proposed.origin.kind === kind ? (proposed.origin.ref ?? []) : [],
  );
}

async function actionsOf(reading: Reading, programId: string): Promise<readonly ActionHistory[]> {
  return [...(await reading.contextStartingWith(actionsOn(programId)))].flatMap(([key, entries]) => {
    const stream = streamOf(key);
    const assigned = last(all(entries, 'ImprovementActionAssigned'), stream);
    if (assigned === undefined) return [];
    const completed = last(all(entries, 'ImprovementActionCompleted'), stream)?.told ?? null;
    return [{ actionId: idOf(stream), assigned, completed }];
  });
}

async function mentorshipsOf(
  reading: Reading,
  { mentorships }: ProgramHistory,
): Promise<ReadonlyMap<string, MentorshipHistory>> {
  const files = await reading.context(mentorships.map(({ mentorshipId }) => `mentorship-${mentorshipId}`));
  return new Map(
    [...files].map(([stream, entries]) => {
      const answers = new Map(
        all(entries, 'MentoringSessionConfirmed').map(({ data }) => [data.sessionId, data.agreed] as const),
      );
      const sessions = all(entries, 'MentoringSessionRecorded').map(({ data }) => data);
      const confirmed = sessions.filter(({ sessionId }) => answers.get(sessionId) === true);
      const mentorship: MentorshipHistory = {
        mentorshipId: idOf(stream),
        approved: entries.some(({ type }) => type === 'MentorshipApproved'),
        confirmed: confirmed.length,
        recorded: sessions.filter(({ sessionId }) => !answers.has(sessionId)).length,
        disputed: sessions.filter(({ sessionId }) => answers.get(sessionId) === false).length,
        minutes: confirmed.reduce((sum, { minutes }) => sum + minutes, 0),
        outcome: all(entries, 'MentorshipEnded').at(-1)?.data.outcome ?? null,
        told: entries.map((entry) => toldBy(entry, stream)),
      };
      return [mentorship.mentorshipId, mentorship];
    }),
  );
}

async function agreementsOf(reading: Reading, program: ProgramHistory): Promise<readonly AgreementHistory[]> {
  const partners = new Set([
    ...program.batches.flatMap(({ partnerId, speakers }) => [partnerId, ...speakers.map((one) => one.partnerId)]),
    ...program.materials.map(({ coAuthorPartnerId }) => coAuthorPartnerId),
    ...program.workplace.map(({ host }) => (host.kind === 'partner' ? host.partnerId : undefined)),
  ]);
  const files = await reading.context([...partners].flatMap((id) => (id === undefined ? [] : [`partner-${id}`])));
  return [...files].flatMap(([stream, entries]) =>
    all(entries, 'PartnerAgreementSigned').map((entry): AgreementHistory => {
      const ended = all(entries, 'PartnerAgreementEnded').findLast(
        ({ data }) => data.agreementId === entry.data.agreementId,
      );
      return {
        partnerId: idOf(stream),
        signed: { ...entry.data, told: toldBy(entry, stream) },
        ended: ended === undefined ? null : { ...ended.data, told: toldBy(ended, stream) },
      };
    }),
  );
}

/** The lineage is followed plan by plan, in both directions. */
async function plansOf(reading: Reading, program: ProgramHistory): Promise<ReadonlyMap<string, PlanHistory>> {
  const plans = new Map<string, PlanHistory>();
  const own = program.designed?.planItem?.planId;
  const revisedFor = await reading.contextStartingWith(
    program.evaluations.map(({ evaluationId }) => plansRevisedFor(evaluationId)),
  );
  let wanted = new Set([
    ...(own === undefined ? [] : [own]),
    ...program.commitments.map(({ planId }) => planId),
    ...[...revisedFor.keys()].map((key) => idOf(streamOf(key))),
  ]);
  while (wanted.size > 0) {
    const next = new Set<string>();
    for (const [stream, entries] of await reading.context([...wanted].map((id) => `developmentPlan-${id}`))) {
      const plan = planHistoryOf(entries, stream);
      if (plan === undefined) continue;
      plans.set(plan.planId, plan);
      if (plan.previousPlanId !== null) next.add(plan.previousPlanId);
      for (const key of (await reading.contextStartingWith(plansAfter(plan.planId))).keys())
        next.add(idOf(streamOf(key)));
    }
    wanted = new Set([...next].filter((id) => !plans.has(id)));
  }
  return plans;
}

type EntryNamed<T extends ContextEvent['type']> = Extract<ContextEntry, { readonly type: T }>;

function all<T extends ContextEvent['type']>(entries: readonly ContextEntry[], type: T): readonly EntryNamed<T>[] {
  return entries.filter((entry): entry is EntryNamed<T> => entry.type === type);
}

/** What the last of these entries tells, and which event it is. */
function last<D>(entries: readonly Entry<string, D>[], stream: string): (D & { readonly told: Told }) | undefined {
  const entry = entries.at(-1);
  return entry === undefined ? undefined : factOf(entry, stream);
}
