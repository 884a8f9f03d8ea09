import { historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOfPeople } from '../../src/card/groups-of-people.js';
import { levelOfBatch, levelOfProgram, roundsOf } from '../../src/card/levels.js';
import type { BatchHistory } from '../../src/program/program-history.js';
import {
  cancelled,
  designed,
  nominated,
  on,
  outcome,
  type Past,
  people,
  planned,
  policy,
  scheduled,
} from '../fixtures.js';
import { accountOf, batchOf, historyOf, roundOf, score, taught, tested } from './account-of.js';

const begun: Past = [designed('p'), planned(), scheduled('b'), scheduled('c')];
const five = people('a', 5);
const eight = people('z', 8);

describe('the learning of a group', () => {
  it('is the mean before and after of who has both tests, and the gain as a share of the room there was', async () => {
    const account = await accountOf([...begun, ...tested('b', five, 5000, 7500)]);
    for (const { learning } of [account, roundOf(account), batchOf(account)]) {
      expect(learning).toMatchObject({
        pairs: 5,
        n: 5,
        meanPre: 5000,
        meanPost: 7500,
        meanGain: 2500,
        classGain: 5000,
        suppressed: false,
        notTold: null,
      });
    }
    expect(batchOf(account, 'c').learning).toMatchObject({
      pairs: 0,
      meanGain: null,
      suppressed: false,
      notTold: 'nobody',
    });
  });

  it('counts who lacks one of the tests, and takes them into no mean', async () => {
    const { learning } = await accountOf([
      ...begun,
      ...tested('b', five, 5000, 6000),
      score('b', 'pre', 'pre', 100),
      score('b', 'post', 'post', 9900),
      score('b', 'post2', 'post', 9900),
    ]);
    expect(learning).toMatchObject({ pairs: 5, preOnly: 1, postOnly: 2, meanPre: 5000, meanPost: 6000 });
  });

  it('takes the first attempt after the training, not the best of several', async () => {
    const again = five.map((id) => score('b', id, 'post', 9000, {}, 2));
    expect((await accountOf([...begun, ...tested('b', five, 5000, 6000), ...again])).learning.meanPost).toBe(6000);
  });

  it('is negative where people know less afterwards', async () =>
    expect((await accountOf([...begun, ...tested('b', five, 6000, 5500)])).learning.meanGain).toBe(-500));

  it('has no share of the room where everybody had full marks before', async () =>
    expect((await accountOf([...begun, ...tested('b', five, 10_000, 9000)])).learning).toMatchObject({
      meanGain: -1000,
      classGain: null,
    }));

  it('counts no batch that was cancelled', async () =>
    expect(
      (await accountOf([...begun, ...tested('b', five, 5000, 6000), cancelled('b', five)])).learning,
    ).toMatchObject({
      pairs: 0,
      notTold: 'nobody',
    }));

  it('tells how many reached the pass mark of the programme', async () => {
    const best = [7000, 6999, 8000, 9000, 5000];
    const past = [...begun, ...five.map((id, index) => outcome('b', id, { bestScore: best[index] ?? 0 }))];
    expect((await accountOf(past)).learning.pass).toMatchObject({ tested: 5, n: 5, share: 6000, suppressed: false });
    const fewer = await accountOf(past.slice(0, -1));
    expect(fewer.learning.pass).toMatchObject({ tested: 4, n: 0, share: null, suppressed: true });
  });
});

describe('a person in two batches', () => {
  it('counts once in a round, with the first batch in which both tests are known', async () => {
    const account = await accountOf([
      ...begun,
      ...tested('b', five, 5000, 6000),
      ...tested('c', ['a1'], 1000, 9000),
      ...tested('c', people('c', 5), 4000, 5000),
    ]);
    expect(roundOf(account).learning).toMatchObject({ pairs: 10, meanPre: 4500, meanGain: 1000 });
    expect(batchOf(account).learning).toMatchObject({ pairs: 5, meanPre: 5000 });
    expect(batchOf(account, 'c').learning).toMatchObject({ pairs: 5, meanPre: 4000, meanGain: 1000 });
  });

  it('does not make five of one', async () => {
    const ids = people('b', 5);
    const account = await accountOf([
      designed('p'),
      planned(),
      ...ids.flatMap((batchId) => [
        scheduled(batchId),
        ...taught(batchId, 'ani'),
        ...tested(batchId, ['ani'], 5000, 8000),
      ]),
    ]);
    expect(account.participation.completed).toBe(5);
    expect(account.learning).toMatchObject({ pairs: 1, meanPre: null, suppressed: true, notTold: 'tooFew' });
  });

  it('counts in each of two rounds, which are measured apart', async () => {
    const account = await accountOf([
      ...begun,
      planned({}, 'e2'),
      scheduled('d', { evaluationId: 'e2', period: { from: '2026-09-01', to: '2026-09-02' } }),
      ...tested('b', five, 5000, 6000),
      ...tested('d', five, 6000, 8000),
    ]);
    expect(roundOf(account).learning.meanGain).toBe(1000);
    expect(roundOf(account, 'e2').learning.meanGain).toBe(2000);
    expect(account.learning).toMatchObject({ pairs: 10, n: 10, meanGain: 1500 });
  });
});

describe('a group that is too small', () => {
  it('is not told at any level, and says that it is held back', async () => {
    const account = await accountOf([...begun, ...tested('b', five.slice(1), 5000, 6000)]);
    for (const { learning } of [account, roundOf(account), batchOf(account)]) {
      expect(learning).toMatchObject({
        pairs: 4,
        n: 0,
        meanPre: null,
        meanPost: null,
        meanGain: null,
        classGain: null,
        suppressed: true,
        notTold: 'tooFew',
      });
    }
  });

  it('is as small as the policy says', async () => {
    const past = [...begun, ...tested('b', five, 5000, 6000)];
    expect((await accountOf([policy({ 'disclosure.minimumN': 6 }), ...past])).learning.suppressed).toBe(true);
    expect((await accountOf([policy({ 'disclosure.minimumN': 2 }), ...past])).learning.suppressed).toBe(false);
  });

  it('is not the difference of its round and the other batch', async () => {
    const account = await accountOf([
      ...begun,
      ...tested('b', eight, 5000, 6000),
      ...tested('c', ['x', 'y'], 2000, 9000),
    ]);
    expect(roundOf(account).learning).toMatchObject({ n: 10, meanPre: 4400, suppressed: false });
    expect(batchOf(account).learning).toMatchObject({
      pairs: 8,
      meanPre: null,
      notTold: 'wouldTellOthers',
      suppressed: true,
    });
    expect(batchOf(account, 'c').learning).toMatchObject({ pairs: 2, meanPre: null, notTold: 'tooFew' });
  });

  it('is not the difference of the programme and the other round', async () => {
    const account = await accountOf([
      ...begun,
      planned({}, 'e2'),
      scheduled('d', { evaluationId: 'e2', period: { from: '2026-09-01', to: '2026-09-02' } }),
      ...tested('b', eight, 5000, 6000),
      ...tested('d', ['x', 'y'], 2000, 9000),
    ]);
    expect(roundOf(account).learning).toMatchObject({ n: 8, meanPre: 5000 });
    expect(roundOf(account, 'e2').learning).toMatchObject({ pairs: 2, meanPre: null, suppressed: true });
    expect(account.learning).toMatchObject({ pairs: 10, n: 8, meanPre: 5000 });
  });
});

describe('any groups of people that are told', () => {
  /** Rounds of batches of people. */
  const anyRounds = fc.array(fc.array(fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 12 }), { maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  });

  it('leave nobody to be found out by taking one from another', () =>
    fc.assert(
      fc.asyncProperty(anyRounds, async (rounds) => {
        const program = await historyOf(inRounds(rounds));
        const known = roundsOf(program);
        const groupOf = groupsOfPeople(known, membersOf, 5);
        const groups = known.map((round) => ({ round, told: groupOf(round).told }));
        expect(groupOf(levelOfProgram(program)).told).toEqual(groups.flatMap(({ told }) => told));
        for (const { round, told } of groups) {
          const ofBatches = round.batches.map((batch) => groupOf(levelOfBatch(batch)).told);
          const apart = new Set(ofBatches.flat());
          for (const group of [told, ...ofBatches, told.filter((member) => !apart.has(member))]) {
            expect(new Set(group).size).toBe(group.length);
            expect(group.length === 0 || group.length >= 5).toBe(true);
          }
          for (const member of apart) expect(told).toContain(member);
        }
      }),
      { numRuns: 100 },
    ));

  function membersOf({ seats }: BatchHistory): ReadonlyMap<string, string> {
    return new Map([...seats.keys()].map((id) => [id, id]));
  }

  function inRounds(rounds: readonly (readonly (readonly number[])[])[]): Past {
    return rounds.flatMap((batches, round) => [
      planned({}, `e${round}`),
      ...batches.flatMap((ids, batch) => [
        scheduled(`b${round}${batch}`, { evaluationId: `e${round}` }),
        ...ids.map((id) => nominated(`b${round}${batch}`, `asn-${id}`)),
      ]),
    ]);
  }
});

describe('a score that was corrected later', () => {
  const then = '2026-04-30T16:59:59.999Z';
  const known = (past: Past): Past =>
    past.map(([stream, event, details]) => [
      stream,
      event,
      { ...details, recordedAt: '2026-03-20T02:00:00.000Z', occurredAt: '2026-03-12T02:00:00.000Z' },
    ]);
  const past: Past = [...known([...begun, ...tested('b', five, 5000, 6000)])];
  // The batch stream begins with its schedule; then come the tests of each, before and after.
  const corrected: Past = [
    ...past,
    score('b', 'a1', 'post', 8500, {
      ...on('2026-03-12'),
      recordedAt: '2026-09-01T02:00:00.000Z',
      corrects: { eventId: historyEventId('batch-b', 2), reason: 'salah ketik' },
    }),
  ];

  it('changes what is known now', async () =>
    expect((await accountOf(corrected)).learning).toMatchObject({ pairs: 5, meanPost: 6500, meanGain: 1500 }));

  it('leaves what was known then as it was', async () =>
    expect((await accountOf(corrected, '2026-12-31', then)).learning).toEqual((await accountOf(past)).learning));

  it('had been so all along, also on an earlier day', async () =>
    expect((await accountOf(corrected, '2026-04-30')).learning.meanGain).toBe(1500));
});
