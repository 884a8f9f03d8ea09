import { competencyHistory, jpCompliance, type PersonView } from '@pembinaan/competency-history';
import {
  ApproveMentorship,
  ConfirmMentoringSession,
  CreditJp,
  DevelopmentForm,
  FormLearningCommunity,
  JpClaimSubmitted,
  JpCredited,
  jpRuleFor,
  LearningCommunityMet,
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  PolicyFigures,
  ProposeMentorship,
  RecordCommunityMeeting,
  RecordMentoringSession,
  RejectJpClaim,
  SubmitJpClaim,
  sourceKey,
} from '@pembinaan/core';
import type { RecordedEvent } from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Agency, type Attempt, agencyFrom } from '../model/agency.js';
import { hash, office } from '../model/cast.js';
import { plusDays } from '../model/days.js';
import { figures, opening } from '../model/opening.js';
import { tally } from '../model/tally.js';

/** Who claims, is mentored and meets; and how each of them is mentored. */
const PEOPLE = ['staff-1', 'staff-2'] as const;
const PAIRS = { 'pair-1': 'mentoring', 'pair-2': 'coaching' } as const;
const CIRCLE = 'kombel';
/** Near the end of a year, so that what is told late or put right also crosses it. */
const BEGIN = '2026-11-20';
const END = '2027-12-31';

/** Something that is done today about days that lie back: which of several, how long ago, how long it took. */
interface Act {
  readonly kind:
    | 'claim'
    | 'credit'
    | 'reject'
    | 'session'
    | 'answer'
    | 'move'
    | 'dispute'
    | 'meet'
    | 'meetAgain'
    | 'wait'
    | 'settle';
  readonly which: number;
  readonly ago: number;
  readonly minutes: number;
}

const acts = fc.array(
  fc.record<Act>({
    kind: fc.constantFrom(
      ...([
        'claim',
        'claim',
        'claim',
        'credit',
        'credit',
        'credit',
        'reject',
        'session',
        'session',
        'session',
      ] as const),
      ...(['answer', 'reject', 'answer', 'move', 'dispute', 'meet', 'meet', 'meetAgain', 'wait', 'settle'] as const),
    ),
    which: fc.nat(20),
    ago: fc.constantFrom(0, 0, 0, 1, 2, 9, 30),
    minutes: fc.constantFrom(45, 90, 135, 300),
  }),
  { minLength: 20, maxLength: 60, size: 'max' },
);

let begun: readonly RecordedEvent[];
beforeAll(async () => {
  begun = await opening();
});

/** An agency in which these acts were done, and what follows from them by itself has followed. */
async function agencyAfter(done: readonly Act[]): Promise<Agency> {
  const agency = await agencyFrom({ name: 'caps', today: BEGIN, tally: tally(), log: begun });
  for (const attempt of founding) {
    if (!(await agency.send(attempt)).accepted) throw new Error(agency.trace.at(-1));
  }
  for (const act of done) {
    if (act.kind === 'wait') agency.waitUntil(plusDays(agency.today, 1 + act.which));
    else if (act.kind === 'settle') await agency.settle();
    else {
      const attempt = attemptOf(act, agency);
      // Refused or not: what matters is what the history says of what was taken.
      if (attempt !== undefined) await agency.send(attempt);
    }
  }
  await agency.settle();
  return agency;
}

const founding: readonly Attempt[] = [
  ...Object.entries(PAIRS).flatMap(([id, kind], index): readonly Attempt[] => [
    {
      by: office.planner,
      to: id,
      command: ProposeMentorship({
        mentorId: index === 0 ? 'senior-loket' : 'senior-izin',
        menteeId: PEOPLE[0],
        kind,
        competencies: ['M03'],
        goals: [{ goalId: 'g1', topicCode: 'waktu-tunggu' }],
        period: { from: BEGIN, to: '2027-04-30' },
      }),
    },
    { by: office.validator, to: id, command: ApproveMentorship({}) },
  ]),
  {
    by: 'head-izin',
    to: CIRCLE,
    command: FormLearningCommunity({
      name: 'Komunitas loket',
      positionFamily: 'mixed',
      coordinatorId: 'head-izin',
      sponsorUnitId: 'unit-loket',
      topicCodes: ['waktu-tunggu'],
    }),
  },
];

function attemptOf({ kind, which, ago, minutes }: Act, agency: Agency): Attempt | undefined {
  const date = plusDays(agency.today, -ago);
  const oneOf = <T>(things: readonly T[]): T | undefined => things[which % Math.max(1, things.length)];
  const { history } = agency;
  switch (kind) {
    case 'claim':
      return claimOf(agency, date, which, minutes);
    case 'credit':
    case 'reject': {
      const claim = oneOf(history.standing(JpClaimSubmitted));
      if (claim === undefined) return undefined;
      const { claimId, employeeId, year } = claim.data;
      const to = `${employeeId}-${year}`;
      return kind === 'credit'
        ? { by: office.verifier, to, command: CreditJp({ employeeId, source: { kind: 'claim', claimId } }) }
        : { by: office.verifier, to, command: RejectJpClaim({ claimId, reason: { code: 'duplicate' } }) };
    }
    case 'session': {
      const pair = which % 2 === 0 ? 'pair-1' : 'pair-2';
      return { by: mentorOf(pair), to: pair, command: sessionOn(agency.newId('sesi'), date) };
    }
    case 'answer': {
      const session = oneOf(history.standing(MentoringSessionRecorded).slice(-3));
      if (session === undefined) return undefined;
      const { sessionId, menteeId } = session.data;
      return { by: menteeId, to: idIn(session), command: ConfirmMentoringSession({ sessionId, agreed: which > 1 }) };
    }
    case 'move': {
      const session = oneOf(history.standing(MentoringSessionRecorded));
      if (session === undefined) return undefined;
      const { sessionId, mentorId } = session.data;
      return { by: mentorId, to: idIn(session), command: sessionOn(sessionId, date), corrects: session.id };
    }
    case 'dispute': {
      const answer = oneOf(history.standing(MentoringSessionConfirmed));
      if (answer === undefined) return undefined;
      const { sessionId, menteeId, agreed } = answer.data;
      const command = ConfirmMentoringSession({ sessionId, agreed: !agreed });
      return { by: menteeId, to: idIn(answer), command, corrects: answer.id };
    }
    case 'meet':
      return { by: 'head-izin', to: CIRCLE, command: meetingOn(agency.newId('temu'), date, which, minutes) };
    case 'meetAgain': {
      const meeting = oneOf(history.standing(LearningCommunityMet));
      if (meeting === undefined) return undefined;
      const command = meetingOn(meeting.data.meetingId, date, which, minutes);
      return { by: 'head-izin', to: CIRCLE, command, corrects: meeting.id };
    }
    default:
      return undefined;
  }
}

function claimOf(agency: Agency, date: string, which: number, minutes: number): Attempt {
  const employeeId = PEOPLE[which % 2] ?? PEOPLE[0];
  const claimId = agency.newId('klaim');
  const [form, variant] = ([['NKL09'], ['NKL03'], ['NKL03', 'microlearning']] as const)[which % 3] ?? ['NKL09'];
  const days = [0, 1, 2].slice(0, 1 + (which % 3)).map((before) => ({ date: plusDays(date, -before), minutes }));
  return {
    by: employeeId,
    to: `${employeeId}-${date.slice(0, 4)}`,
    command: SubmitJpClaim({
      claimId,
      employeeId,
      form,
      ...(variant !== undefined && { variant }),
      days,
      international: false,
      evidenceHash: hash(claimId),
      inWorkingHours: false,
    }),
  };
}

const mentorOf = (pair: keyof typeof PAIRS) => (pair === 'pair-1' ? 'senior-loket' : 'senior-izin');
const idIn = ({ stream }: { readonly stream: string }) => stream.slice(stream.indexOf('-') + 1);

const sessionOn = (sessionId: string, date: string) =>
  RecordMentoringSession({
    sessionId,
    date,
    minutes: 60,
    topicCodes: ['waktu-tunggu'],
    goalProgress: [{ goalId: 'g1', percent: 50 }],
  });

const meetingOn = (meetingId: string, date: string, which: number, minutes: number) =>
  RecordCommunityMeeting({
    meetingId,
    date,
    minutes,
    attendees: which % 4 === 0 ? ['staff-2', 'staff-3'] : [...PEOPLE],
    topicCodes: ['waktu-tunggu'],
  });

/** The credits of a view on a person that stand, each with its parts as its event tells them. */
function standingIn({ credits }: PersonView, log: readonly RecordedEvent[]) {
  const told = new Map(
    log.filter(({ type }) => type === JpCredited.type).map(({ id, data }) => [id, JpCredited.schema.parse(data)]),
  );
  return credits
    .filter(({ correctedBy }) => correctedBy === null)
    .flatMap(({ source, ...credit }) => {
      const data = told.get(source.eventId);
      return data === undefined
        ? []
        : [{ ...credit, variant: data.variant, of: sourceKey(data.source), parts: partsOf(data) }];
    });
}

type Credited = ReturnType<typeof JpCredited>['data'];
const partsOf = ({ parts, activityDate, jpRaw, jpCredited }: Credited) =>
  parts ?? [{ date: activityDate, jpRaw, jpCredited }];

/** The figures by which all of it is counted. */
const inForce = PolicyFigures.parse(figures);

/** What counts of each form in each day, month or module, beside the cap: only what is above it. */
function aboveTheCaps(credits: ReturnType<typeof standingIn>): readonly string[] {
  const used = new Map<string, { amount: number; cap: number }>();
  for (const { form, variant, of, parts } of credits) {
    const cap = jpRuleFor(DevelopmentForm.parse(form), inForce, variant)?.cap;
    if (cap === undefined) continue;
    for (const { date, jpCredited } of parts) {
      const span = { day: date, month: date.slice(0, 7), module: of }[cap.per];
      const key = `${form} ${variant ?? ''} ${span}`;
      const known = used.get(key) ?? { amount: 0, cap: cap.value };
      used.set(key, { ...known, amount: known.amount + (cap.unit === 'jp' ? jpCredited : Math.sign(jpCredited)) });
    }
  }
  return [...used].flatMap(([key, { amount, cap }]) => (amount > cap ? [`${key}: ${amount} of ${cap}`] : []));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('the JP that a history tells', () => {
  it('never exceed the caps, whatever the order, the lateness, the corrections and the rejections', async () => {
    let lost = 0;
    let takenBack = 0;
    const property = fc.asyncProperty(acts, fc.array(fc.nat(), { maxLength: 4 }), async (done, places) => {
      const agency = await agencyAfter(done);
      const history = await competencyHistory(agency.store);
      const positions = [undefined, ...places.map((place) => agency.log[place % agency.log.length]?.position)];
      for (const position of positions) {
        for (const effective of ['2026-12-10', '2026-12-31', '2027-01-20', END]) {
          const then = history.asOf({ effective, position });
          for (const employeeId of PEOPLE) {
            const person = await then.person(employeeId);
            if (person === undefined) continue;
            const credits = standingIn(person, agency.log);
            expect(aboveTheCaps(credits), `${employeeId} as of ${effective}, ${position}`).toEqual([]);
            for (const { jpRaw, jpCredited, cap, parts } of credits) {
              expect(jpCredited).toBeLessThanOrEqual(jpRaw);
              expect(cap !== null).toBe(jpCredited < jpRaw);
              expect(sum(parts.map((part) => part.jpCredited))).toBe(jpCredited);
            }
            const ofYear = credits.filter(({ year }) => year === person.jp.year);
            const credited = sum(ofYear.map(({ jpCredited }) => jpCredited));
            const raw = sum(ofYear.map(({ jpRaw }) => jpRaw));
            expect(person.jp).toMatchObject({ credited, raw, lostToCaps: raw - credited });
            const [line] = (await then.ask(jpCompliance, { employeeId })).lines;
            if (line !== undefined) expect(line.credited).toBe(credited);
            lost += person.jp.lostToCaps;
            takenBack += person.credits.length - credits.length;
          }
        }
      }
    });
    await fc.assert(property, { numRuns: 25 });
    // Some of what was done was above the caps, and some was taken back, or the law would say nothing.
    expect(lost).toBeGreaterThan(0);
    expect(takenBack).toBeGreaterThan(0);
  });

  it('are those of claims that stand: one that was rejected is not told as credited, whenever it was', async () => {
    const property = fc.asyncProperty(acts, async (done) => {
      const agency = await agencyAfter(done);
      const then = (await competencyHistory(agency.store)).asOf({ effective: END });
      for (const employeeId of PEOPLE) {
        const person = await then.person(employeeId);
        for (const claim of person?.claims ?? []) {
          const events = new Set(claim.sources.map(({ eventId }) => eventId));
          const credit = person?.credits.find((one) => events.has(one.source.eventId) && one.correctedBy === null);
          if (claim.status === 'credited') expect(credit?.jpRaw).toBeGreaterThan(0);
          else expect(credit?.jpRaw ?? 0).toBe(0);
          expect(claim.status === 'rejected').toBe(claim.rejectReason !== null);
        }
      }
    });
    await fc.assert(property, { numRuns: 15 });
  });
});
