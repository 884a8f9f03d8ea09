import {
  AttendanceRecorded,
  BatchScheduled,
  CreditJp,
  type DevelopmentForm,
  indonesia2026,
  Jp,
  type JpCap,
  JpClaimSubmitted,
  JpCredited,
  type JpRule,
  JpSource,
  type JpVariant,
  jpLedger,
  jpLedgerState,
  jpRuleFor,
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
  PolicyFigures,
  PolicyVersionAdopted,
  RejectJpClaim,
  sourceKey,
} from '@pembinaan/core';
import { type Correction, type DomainEvent, type EventStore, handle, projection } from '@pembinaan/event-sourcing';
import { fixedRuntime, givenEvents } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type KnownActivity,
  type KnownCredit,
  type RecreditedCredit,
  recredited,
} from '../../src/simulation/recredited.js';

// --- figures ---

const figures = indonesia2026.figures;
type Figures = Partial<Record<keyof PolicyFigures, unknown>>;

/** The default figures with other values, set by the agency. */
function withFigures(values: Figures): PolicyFigures {
  const changes = Object.entries(values).map(([key, value]) => [
    key,
    { value, basis: 'A simulation', certainty: 'agency' },
  ]);
  return PolicyFigures.parse({ ...figures, ...Object.fromEntries(changes) });
}

/** The default figures with another table. */
const withTable = (rowOf: (row: JpRule) => JpRule, values: Figures = {}): PolicyFigures =>
  withFigures({ ...values, 'jp.table': figures['jp.table'].value.map(rowOf) });
const withRow = (changed: JpRule): PolicyFigures =>
  withTable((row) => (row.form === changed.form && row.variant === changed.variant ? changed : row));
const withoutForm = (form: DevelopmentForm): PolicyFigures =>
  withFigures({ 'jp.table': figures['jp.table'].value.filter((row) => row.form !== form) });

/** Those figures on every day. */
const always = (those: PolicyFigures) => () => those;

const dayCap = (value: number): JpCap => ({ per: 'day', unit: 'jp', value });
const selfStudyUpTo = (jp: number) => withRow({ form: 'NKL09', mode: 'hours', cap: dayCap(jp) });

// --- credits as a record may have them ---

type Details = Partial<Omit<KnownCredit, 'jpRaw' | 'jpCredited' | 'activityDate' | 'parts'>> & {
  readonly on?: string;
  readonly parts?: readonly (readonly [day: string, raw: number, credited: number])[];
};

let recordings = 0;
/** Self-study on 4 May 2026, unless it says otherwise; recorded in the order of the calls. */
function credit(raw: number, credited: number, details: Details = {}): KnownCredit {
  recordings += 1;
  const recordedOrder = String(recordings).padStart(8, '0');
  const { on = '2026-05-04', parts, ...others } = details;
  return {
    source: claimOf(`claim-${recordings}`),
    year: Number(on.slice(0, 4)),
    form: 'NKL09',
    activityDate: LocalDate.parse(on),
    jpRaw: Jp.parse(raw),
    jpCredited: Jp.parse(credited),
    ...(parts && { parts: parts.map(partOf) }),
    recordedOrder,
    ...others,
  };
}

const claimOf = (claimId: string) => JpSource.parse({ kind: 'claim', claimId });
const partOf = ([day, raw, credited]: readonly [string, number, number]) => ({
  date: LocalDate.parse(day),
  jpRaw: Jp.parse(raw),
  jpCredited: Jp.parse(credited),
});
const study = (
  ...days: readonly (readonly [day: string, minutes: number])[]
): { readonly activity: KnownActivity } => ({
  activity: {
    programJp: undefined,
    meetings: days.map(([day, minutes]) => ({ date: LocalDate.parse(day), minutes })),
    international: false,
  },
});
const session = (on: string, credited: number, details: Details = {}) =>
  credit(200, credited, { form: 'NKL02', on, ...study([on, 60]), ...details });

const creditedOf = (results: readonly RecreditedCredit[]) => results.map(({ jpCredited }) => jpCredited);
const total = (results: readonly RecreditedCredit[]) => results.reduce((sum, { jpCredited }) => sum + jpCredited, 0);
const withoutActivity = ({ activity: _, ...others }: KnownCredit): KnownCredit => others;

describe('JP under other figures', () => {
  const twoEvenings = [credit(200, 200, study(['2026-05-04', 90])), credit(200, 0, study(['2026-05-04', 90]))];

  it('are the same where a PNS is to reach 24 JP instead of 20: the minimum is no cap', () => {
    const asNow = recredited(twoEvenings, always(figures));
    expect(recredited(twoEvenings, always(withFigures({ 'jp.minimum.pns.year': 2400 })))).toEqual(asNow);
    expect(creditedOf(asNow)).toEqual([200, 0]);
  });

  it('are 3 and not 2 for a day of self-study where 3 JP a day count', () => {
    expect(recredited(twoEvenings, always(selfStudyUpTo(300)))).toMatchObject([
      { how: 'recounted', jpRaw: 200, jpCredited: 200, capApplied: null },
      { how: 'recounted', jpRaw: 200, jpCredited: 100, capApplied: dayCap(300) },
    ]);
  });

  it('are those of 3 and not 2 sessions of mentoring where 3 meetings a month count', () => {
    const sessions = [
      session('2026-05-04', 200),
      session('2026-05-11', 200),
      session('2026-05-18', 0),
      session('2026-05-25', 0),
      session('2026-06-01', 200),
    ];
    expect(creditedOf(recredited(sessions, always(figures)))).toEqual([200, 200, 0, 0, 200]);
    const three = withFigures({ 'mentoring.jp.meetingsPerMonth': 3 });
    expect(creditedOf(recredited(sessions, always(three)))).toEqual([200, 200, 200, 0, 200]);
  });

  it('are counted anew by another table where the activity is known', () => {
    const hours = withFigures({ 'jp.minutes': 60 });
    expect(recredited(twoEvenings, always(hours))).toMatchObject([
      { how: 'recounted', jpRaw: 150, jpCredited: 150 },
      { how: 'recounted', jpRaw: 150, jpCredited: 50 },
    ]);
  });

  it('are kept as recorded before the caps where it is not known', () => {
    const hours = withFigures({ 'jp.minutes': 60 });
    expect(recredited(twoEvenings.map(withoutActivity), always(hours))).toMatchObject([
      { how: 'recapped', jpRaw: 200, jpCredited: 200 },
      { how: 'recapped', jpRaw: 200, jpCredited: 0 },
    ]);
  });

  it('follow the programme, and the factor abroad', () => {
    const course = { programJp: Jp.parse(2000), meetings: undefined, international: true };
    const abroad = withRow({ form: 'KL03', mode: 'program', international: { kind: 'factor', basisPoints: 15_000 } });
    const known = credit(2400, 2400, { form: 'KL03', activity: course });
    expect(recredited([known], always(abroad))).toMatchObject([{ jpRaw: 3000, jpCredited: 3000 }]);
  });

  it('follow the figures of the day of the activity', () => {
    const known = [
      ...['2026-06-30', '2026-07-01'].map((on) => credit(400, 200, { on, ...study([on, 180]) })),
      credit(400, 200, { on: '2026-07-02', parts: [['2026-07-02', 400, 200]] }),
    ];
    const fromJuly = (day: LocalDate) => (day < '2026-07-01' ? figures : selfStudyUpTo(300));
    expect(creditedOf(recredited(known, fromJuly))).toEqual([200, 300, 300]);
  });
});

describe('a credit that was taken back', () => {
  const reversed = credit(0, 0, study(['2026-05-04', 90]));

  it('stays at nothing, also where its activity is known', () => {
    expect(recredited([reversed], always(selfStudyUpTo(900)))).toMatchObject([
      { how: 'unearned', refusal: null, jpRaw: 0, jpCredited: 0, capApplied: null, parts: [] },
    ]);
  });

  it('takes nothing from a cap', () => {
    expect(creditedOf(recredited([reversed, credit(200, 200)], always(figures)))).toEqual([0, 200]);
  });

  it('took from the cap while it stood, where the whole record is given', () => {
    const first = credit(200, 200);
    const cut = credit(200, 0);
    const back = credit(0, 0, { source: first.source });
    expect(recredited([first, cut, back], always(figures))).toMatchObject([
      { recorded: cut, jpCredited: 0 },
      { recorded: back, jpCredited: 0 },
    ]);
    // The standing credits alone do not say that the day was full.
    expect(recredited([cut, back], always(figures))).toMatchObject([{ jpCredited: 200 }, { jpCredited: 0 }]);
  });

  it('is another one than the credit of the same source in another year', () => {
    const moved = credit(200, 200, { on: '2027-01-02' });
    const back = credit(0, 0, { on: '2026-12-31', source: moved.source });
    expect(creditedOf(recredited([moved, back], always(figures)))).toEqual([200, 0]);
  });
});

describe('what other figures do not count', () => {
  const known = credit(200, 200, study(['2026-05-04', 90]));
  const refused = { how: 'refused', jpRaw: 0, jpCredited: 0, capApplied: null, parts: [] };

  it('is refused on a day without a policy', () => {
    expect(recredited([known], () => undefined)).toMatchObject([{ ...refused, refusal: 'noPolicy' }]);
  });

  it('is refused for a form that the table does not have, whether the activity is known or not', () => {
    for (const either of [known, withoutActivity(known)]) {
      expect(recredited([either], always(withoutForm('NKL09')))).toMatchObject([
        { ...refused, refusal: 'formNotInTable' },
      ]);
    }
  });

  it('is refused where the rule asks for what the activity does not have', () => {
    const byCertificate = withRow({ form: 'NKL09', mode: 'program' });
    expect(recredited([known], always(byCertificate))).toMatchObject([{ ...refused, refusal: 'notCountable' }]);
    expect(recredited([withoutActivity(known)], always(byCertificate))).toMatchObject([
      { how: 'recapped', jpCredited: 200 },
    ]);
  });

  it('takes nothing from a cap', () => {
    const byCertificate = withRow({ form: 'NKL09', mode: 'program', cap: dayCap(200) });
    expect(creditedOf(recredited([known, withoutActivity(credit(200, 0))], always(byCertificate)))).toEqual([0, 200]);
  });
});

describe('a cap', () => {
  it('is used up in the order of recording, in whatever order the credits are given', () => {
    const [first, second] = [credit(150, 150), credit(200, 50)];
    const results = recredited([second, first], always(figures));
    expect(results.map(({ recorded }) => recorded)).toEqual([first, second]);
    expect(creditedOf(results)).toEqual([150, 50]);
  });

  it('is used up by an activity that reaches over New Year, and not by a year further off', () => {
    const parts = [['2026-12-31', 200, 200]] as const;
    const inDecember = () => credit(200, 0, { on: '2026-12-31' });
    const overNewYear = credit(200, 200, { on: '2027-01-02', parts });
    const yearsLater = credit(200, 200, { on: '2028-01-02', parts });
    expect(creditedOf(recredited([overNewYear, inDecember()], always(figures)))).toEqual([200, 0]);
    expect(creditedOf(recredited([yearsLater, inDecember()], always(figures)))).toEqual([200, 200]);
  });

  it('is used up on the last day of a course, whenever its days were', () => {
    const oneInAMonth = withRow({ form: 'KL03', mode: 'program', cap: { per: 'month', unit: 'meetings', value: 1 } });
    const course = (...days: readonly string[]) =>
      credit(2000, 2000, {
        form: 'KL03',
        on: days.at(-1) ?? '',
        activity: known(
          days.map((date) => ({ date, minutes: 180 })),
          false,
          2000,
        ),
      });
    const courses = [course('2026-04-20'), course('2026-04-30', '2026-05-04'), course('2026-05-20')];
    expect(creditedOf(recredited(courses, always(oneInAMonth)))).toEqual([2000, 2000, 0]);
  });

  it('is used up on the last day alone by a credit that had none itself, as the ledger has it', () => {
    const seminar = (...days: readonly string[]) =>
      credit(400 * days.length, 400 * days.length, {
        form: 'KL06',
        on: days.at(-1) ?? '',
        ...study(...days.map((date) => [date, 180] as const)),
      });
    const seminars = [seminar('2026-06-30', '2026-07-01'), seminar('2026-06-30')];
    const until = withRow({ form: 'KL06', mode: 'perDay', value: 400, cap: dayCap(400) });
    const cappedUntilJuly = (on: LocalDate) => (on < '2026-07-01' ? until : figures);
    expect(creditedOf(recredited(seminars, cappedUntilJuly))).toEqual([800, 400]);
    expect(creditedOf(recredited(seminars, always(until)))).toEqual([800, 0]);
  });

  it('is one for each form, and microlearning has its own', () => {
    const learning = [
      credit(300, 300, { form: 'NKL03' }),
      credit(300, 300, { form: 'NKL03', variant: 'microlearning' }),
      credit(200, 200, { form: 'NKL10' }),
      credit(100, 0, { form: 'NKL03' }),
    ];
    expect(creditedOf(recredited(learning, always(figures)))).toEqual([300, 300, 200, 0]);
  });

  it('of a module begins anew with each', () => {
    const module = () => credit(400, 300, { form: 'NKL03', variant: 'microlearning' });
    expect(creditedOf(recredited([module(), module()], always(figures)))).toEqual([300, 300]);
  });

  it('that is new for a form of many days takes all as one day where the days are not known', () => {
    const capped = withRow({ form: 'KL06', mode: 'perDay', value: 400, cap: dayCap(300) });
    const days = study(['2026-05-04', 180], ['2026-05-05', 180]);
    const seminar = credit(800, 800, { form: 'KL06', on: '2026-05-05', ...days });
    expect(creditedOf(recredited([seminar], always(capped)))).toEqual([600]);
    expect(creditedOf(recredited([withoutActivity(seminar)], always(capped)))).toEqual([300]);
  });
});

// --- the ledger as it really credits ---

/** Four days over New Year, crowded enough that every cap is reached. */
const DAYS = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'];
const day = fc.constantFrom(...DAYS);
const spell = fc.record({ date: day, minutes: fc.integer({ min: 1, max: 300 }) });
const variants = [undefined, 'microlearning'] as const;

type Done =
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
type Spell = { readonly date: string; readonly minutes: number };

const claimedDays = fc
  .tuple(fc.constantFrom('2026', '2027'), fc.uniqueArray(spell, { minLength: 1, selector: ({ date }) => date }))
  .map(([year, days]) => days.filter(({ date }) => date.startsWith(year)))
  .filter((days) => days.length > 0);

const done: fc.Arbitrary<Done> = fc.oneof(
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

const by = (subjectId: string) => ({ subjectId });
const HASH = 'a'.repeat(64);
const lastOf = (days: readonly Spell[]) => days.map(({ date }) => date).reduce((a, b) => (a > b ? a : b));
const PROGRAMME_JP = 2000;

/** The day of the activity, its source, what the ledger would read of it, and the events that tell it. */
function toldOf(activity: Done, index: number) {
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

interface Told {
  readonly date: string;
  readonly source: JpSource;
  readonly activity: KnownActivity;
  readonly stream: string;
  readonly events: readonly DomainEvent[];
}
type DoneOf<K extends Done['what']> = Extract<Done, { readonly what: K }>;

const known = (days: readonly Spell[], international = false, programJp?: number): KnownActivity => ({
  programJp: programJp === undefined ? undefined : Jp.parse(programJp),
  meetings: days.map(({ date, minutes }) => ({ date: LocalDate.parse(date), minutes })),
  international,
});

function sessionTold({ kind, date }: DoneOf<'session'>, id: string): Told {
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

function batchTold({ form, days }: DoneOf<'batch'>, id: string): Told {
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

function meetingTold({ date, minutes }: DoneOf<'meeting'>, id: string): Told {
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

function claimTold({ form, variant, days, international }: DoneOf<'claim'>, claimId: string): Told {
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

const yearIn = (date: string) => Number(date.slice(0, 4));
const ledgerOf = (date: string) => `employee-1-${yearIn(date)}`;

/** A policy: its figures from a day on. */
type Version = readonly [from: string, figures: PolicyFigures];

const adopted = ([effectiveFrom, those]: Version) =>
  PolicyVersionAdopted.of({
    version: `from-${effectiveFrom}`,
    effectiveFrom,
    figures: those,
    legalBasis: indonesia2026.legalBasis,
    decree: { number: '800/17/2026', date: '2026-01-02', documentHash: HASH },
    adoptedBy: by('ppk-1'),
  });
const figuresOfDay = (versions: readonly Version[]) => (on: LocalDate) =>
  latestBy(versions, on, ([from]) => LocalDate.parse(from))?.[1];

const anyRow = projection({
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
async function creditedByTheLedger(
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

function accepted<T extends { readonly accepted: boolean }>(handled: T): Extract<T, { readonly accepted: true }> {
  if (!isAccepted(handled)) throw new Error(`The ledger refused: ${JSON.stringify(handled)}`);
  return handled;
}
const isAccepted = <T extends { readonly accepted: boolean }>(
  handled: T,
): handled is Extract<T, { readonly accepted: true }> => handled.accepted;

/** What stands of a record, as the events say it: the last credit of each source. */
const standingOf = (record: readonly KnownCredit[]) =>
  [...new Map(record.map((entry) => [sourceKey(entry.source), entry])).values()].sort((a, b) =>
    a.recordedOrder < b.recordedOrder ? -1 : 1,
  );
const asRecorded = (standing: readonly (KnownCredit & { readonly capApplied?: JpCap })[]) =>
  standing.map(({ source, jpRaw, jpCredited, capApplied }) => ({
    source,
    jpRaw,
    jpCredited,
    capApplied: capApplied ?? null,
  }));
const asRecredited = (results: readonly RecreditedCredit[]) =>
  results.map(({ recorded, jpRaw, jpCredited, capApplied }) => ({
    source: recorded.source,
    jpRaw,
    jpCredited,
    capApplied,
  }));

// --- any figures ---

const capInJp: fc.Arbitrary<JpCap> = fc.record({
  per: fc.constantFrom('day' as const, 'month' as const, 'module' as const),
  unit: fc.constant('jp' as const),
  value: fc.integer({ min: 1, max: 900 }),
});
const capInMeetings: fc.Arbitrary<JpCap> = fc.record({
  per: fc.constantFrom('day' as const, 'month' as const, 'module' as const),
  unit: fc.constant('meetings' as const),
  value: fc.integer({ min: 1, max: 4 }),
});

/** Figures with such caps or none, any minutes of a JP, and any JP of a meeting. */
const figuresWith = (cap: fc.Arbitrary<JpCap>): fc.Arbitrary<PolicyFigures> =>
  fc
    .record({
      caps: fc.array(fc.option(cap, { nil: undefined, freq: 8 }), { minLength: 6, maxLength: 6 }),
      minutes: fc.integer({ min: 20, max: 90 }),
      perMeeting: fc.integer({ min: 50, max: 400 }),
      perMonth: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ caps, minutes, perMeeting, perMonth }) =>
      withTable(
        ({ cap: _, ...row }) => {
          const given = caps[CAPPED.indexOf(`${row.form}${row.variant ?? ''}`)];
          return given === undefined ? row : { ...row, cap: given };
        },
        {
          'jp.minutes': minutes,
          'mentoring.jp.perMeeting': perMeeting,
          'mentoring.jp.meetingsPerMonth': perMonth,
        },
      ),
    );
const CAPPED: readonly string[] = ['NKL03', 'NKL03microlearning', 'NKL09', 'NKL10', 'KL06', 'KL03'];

const anyFigures = figuresWith(fc.oneof(capInJp, capInMeetings));

const anyPolicy: fc.Arbitrary<readonly Version[]> = fc
  .tuple(anyFigures, fc.option(fc.tuple(day, anyFigures), { nil: undefined }))
  .map(([first, second]) => [['2026-01-01', first] as const, ...(second === undefined ? [] : [second])]);

const activities = fc.array(done, { minLength: 1, maxLength: 10 });
const orderOf = (done: readonly Done[]) => {
  const indices = done.map((_, index) => index);
  return fc.shuffledSubarray(indices, { minLength: indices.length });
};

/** What a record may have of some activities, with or without them: raw JP that no table need have given. */
const anyRecord: fc.Arbitrary<readonly KnownCredit[]> = fc
  .array(fc.tuple(done, fc.integer({ min: 0, max: 900 }), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 14 })
  .map((entries) =>
    entries.map(([activity, jp, withActivity, withParts], index) => {
      const { date, source, activity: what } = toldOf(activity, index);
      const days = what.meetings ?? [];
      const each = withParts ? days.map((spell) => [spell.date, jp, 0] as const) : undefined;
      return credit(jp * (each?.length ?? 1), 0, {
        on: date,
        source,
        form: formOf(activity),
        variant: activity.what === 'claim' ? activity.variant : undefined,
        ...(each && { parts: each }),
        ...(withActivity && { activity: what }),
      });
    }),
  );

function formOf(activity: Done): DevelopmentForm {
  if (activity.what === 'meeting') return 'NKL10';
  if (activity.what !== 'session') return activity.form;
  return ({ mentoring: 'NKL02', coaching: 'NKL01', onTheJob: 'NKL11' } as const)[activity.kind];
}

/** JP hundredths, or meetings, that count under each cap: by form, and by day, month or module. */
function usedOf(results: readonly RecreditedCredit[], those: PolicyFigures) {
  const used = new Map<string, { amount: number; readonly cap: JpCap }>();
  for (const { recorded, parts } of results) {
    const { form, variant, source } = recorded;
    const cap = jpRuleFor(form, those, variant)?.cap;
    if (cap === undefined) continue;
    for (const { date, jpCredited } of parts) {
      const span = { day: date, month: date.slice(0, 7), module: sourceKey(source) }[cap.per];
      const key = `${form} ${variant ?? ''} ${span}`;
      const entry = used.get(key) ?? { amount: 0, cap };
      entry.amount += cap.unit === 'jp' ? jpCredited : jpCredited > 0 ? 1 : 0;
      used.set(key, entry);
    }
  }
  return used;
}

describe('for any activities, any order and any policy', () => {
  const credited = activities.chain((list) => fc.tuple(fc.constant(list), orderOf(list), anyPolicy));

  it('the figures in force give exactly the credits that the ledger recorded, with the activities', () =>
    fc.assert(
      fc.asyncProperty(credited, async ([list, order, versions]) => {
        const { standing } = await creditedByTheLedger(list, order, versions);
        const results = recredited(standing, figuresOfDay(versions));
        expect(standing).toHaveLength(list.length);
        expect(asRecredited(results)).toEqual(asRecorded(standing));
        expect(results.every(({ how }) => how === 'recounted')).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it('and without them', () =>
    fc.assert(
      fc.asyncProperty(credited, async ([list, order, versions]) => {
        const { standing } = await creditedByTheLedger(list, order, versions);
        const results = recredited(standing.map(withoutActivity), figuresOfDay(versions));
        expect(asRecredited(results)).toEqual(asRecorded(standing));
        expect(results.every(({ how }) => how === 'recapped')).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it('and from the whole record also where credits were corrected or taken back', () => {
    const corrected = activities.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list.keys(), ...list.keys()], { minLength: list.length }),
        anyPolicy,
        fc.boolean(),
      ),
    );
    return fc.assert(
      fc.asyncProperty(corrected, async ([list, order, versions, withActivities]) => {
        const { record, standing } = await creditedByTheLedger(list, order, versions);
        const given = withActivities ? record : record.map(withoutActivity);
        expect(asRecredited(recredited(given, figuresOfDay(versions)))).toEqual(asRecorded(standing));
      }),
      { numRuns: 60 },
    );
  });
});

describe('for any record', () => {
  it('the JP that count never exceed a cap, under any caps and in any order', () =>
    fc.assert(
      fc.property(anyRecord.chain(shuffled), anyFigures, (record, those) => {
        for (const [span, { amount, cap }] of usedOf(recredited(record, always(those)), those)) {
          expect(amount, span).toBeLessThanOrEqual(cap.value);
        }
      }),
    ));

  it('no more counts than was earned, and a cap is named exactly where it took something', () =>
    fc.assert(
      fc.property(anyRecord, anyPolicy, (record, versions) => {
        for (const { jpRaw, jpCredited, capApplied } of recredited(record, figuresOfDay(versions))) {
          expect(jpCredited).toBeLessThanOrEqual(jpRaw);
          expect(capApplied !== null).toBe(jpCredited < jpRaw);
        }
      }),
    ));

  it('all that is earned counts where there are no caps', () => {
    const uncapped = withTable(({ cap: _, ...row }) =>
      row.mode === 'perMeeting' ? { ...row, mode: 'perActivity', value: 200 } : row,
    );
    fc.assert(
      fc.property(anyRecord, (record) => {
        const results = recredited(record, always(uncapped));
        for (const { recorded, how, jpRaw, jpCredited } of results) {
          expect(jpCredited).toBe(jpRaw);
          if (how !== 'recounted') expect(jpRaw).toBe(recorded.jpRaw);
        }
      }),
    );
  });

  it('the order in which the credits are given does not matter', () =>
    fc.assert(
      fc.property(
        anyRecord.chain((record) =>
          fc.tuple(fc.constant(record), fc.shuffledSubarray([...record], { minLength: record.length })),
        ),
        anyPolicy,
        ([record, mixed], versions) => {
          const on = figuresOfDay(versions);
          expect(recredited(mixed, on)).toEqual(recredited(record, on));
        },
      ),
    ));

  it('a higher cap never lowers the total, where one policy holds for all days', () =>
    fc.assert(
      fc.property(anyRecord, anyFigures, fc.integer({ min: 1, max: 300 }), (record, those, more) => {
        const before = total(recredited(record, always(those)));
        expect(total(recredited(record, always(raised(those, more))))).toBeGreaterThanOrEqual(before);
      }),
    ));
});

/** The record as if it had been made in another order. */
function shuffled(record: readonly KnownCredit[]): fc.Arbitrary<readonly KnownCredit[]> {
  return fc
    .shuffledSubarray([...record.keys()], { minLength: record.length })
    .map((order) => record.map((entry, index) => ({ ...entry, recordedOrder: String(order[index]).padStart(8, '0') })));
}

/** The same figures with every cap higher. */
const raised = (those: PolicyFigures, more: number): PolicyFigures =>
  withFigures({
    'jp.minutes': those['jp.minutes'].value,
    'mentoring.jp.perMeeting': those['mentoring.jp.perMeeting'].value,
    'mentoring.jp.meetingsPerMonth': those['mentoring.jp.meetingsPerMonth'].value + more,
    'jp.table': those['jp.table'].value.map((row) =>
      row.cap === undefined ? row : { ...row, cap: { ...row.cap, value: row.cap.value + more } },
    ),
  });

describe('a higher cap on some days only', () => {
  it('never lowers the total, where it is one in JP', () =>
    fc.assert(
      fc.property(
        anyRecord,
        figuresWith(capInJp),
        day,
        fc.integer({ min: 1, max: 300 }),
        (record, those, from, more) => {
          const noGuidance = record.filter(({ form }) => !['NKL01', 'NKL02', 'NKL11'].includes(form));
          const before = total(recredited(noGuidance, always(those)));
          const higher = figuresOfDay([
            ['2026-01-01', those],
            [from, raised(those, more)],
          ]);
          expect(total(recredited(noGuidance, higher))).toBeGreaterThanOrEqual(before);
        },
      ),
    ));

  it('may lower the total, where it is one in meetings and lets in a meeting that is worth less', () => {
    const meetings = [
      credit(200, 200, { form: 'NKL02', on: '2026-05-04' }),
      credit(100, 0, { form: 'NKL02', on: '2026-05-05' }),
      credit(200, 200, { form: 'NKL02', on: '2026-05-18' }),
    ];
    const upTo = (count: number) => withFigures({ 'mentoring.jp.meetingsPerMonth': count });
    const oneThenTwo = (on: LocalDate) => upTo(on < '2026-05-11' ? 1 : 2);
    expect(creditedOf(recredited(meetings, oneThenTwo))).toEqual([200, 0, 200]);
    expect(creditedOf(recredited(meetings, always(upTo(2))))).toEqual([200, 100, 0]);
  });
});
