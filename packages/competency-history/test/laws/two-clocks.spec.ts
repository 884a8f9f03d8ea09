import { describe, expect, it } from 'vitest';
import {
  competencyHistory,
  competencyProfile,
  gapMap,
  type HistoryAsOf,
  ipAsnPreview,
  jpCompliance,
} from '../../src/index.js';
import {
  assessed,
  certified,
  correcting,
  credited,
  figure,
  type Line,
  passed,
  placed,
  pns,
  policy,
  standard,
  storeOf,
} from '../fixtures.js';

/** The same line, true and recorded on these days. */
const on = (recorded: string, [stream, event, details]: Line, occurred = recorded): Line => [
  stream,
  event,
  { ...details, occurredAt: `${occurred}T02:00:00.000Z`, recordedAt: `${recorded}T03:00:00.000Z` },
];

const ledger = { source: { kind: 'batch', batchId: 'b1' } } as const;
const figures = { 'disclosure.minimumN': figure(2) };

/**
 * One person was trained on 8 to 12 June. She was assessed on 10 June and found to be at level 4; the sheets of two people had been mixed
 * up, which is put right in September: level 2. The certificate is issued in August, and the JP are credited then.
 */
const year: readonly Line[] = [
  ...[policy(figures), standard('s', { M05: 4 }), ...pns('a', 'loket'), ...pns('b', 'loket')].map((line) =>
    on('2026-01-05', line),
  ),
  on('2026-01-05', assessed('b', 'M05', 1, '2026-01-05')),
  on('2026-06-10', assessed('a', 'M05', 4, '2026-06-10')),
  ...passed('b1', 'a', '2026-06-08', '2026-06-12').map((line) => on('2026-06-12', line)),
  on('2026-08-20', certified('c1', 'a', 'b1', '2026-06-12')),
  on('2026-08-20', credited('a', '2026-06-12', 2000, ledger)),
  on('2026-09-14', correcting(assessed('a', 'M05', 2, '2026-06-10'), 0), '2026-06-10'),
];

const ENDS = { june: '2026-06-30T16:59:59.999Z', august: '2026-08-31T16:59:59.999Z' };
/** The last of June, as it was known at the end of a month, or today. */
const lastOfJune = async (lines: readonly Line[], recorded?: string): Promise<HistoryAsOf> =>
  (await competencyHistory(await storeOf(lines))).asOf({ effective: '2026-06-30', recorded });

/** What is told of one person, and of the unit. */
async function told(then: HistoryAsOf) {
  const query = { employeeId: 'a' };
  const person = await then.person('a');
  const [profile] = (await then.ask(competencyProfile, query)).lines;
  const [jp] = (await then.ask(jpCompliance, query)).lines;
  const [ipAsn] = (await then.ask(ipAsnPreview, query)).lines;
  const [gaps] = (await then.ask(gapMap)).lines;
  return { person, profile, jp, ipAsn, gaps };
}

describe('the last of June', () => {
  it('as we believed it on that day: at level 4, without a certificate and without JP', async () => {
    const { person, profile, jp, ipAsn, gaps } = await told(await lastOfJune(year, ENDS.june));
    expect(person?.levels).toMatchObject([{ competency: 'M05', required: 4, actual: 4, gap: 0 }]);
    expect(person?.levelHistory).toMatchObject([{ from: '2026-06-10', until: null, level: 4, ended: 'runs' }]);
    expect(person?.certificates).toEqual([]);
    expect(person?.jp).toMatchObject({ credited: 0, shortfall: 2000 });
    expect(profile).toMatchObject({ actual: 4, gap: 0 });
    expect(jp).toMatchObject({ credited: 0, left: 2000, status: 'below' });
    expect(gaps).toMatchObject({ unitId: 'loket', competency: 'M05', people: 2, below: 1 });
    expect(ipAsn).toMatchObject({ competence: 0 });
  });

  it('as it was, as we know today: at level 2, with a certificate and with JP, so that more is missing and less', async () => {
    const { person, profile, jp, ipAsn, gaps } = await told(await lastOfJune(year));
    expect(person?.levels).toMatchObject([{ competency: 'M05', required: 4, actual: 2, gap: 2 }]);
    expect(person?.levelHistory).toMatchObject([{ from: '2026-06-10', until: null, level: 2, ended: 'runs' }]);
    expect(person?.certificates).toMatchObject([{ number: 'NO/c1', valid: true }]);
    expect(person?.jp).toMatchObject({ credited: 2000, shortfall: 0 });
    expect(profile).toMatchObject({ actual: 2, gap: 2 });
    expect(jp).toMatchObject({ credited: 2000, left: 0, status: 'reached' });
    expect(gaps).toMatchObject({ unitId: 'loket', competency: 'M05', people: 2, below: 2 });
    expect(ipAsn?.competence).toBeGreaterThan(0);
  });

  it('as we believed it in August: with the certificate, and still at the level that was put right later', async () => {
    const { person, jp, profile } = await told(await lastOfJune(year, ENDS.august));
    expect([profile?.actual, jp?.credited, person?.certificates.length]).toEqual([4, 2000, 1]);
  });

  it('keeps what was believed in view: the level of then, and what put it right', async () => {
    const { person } = await told(await lastOfJune(year));
    expect(person?.assessments.map(({ level, correctedBy }) => [level, correctedBy !== null])).toEqual([
      [4, true],
      [2, false],
    ]);
  });

  it('is measured by the policy that was known, and today by the one that was adopted for it later', async () => {
    const retroactive = policy({ ...figures, 'jp.minimum.pns.year': figure(2400) }, '2026-01-01', 'p-2026');
    const lines = [...year, on('2026-10-01', retroactive)];
    const believed = await told(await lastOfJune(lines, ENDS.june));
    const known = await told(await lastOfJune(lines));
    expect(believed.person?.jp).toMatchObject({ minimum: 2000, shortfall: 2000, policyVersion: 'p-2020' });
    expect(believed.jp).toMatchObject({ limit: 2000, left: 2000, policyVersion: 'p-2020' });
    expect(believed.ipAsn?.policyVersion).toBe('p-2020');
    expect(known.person?.jp).toMatchObject({ minimum: 2400, shortfall: 400, policyVersion: 'p-2026' });
    expect(known.jp).toMatchObject({ limit: 2400, left: 400, policyVersion: 'p-2026' });
    expect(known.ipAsn?.policyVersion).toBe('p-2026');
  });

  it('finds a person in the unit where we believed her, and today in the one to which she had moved', async () => {
    const lines = [...year, on('2026-10-20', placed('a', 'arsip', { from: '2026-06-01' }))];
    const [believed, known] = [await lastOfJune(lines, ENDS.june), await lastOfJune(lines)];
    const unitsOf = async (then: HistoryAsOf) =>
      (await then.ask(jpCompliance)).lines.map(({ unitId, employeeId }) => [unitId, employeeId]);
    expect(await unitsOf(believed)).toEqual([
      ['loket', 'a'],
      ['loket', 'b'],
    ]);
    expect(await unitsOf(known)).toEqual([
      ['arsip', 'a'],
      ['loket', 'b'],
    ]);
    expect((await believed.person('a'))?.placement?.unitId).toBe('loket');
    expect((await known.person('a'))?.placement?.unitId).toBe('arsip');
    // Alone in her unit, she is not told of in a group of one.
    const gapsOf = async (then: HistoryAsOf) =>
      (await then.ask(gapMap)).lines.map(({ unitId, below, notShown }) => [unitId, below, notShown]);
    expect(await gapsOf(believed)).toEqual([['loket', 1, null]]);
    expect(await gapsOf(known)).toEqual([
      ['arsip', null, 'tooFew'],
      ['loket', null, 'tooFew'],
    ]);
  });
});
