import { type DomainEvent, type EventStore, handle, isRejection } from '@pembinaan/event-sourcing';
import { fixedRuntime, givenEvents } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY, policyState } from '../../src/governance/policy/index.js';
import { learningCommunityState } from '../../src/mentor/learning-community/state.js';
import { mentorshipState } from '../../src/mentor/mentorship/state.js';
import { participantAgenda } from '../../src/registers/participant-agenda.js';
import { batchState } from '../../src/train/batch/index.js';
import {
  CreditJp,
  JpCredited,
  type JpLedger,
  jpLedger,
  jpLedgerState,
  jpRuleFor,
  sourceKey,
} from '../../src/train/jp-ledger/index.js';
import { policyAdopted } from '../governance/fixtures.js';
import {
  adoptedWith,
  agreedOn,
  attended,
  claimed,
  communityFormed,
  communityMet,
  figures,
  hashOf,
  mentorship,
  met,
  outcome,
  scheduled,
  set,
  takesPart,
} from './fixtures.js';

/** Five days at the turn of a month: crowded enough that every cap is reached. */
const DAYS = ['2026-04-29', '2026-04-30', '2026-05-01', '2026-05-02', '2026-05-03'];
const day = fc.constantFrom(...DAYS);

const mentoringSession = fc.record({
  kind: fc.constantFrom('mentoring' as const, 'coaching' as const, 'onTheJob' as const),
  date: day,
});
const onlineBatch = fc.record({
  form: fc.constantFrom('NKL03' as const, 'NKL09' as const, 'NKL10' as const, 'NKL01' as const),
  sessions: fc.array(fc.record({ date: day, minutes: fc.integer({ min: 1, max: 300 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
});
const meeting = fc.record({ meeting: day, minutes: fc.integer({ min: 1, max: 300 }) });
const ownClaim = fc.record({
  claim: fc.constantFrom('NKL03' as const, 'NKL09' as const, 'microlearning' as const),
  days: fc.uniqueArray(fc.record({ date: day, minutes: fc.integer({ min: 1, max: 600 }) }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ date }) => date,
  }),
});
type Activity =
  | { meeting: string; minutes: number }
  | { claim: 'NKL03' | 'NKL09' | 'microlearning'; days: { date: string; minutes: number }[] }
  | { kind: 'mentoring' | 'coaching' | 'onTheJob'; date: string }
  | {
      form: 'NKL03' | 'NKL09' | 'NKL10' | 'NKL01';
      sessions: { date: string; minutes: number }[];
    };
const activities = fc.array(fc.oneof(mentoringSession, onlineBatch, meeting, ownClaim), {
  minLength: 1,
  maxLength: 12,
});

/** The stream in which the activity is told, all of it confirmed or completed. */
function told(activity: Activity, index: number): readonly (readonly [string, DomainEvent])[] {
  if ('meeting' in activity) {
    const stream = learningCommunityState.streamOf(`c${index}`);
    const { meeting: date, minutes } = activity;
    return [communityFormed, communityMet({ date, minutes })].map((event) => [stream, event] as const);
  }
  if ('claim' in activity) {
    const { claim, days } = activity;
    const form = claim === 'microlearning' ? { form: 'NKL03' as const, variant: claim } : { form: claim };
    const event = claimed({
      claimId: `k${index}`,
      ...form,
      days,
      evidenceHash: hashOf('abcdef0123456789'[index] ?? ''),
    });
    return [[jpLedgerState.streamOf('employee-1-2026'), event]];
  }
  if ('kind' in activity) {
    const { kind, date } = activity;
    const stream = mentorshipState.streamOf(`m${index}`);
    return [mentorship(kind), met('s1', date), agreedOn('s1', date)].map((event) => [stream, event] as const);
  }
  const stream = batchState.streamOf(`b${index}`);
  const sessions = activity.sessions.map((session, place) => ({ ...session, sessionId: `s${place + 1}` }));
  return [
    scheduled({ form: activity.form, period: { from: '2026-04-29', to: '2026-05-03' }, sessions }),
    ...takesPart('employee-1'),
    ...sessions.map(({ sessionId, minutes }) => attended('employee-1', sessionId, minutes)),
    outcome('employee-1', 'completed'),
  ].map((event) => [stream, event] as const);
}

function sourceOf(activity: Activity, index: number) {
  if ('meeting' in activity) return { kind: 'community', communityId: `c${index}`, meetingId: 'meeting-1' } as const;
  if ('claim' in activity) return { kind: 'claim', claimId: `k${index}` } as const;
  if ('kind' in activity) return { kind: 'mentorship', mentorshipId: `m${index}`, sessionId: 's1' } as const;
  return { kind: 'batch', batchId: `b${index}` } as const;
}

const creditOf = (activity: Activity, index: number) =>
  CreditJp({ employeeId: 'employee-1', source: sourceOf(activity, index) });

type Credit = ReturnType<typeof JpCredited>['data'];

/** Credits the activities in that order, on a fresh store, and returns the ledger and the credits. */
async function creditAll(
  done: readonly Activity[],
  order: readonly number[],
  policy: readonly DomainEvent[] = [policyAdopted],
): Promise<{ ledger: JpLedger; credits: readonly Credit[]; refused: readonly string[] }> {
  const past = [...policy.map((event) => [policyState.streamOf(POLICY), event] as const), ...done.flatMap(told)];
  const store: EventStore = await givenEvents(participantAgenda, past).store();
  const runtime = fixedRuntime();
  const actor = { subjectId: 'verifier-1', roles: [] };
  let ledger = jpLedgerState.initialState();
  const credits: Credit[] = [];
  const refused: string[] = [];
  for (const [turn, index] of order.entries()) {
    const activity = done[index];
    if (activity === undefined) continue;
    const handled = await handle(store, jpLedger, 'employee-1-2026', creditOf(activity, index), {
      actor,
      runtime,
      commandId: `credit-${turn}`,
    });
    if (!handled.accepted) {
      expect(isRejection(handled.rejection)).toBe(true);
      refused.push(handled.rejection.reason);
      continue;
    }
    for (const event of handled.events) {
      if (event.type !== JpCredited.type) continue;
      ledger = jpLedgerState.evolve(ledger, event);
      credits.push(event.data);
    }
  }
  return { ledger, credits, refused };
}

/** Activities, and two orders in which they may be credited. */
const orders = activities.chain((done) => {
  const indices = done.map((_, index) => index);
  const shuffled = fc.shuffledSubarray(indices, { minLength: indices.length });
  return fc.tuple(fc.constant(done), shuffled, shuffled);
});

const total = (credits: readonly Credit[]) => credits.reduce((sum, { jpCredited }) => sum + jpCredited, 0);

describe('R22, for any activities and any order of crediting', () => {
  it('the credited JP never exceed a cap of a form in a day, a month or a module', () =>
    fc.assert(
      fc.asyncProperty(orders, async ([done, order]) => {
        const { ledger } = await creditAll(done, order);
        for (const { form, variant } of figures['jp.table'].value) {
          const cap = jpRuleFor(form, figures, variant)?.cap;
          if (cap === undefined) continue;
          const used = new Map<string, number>();
          const credits = ledger.credits.filter((credit) => credit.form === form && credit.variant === variant);
          for (const { source, parts } of credits) {
            for (const { date, jpCredited } of parts) {
              const span = { day: date, month: date.slice(0, 7), module: sourceKey(source) }[cap.per];
              const weight = cap.unit === 'jp' ? jpCredited : jpCredited > 0 ? 1 : 0;
              used.set(span, (used.get(span) ?? 0) + weight);
            }
          }
          for (const [span, amount] of used) expect(amount, `${form} ${span}`).toBeLessThanOrEqual(cap.value);
        }
      }),
      { numRuns: 60 },
    ));

  it('no more is credited than was earned, and a cap is named exactly where it took something', () =>
    fc.assert(
      fc.asyncProperty(orders, async ([done, order]) => {
        const { credits } = await creditAll(done, order);
        for (const { jpRaw, jpCredited, capApplied, parts } of credits) {
          expect(jpCredited).toBeLessThanOrEqual(jpRaw);
          expect(capApplied !== undefined).toBe(jpCredited < jpRaw);
          if (parts === undefined) continue;
          expect(parts.reduce((sum, part) => sum + part.jpRaw, 0)).toBe(jpRaw);
          expect(parts.reduce((sum, part) => sum + part.jpCredited, 0)).toBe(jpCredited);
        }
      }),
      { numRuns: 60 },
    ));

  it('no source is credited twice, however often it is sent', () =>
    fc.assert(
      fc.asyncProperty(orders, async ([done, first, second]) => {
        const { ledger, refused } = await creditAll(done, [...first, ...second]);
        expect(new Set(ledger.credits.map(({ source }) => sourceKey(source))).size).toBe(done.length);
        expect(ledger.credits).toHaveLength(done.length);
        expect(refused).toEqual(second.map(() => 'alreadyCredited'));
      }),
      { numRuns: 30 },
    ));

  // What a single source gets depends on the order: the third meeting of a month is the one that is credited third.
  it('the total does not depend on the order, as long as one policy version holds for all', () =>
    fc.assert(
      fc.asyncProperty(orders, async ([done, first, second]) => {
        expect(total((await creditAll(done, first)).credits)).toBe(total((await creditAll(done, second)).credits));
      }),
      { numRuns: 60 },
    ));

  it('the total may depend on the order where a cap changes within its month, and stays within the larger cap', async () => {
    const policy = [policyAdopted, adoptedWith({ 'mentoring.jp.meetingsPerMonth': set(1) }, '2026-05-02')];
    const done: Activity[] = [
      { kind: 'mentoring', date: '2026-05-01' },
      { kind: 'mentoring', date: '2026-05-03' },
    ];
    expect(total((await creditAll(done, [0, 1], policy)).credits)).toBe(200);
    expect(total((await creditAll(done, [1, 0], policy)).credits)).toBe(400);
  });
});
