import { describe, expect, it } from 'vitest';
import { myDevelopment } from '../../src/index.js';
import {
  ask,
  assessed,
  cameBack,
  certified,
  claimed,
  claimRejected,
  confirmed,
  correcting,
  credited,
  declined,
  type Line,
  mentorship,
  nominated,
  outcome,
  passed,
  pns,
  policy,
  pppk,
  predicate,
  rated,
  revoked,
  sentTo,
  since,
  standard,
} from '../fixtures.js';

const ON = '2026-06-30';
const beginning = [policy(), standard('s', { M01: 2, M05: 3 }), ...pns('a', 'loket')];
const of = async (lines: readonly Line[], on = ON) =>
  (await ask(myDevelopment, [...beginning, ...lines], on)).find(({ employeeId }) => employeeId === 'a');

describe('MyDevelopment', () => {
  it('tells a person who has just begun what is missing', async () => {
    expect(await of([])).toEqual({
      employeeId: 'a',
      unitId: 'loket',
      gaps: 2,
      missingLevels: 5,
      jpCredited: 0,
      jpRaw: 0,
      jpLostToCaps: 0,
      jpMinimum: 2000,
      jpShortfall: 2000,
      openNominations: 0,
      openClaims: 0,
      openMentorships: 0,
      sessionsToConfirm: 0,
      selfRatingsOpen: 0,
      reportsOpen: 0,
      predicate: null,
      predicatePeriod: null,
      ipAsnPartial: 0,
      ipAsnLastYear: 0,
      due: 'jpMinimum',
      dueOn: '2026-12-31',
    });
  });

  it('tells the JP, what the caps took, and the gaps that are left', async () => {
    expect(
      await of([
        assessed('a', 'M05', 2, '2026-02-01'),
        assessed('a', 'M01', 2, '2026-02-01'),
        credited('a', '2026-03-01', 400, { jpRaw: 600, form: 'NKL09' }),
        credited('a', '2025-03-01', 900),
      ]),
    ).toMatchObject({ gaps: 1, missingLevels: 1, jpCredited: 400, jpRaw: 600, jpLostToCaps: 200, jpShortfall: 1600 });
  });

  it('has nothing due once the minimum is reached', async () => {
    expect(await of([credited('a', '2026-03-01', 2000)])).toMatchObject({ jpShortfall: 0, due: null, dueOn: null });
  });

  it('takes a reversed credit back', async () => {
    const lines = [credited('a', '2026-03-01', 2000), correcting(credited('a', '2026-03-01', 0), 0)];
    expect(await of(lines)).toMatchObject({ jpCredited: 0, jpRaw: 0, jpShortfall: 2000 });
  });

  it('has no JP minimum for a PPPK, and none without a policy', async () => {
    const [line] = await ask(myDevelopment, [policy(), ...pppk('a', 'loket', '2026-01-01', '2026-12-31')], ON);
    expect(line).toMatchObject({ jpMinimum: null, jpShortfall: null, due: null, dueOn: null });
    const done = passed('b1', 'a', '2026-01-10').map((line) => since('2026-01-10', line));
    const [without] = await ask(myDevelopment, [...pns('a', 'loket'), ...done], ON);
    expect(without).toMatchObject({
      jpMinimum: null,
      selfRatingsOpen: 0,
      ipAsnPartial: null,
      ipAsnLastYear: null,
      due: null,
    });
  });

  it('counts nominations and claims until they are decided', async () => {
    const open = [nominated('b1', 'a', '2026-08-01'), claimed('a', 'k1', '2026-05-01', '2026-04-01')];
    expect(await of(open)).toMatchObject({ openNominations: 1, openClaims: 1 });
    expect(await of([...open, confirmed('b1', 'a', '2026-08-01'), claimRejected('a', 'k1', 2026)])).toMatchObject({
      openNominations: 0,
      openClaims: 0,
    });
    expect(await of([nominated('b1', 'a', '2026-08-01'), declined('b1', 'a')])).toMatchObject({ openNominations: 0 });
    const again = [declined('b1', 'a'), nominated('b1', 'a', '2026-08-01')];
    expect(await of([...open, ...again])).toMatchObject({ openNominations: 1 });
    const paid = credited('a', '2026-05-01', 100, { source: { kind: 'claim', claimId: 'k1' } });
    expect(await of([...open, paid])).toMatchObject({ openClaims: 0, jpCredited: 100 });
  });

  it('counts mentorships on both sides, and the sessions that wait for this person', async () => {
    const mentee = mentorship('x', 'm', 'a');
    const mentor = mentorship('y', 'a', 'z');
    const over = mentorship('w', 'm', 'a', '2025-01-01', '2025-12-31');
    const lines = [
      mentee.proposed,
      mentee.session('1', '2026-02-01'),
      mentee.session('2', '2026-03-01'),
      mentee.answered('2', '2026-03-01', true),
      mentee.session('3', '2026-04-01', 'a'),
      mentee.session('4', ON),
      mentor.proposed,
      over.proposed,
    ];
    expect(await of(lines)).toMatchObject({ openMentorships: 2, sessionsToConfirm: 2 });
    expect(await of(lines, '2026-06-29')).toMatchObject({ sessionsToConfirm: 1 });
    expect(await of([...lines, mentee.ended])).toMatchObject({ openMentorships: 1 });
  });

  it('R31 asks for the self-rating while the window is open', async () => {
    const done = passed('b1', 'a', '2026-01-10').map((line) => since('2026-01-10', line));
    // 90 to 365 days after 10 January.
    expect(await of(done, '2026-04-09')).toMatchObject({ selfRatingsOpen: 0 });
    expect(await of(done, '2026-04-10')).toMatchObject({ selfRatingsOpen: 1, due: 'jpMinimum' });
    expect(await of(done, '2027-01-10')).toMatchObject({ selfRatingsOpen: 1, due: 'selfRating', dueOn: '2027-01-10' });
    expect(await of(done, '2027-01-11')).toMatchObject({ selfRatingsOpen: 0 });
    const superior = rated('a', 'b1', 'boss', 'superior', '2026-05-01', { M05: 4 });
    const self = rated('a', 'b1', 'a', 'self', '2026-05-01', { M05: 4 });
    expect(await of([...done, superior])).toMatchObject({ selfRatingsOpen: 1 });
    expect(await of([...done, superior, self])).toMatchObject({ selfRatingsOpen: 0 });
    expect(await of([confirmed('b1', 'a', '2026-01-10'), outcome('b1', 'a', 'notCompleted')])).toMatchObject({
      selfRatingsOpen: 0,
    });
  });

  it('asks for the report of learning at a workplace that is over', async () => {
    const sent = sentTo('w1', 'a', '2026-05-01', '2026-06-29');
    expect(await of([sent])).toMatchObject({ reportsOpen: 1, due: 'workplaceReport', dueOn: '2026-06-29' });
    expect(await of([sent], '2026-06-29')).toMatchObject({ reportsOpen: 0 });
    expect(await of([sent, cameBack('w1', 'a', '2026-06-29', 'completed')])).toMatchObject({ reportsOpen: 0 });
  });

  it('tells first what is late: a certificate that lapsed, unless it was renewed or revoked', async () => {
    const lapsed = certified('c1', 'a', 'b1', '2025-01-01', { validUntil: '2026-01-31' });
    expect(await of([lapsed])).toMatchObject({ due: 'certificate', dueOn: '2026-01-31' });
    const renewed = certified('c2', 'a', 'b2', '2026-01-15', { validUntil: '2028-01-31' });
    expect(await of([lapsed, renewed])).toMatchObject({ due: 'jpMinimum', dueOn: '2026-12-31' });
    expect(await of([lapsed, revoked('c1', 'a', 'b1')])).toMatchObject({ due: 'jpMinimum' });
  });

  it('tells the last predicate whose period was over, as corrected', async () => {
    const lines = [
      predicate('a', { year: 2025 }, 'baik'),
      predicate('a', { year: 2025, quarter: 4 }, 'kurang'),
      predicate('a', { year: 2026, quarter: 2 }, 'sangatBaik'),
    ];
    expect(await of(lines, '2026-06-29')).toMatchObject({ predicate: 'baik', predicatePeriod: '2025' });
    expect(await of(lines, '2026-06-30')).toMatchObject({ predicate: 'sangatBaik', predicatePeriod: '2026/Q2' });
    const right = correcting(predicate('a', { year: 2025 }, 'butuhPerbaikan'), 0);
    expect(await of([...lines, right], '2026-06-29')).toMatchObject({ predicate: 'butuhPerbaikan' });
  });

  it('tells what changed in the professionalism index since last year', async () => {
    const lines = [
      predicate('a', { year: 2024 }, 'butuhPerbaikan'),
      predicate('a', { year: 2025 }, 'sangatBaik'),
      credited('a', '2026-03-01', 2000),
    ];
    // Last year the predicate of 2024 counted (15), since 31 December that of 2025 (30); technical training of staff counts 22.5.
    expect(await of(lines, '2026-06-30')).toMatchObject({ ipAsnPartial: 5250, ipAsnLastYear: 3000 });
    expect(await of(lines, '2025-12-30')).toMatchObject({ ipAsnPartial: 1500, ipAsnLastYear: 1500 });
  });
});
