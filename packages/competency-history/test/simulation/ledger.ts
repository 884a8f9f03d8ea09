import {
  AttendanceRecorded,
  BatchScheduled,
  CreditJp,
  type DevelopmentForm,
  indonesia2026,
  type JpCap,
  JpClaimSubmitted,
  JpCredited,
  JpSource,
  type JpVariant,
  jpLedger,
  jpLedgerState,
  LearningCommunityFormed,
  LearningCommunityMet,
  LocalDate,
  latestBy,
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipProposed,
  NominationConfirmed,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  POLICY,
  type PolicyFigures,
  PolicyVersionAdopted,
  RejectJpClaim,
  sourceKey,
} from '@pembinaan/core';
import { type Correction, type DomainEvent, type EventStore, handle, projection } from '@pembinaan/event-sourcing';
import { fixedRuntime, givenEvents } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import type { KnownActivity, KnownCredit, RecreditedCredit } from '../../src/simulation/recredited.js';

import { claimOf, known, type Spell } from './credits.js';

export const DAYS = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'];
export const day = fc.constantFrom(...DAYS);
export const spell = fc.record({ date: day, minutes: fc.integer({ min: 1, max: 300 }) });
export const variants = [undefined, 'microlearning'] as const;

export type Done =
  | { readonly what: 'session'; readonly kind: 'mentoring' | 'coaching' | 'onTheJob'; readonly date: string }
  | { readonly what: 'batch'; readonly form: DevelopmentForm; readonly days: readonly Spell[] }
  | { readonly what: 'meeting'; readonly date: string; readonly minutes: number }
  | {
      readonly what: 'claim';
      readonly form: DevelopmentForm;
      readonly variant: JpVariant | undefined;
      readonly days: readonly Spell[];
      readonly international: boolean;
    };
export const claimedDays = fc
  .tuple(fc.constantFrom('2026', '2027'), fc.uniqueArray(spell, { minLength: 1, selector: ({ date }) => date }))
  .map(([year, days]) => days.filter(({ date }) => date.startsWith(year)))
  .filter((days) => days.length > 0);

export const done: fc.Arbitrary<Done> = fc.oneof(
  fc.record({
    what: fc.constant('session' as const),
    kind: fc.constantFrom('mentoring' as const, 'coaching' as const, 'onTheJob' as const),
    date: day,
  }),
  fc.record({
    what: fc.constant('batch' as const),
    form: fc.constantFrom<DevelopmentForm>('NKL03', 'NKL09', 'NKL10', 'NKL01', 'KL03', 'KL06'),
    days: fc.array(spell, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ what: fc.constant('meeting' as const), date: day, minutes: fc.integer({ min: 1, max: 300 }) }),
  fc
    .record({
      what: fc.constant('claim' as const),
      form: fc.constantFrom<DevelopmentForm>('NKL03', 'NKL09'),
      variant: fc.constantFrom(...variants),
      days: claimedDays,
      international: fc.boolean(),
    })
    .map((claim) => (claim.form === 'NKL03' ? claim : { ...claim, variant: undefined })),
);

export const by = (subjectId: string) => ({ subjectId });
export const HASH = 'a'.repeat(64);
export const lastOf = (days: readonly Spell[]) => days.map(({ date }) => date).reduce((a, b) => (a > b ? a : b));
export const PROGRAMME_JP = 2000;

/** The day of the activity, its source, what the ledger would read of it, and the events that tell it. */
export function toldOf(activity: Done, index: number) {
  switch (activity.what) {
    case 'session':
      return sessionTold(activity, `m${index}`);
    case 'batch':
      return batchTold(activity, `b${index}`);
    case 'meeting':
      return meetingTold(activity, `c${index}`);
    case 'claim':
      return claimTold(activity, `k${index}`);
  }
}

export interface Told {
  readonly date: string;
  readonly source: JpSource;
  readonly activity: KnownActivity;
  readonly stream: string;
  readonly events: readonly DomainEvent[];
}
export type DoneOf<K extends Done['what']> = Extract<Done, { readonly what: K }>;

export function sessionTold({ kind, date }: DoneOf<'session'>, id: string): Told {
  const session = { mentorId: 'mentor-1', menteeId: 'employee-1', sessionId: 's1', date };
  return {
    date,
    source: JpSource.parse({ kind: 'mentorship', mentorshipId: id, sessionId: 's1' }),
    activity: known([{ date, minutes: 60 }]),
    stream: `mentorship-${id}`,
    events: [
      MentorshipProposed.of({
        mentorId: 'mentor-1',
        menteeId: 'employee-1',
        kind,
        competencies: ['M05'],
        goals: [{ goalId: 'goal-1', topicCode: 'queue' }],
        period: { from: '2026-12-01', to: '2027-01-31' },
        proposedBy: by('head-1'),
      }),
      MentoringSessionRecorded.of({
        ...session,
        minutes: 60,
        topicCodes: ['queue'],
        goalProgress: [],
        recordedBy: by('mentor-1'),
      }),
      MentoringSessionConfirmed.of({ ...session, agreed: true, confirmedBy: by('employee-1') }),
    ],
  };
}

export function batchTold({ form, days }: DoneOf<'batch'>, id: string): Told {
  const programId = 'program-1';
  const employeeId = 'employee-1';
  const period = { from: DAYS[0] ?? '', to: lastOf(days) };
  const sessions = days.map((session, index) => ({ ...session, sessionId: `s${index + 1}` }));
  return {
    date: period.to,
    source: JpSource.parse({ kind: 'batch', batchId: id }),
    activity: known(days, false, PROGRAMME_JP),
    stream: `batch-${id}`,
    events: [
      BatchScheduled.of({
        programId,
        period,
        sessions,
        capacity: 30,
        venue: 'Training hall',
        form,
        jp: PROGRAMME_JP,
        passMark: 7000,
        maxAttempts: 3,
        budget: { budgetId: 'budget-1', commitmentId: 'commitment-1' },
        evaluationId: 'evaluation-1',
        scheduledBy: by('organiser-1'),
      }),
      ParticipantNominated.of({ programId, employeeId, unitId: 'unit-1', period, nominatedBy: by('head-1') }),
      NominationConfirmed.of({
        programId,
        employeeId,
        form,
        jp: PROGRAMME_JP,
        period,
        aboveCeiling: false,
        confirmedBy: by('organiser-1'),
      }),
      ...sessions.map(({ sessionId, minutes }) =>
        AttendanceRecorded.of({
          programId,
          employeeId,
          sessionId,
          present: true,
          minutes,
          method: 'sheet',
          recordedBy: by('recorder-1'),
        }),
      ),
      ParticipantOutcomeDecided.of({
        programId,
        employeeId,
        outcome: 'completed',
        attendanceShare: 10_000,
        decidedBy: by('organiser-1'),
      }),
    ],
  };
}

export function meetingTold({ date, minutes }: DoneOf<'meeting'>, id: string): Told {
  return {
    date,
    source: JpSource.parse({ kind: 'community', communityId: id, meetingId: 'meeting-1' }),
    activity: known([{ date, minutes }]),
    stream: `learningCommunity-${id}`,
    events: [
      LearningCommunityFormed.of({
        name: 'Counter clerks of the sub-districts',
        positionFamily: 'pelaksana',
        coordinatorId: 'employee-9',
        sponsorUnitId: 'unit-1',
        topicCodes: ['queue'],
        formedOn: '2026-01-05',
        formedBy: by('clerk-1'),
      }),
      LearningCommunityMet.of({
        meetingId: 'meeting-1',
        date,
        minutes,
        attendees: ['employee-1', 'employee-2'],
        units: ['unit-1'],
        topicCodes: ['queue'],
        recordedBy: by('clerk-1'),
      }),
    ],
  };
}

export function claimTold({ form, variant, days, international }: DoneOf<'claim'>, claimId: string): Told {
  const date = lastOf(days);
  return {
    date,
    source: claimOf(claimId),
    activity: known(days, international),
    stream: jpLedgerState.streamOf(ledgerOf(date)),
    events: [
      JpClaimSubmitted.of({
        claimId,
        employeeId: 'employee-1',
        year: yearIn(date),
        form,
        ...(variant !== undefined && { variant }),
        days: [...days],
        international,
        evidenceHash: HASH,
        inWorkingHours: false,
        submittedBy: by('employee-1'),
      }),
    ],
  };
}

export const yearIn = (date: string) => Number(date.slice(0, 4));
export const ledgerOf = (date: string) => `employee-1-${yearIn(date)}`;

/** A policy: its figures from a day on. */
export type Version = readonly [from: string, figures: PolicyFigures];

export const adopted = ([effectiveFrom, those]: Version) =>
  PolicyVersionAdopted.of({
    version: `from-${effectiveFrom}`,
    effectiveFrom,
    figures: those,
    legalBasis: indonesia2026.legalBasis,
    decree: { number: '800/17/2026', date: '2026-01-02', documentHash: HASH },
    adoptedBy: by('ppk-1'),
  });
export const figuresOfDay = (versions: readonly Version[]) => (on: LocalDate) =>
  latestBy(versions, on, ([from]) => LocalDate.parse(from))?.[1];

export const anyRow = projection({
  name: 'any-row',
  version: 1,
  events: [JpCredited],
  initial: () => ({}),
  key: () => '',
  on: { JpCredited: (row) => row },
});

/**
 * What the ledgers recorded after the activities were credited in that order, and what stands in them at the end. An activity that
 * comes a second time is credited anew, as a correction; a claim is rejected before that, so that its credit is taken back.
 */
export async function creditedByTheLedger(
  activities: readonly Done[],
  order: readonly number[],
  versions: readonly Version[],
) {
  const told = activities.map(toldOf);
  const store: EventStore = await givenEvents(anyRow, [
    ...versions.map((version) => [`policy-${POLICY}`, adopted(version)] as const),
    ...told.flatMap(({ stream, events }) => events.map((event) => [stream, event] as const)),
  ]).store();
  const context = { actor: { subjectId: 'verifier-1', roles: [] }, runtime: fixedRuntime() };
  const first = new Map<number, Correction>();
  const record: KnownCredit[] = [];
  for (const [turn, index] of order.entries()) {
    const activity = told[index];
    if (activity === undefined) continue;
    const { source, date } = activity;
    const corrects = first.get(index);
    if (corrects !== undefined && source.kind === 'claim') {
      const rejection = RejectJpClaim({ claimId: source.claimId, reason: { code: 'evidenceUnclear' } });
      accepted(await handle(store, jpLedger, ledgerOf(date), rejection, { ...context, commandId: `reject-${turn}` }));
    }
    const handled = accepted(
      await handle(store, jpLedger, ledgerOf(date), CreditJp({ employeeId: 'employee-1', source }), {
        ...context,
        commandId: `credit-${turn}`,
        ...(corrects !== undefined && { corrects }),
      }),
    );
    for (const event of handled.events) {
      if (event.type !== JpCredited.type) continue;
      if (corrects === undefined) first.set(index, { eventId: event.id, reason: 'Counted again' });
      record.push({ ...event.data, recordedOrder: event.position, activity: activity.activity });
    }
  }
  return { record, standing: standingOf(record) };
}

export function accepted<T extends { readonly accepted: boolean }>(
  handled: T,
): Extract<T, { readonly accepted: true }> {
  if (!isAccepted(handled)) throw new Error(`The ledger refused: ${JSON.stringify(handled)}`);
  return handled;
}
export const isAccepted = <T extends { readonly accepted: boolean }>(
  handled: T,
): handled is Extract<T, { readonly accepted: true }> => handled.accepted;

/** What stands of a record, as the events say it: the last credit of each source. */
export const standingOf = (record: readonly KnownCredit[]) =>
  [...new Map(record.map((entry) => [sourceKey(entry.source), entry])).values()].sort((a, b) =>
    a.recordedOrder < b.recordedOrder ? -1 : 1,
  );
export const asRecorded = (standing: readonly (KnownCredit & { readonly capApplied?: JpCap })[]) =>
  standing.map(({ source, jpRaw, jpCredited, capApplied }) => ({
    source,
    jpRaw,
    jpCredited,
    capApplied: capApplied ?? null,
  }));
export const asRecredited = (results: readonly RecreditedCredit[]) =>
  results.map(({ recorded, jpRaw, jpCredited, capApplied }) => ({
    source: recorded.source,
    jpRaw,
    jpCredited,
    capApplied,
  }));
