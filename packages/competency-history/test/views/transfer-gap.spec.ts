import { describe, expect, it } from 'vitest';
import { transferGap } from '../../src/index.js';
import {
  ask,
  confirmed,
  correcting,
  figure,
  type Line,
  outcome,
  passed,
  placed,
  pns,
  policy,
  rated,
} from '../fixtures.js';

const ON = '2026-12-31';
const people = ['a', 'b', 'c', 'd', 'e'];
/** Five people of one unit passed; their superior rated them so. */
const group = (...scores: readonly number[]): readonly Line[] =>
  scores.flatMap((score, index) => {
    const person = people[index] ?? 'x';
    return [
      ...pns(person, 'loket'),
      ...passed('b1', person, '2026-02-01', '2026-02-03'),
      rated(person, 'b1', 'boss', 'superior', '2026-06-01', { M05: score }),
    ];
  });

describe('TransferGap', () => {
  it('tells how many of those who passed are rated low at work, by unit and year', async () => {
    // The policy calls 3.5 effective: 3 is low, 4 is not.
    expect(await ask(transferGap, [policy(), ...group(3, 4, 4, 4, 2)], ON)).toEqual([
      { unitId: 'loket', year: 2026, people: 5, rated: 5, low: 2, lowShare: 4000, notShown: null },
    ]);
  });

  it('does not call low what reaches the figure of the policy exactly', async () => {
    const lines = [policy({ 'evaluation.l3.effectiveMean': figure(300) }), ...group(3, 4, 4, 4, 2)];
    expect(await ask(transferGap, lines, ON)).toMatchObject([{ low: 1, lowShare: 2000 }]);
  });

  it('R39 shows nothing of fewer people than the policy allows', async () => {
    expect(await ask(transferGap, [policy(), ...group(3, 4, 4, 4)], ON)).toEqual([
      { unitId: 'loket', year: 2026, people: 4, rated: null, low: null, lowShare: null, notShown: 'tooFew' },
    ]);
    const four = policy({ 'disclosure.minimumN': figure(4) });
    expect(await ask(transferGap, [four, ...group(3, 4, 4, 4)], ON)).toMatchObject([{ low: 1, notShown: null }]);
  });

  it('does not take two participations of one person for two people', async () => {
    const again = [...passed('b2', 'a', '2026-03-01'), rated('a', 'b2', 'boss', 'superior', '2026-08-01', { M05: 1 })];
    expect(await ask(transferGap, [policy(), ...group(3, 4, 4, 4), ...again], ON)).toMatchObject([
      { people: 4, notShown: 'tooFew' },
    ]);
  });

  it('shows nothing where no policy says how many are enough', async () => {
    expect(await ask(transferGap, group(3, 4, 4, 4, 2), ON)).toMatchObject([
      { people: 5, low: null, notShown: 'noPolicy' },
    ]);
  });

  it('counts by where people were when the batch ended', async () => {
    const moved = placed('a', 'arsip', { from: '2026-02-04' });
    expect(await ask(transferGap, [policy(), ...group(3, 4, 4, 4, 2), moved], ON)).toMatchObject([
      { unitId: 'loket', people: 5 },
    ]);
  });

  it('leaves out who was not tested, did not complete, or only rated himself', async () => {
    const lines = [
      policy(),
      ...pns('a', 'loket'),
      confirmed('b1', 'a', '2026-02-01'),
      outcome('b1', 'a', 'completed'),
      rated('a', 'b1', 'boss', 'superior', '2026-06-01', { M05: 1 }),
      ...pns('b', 'loket'),
      confirmed('b1', 'b', '2026-02-01'),
      outcome('b1', 'b', 'notCompleted', 5000),
      rated('b', 'b1', 'boss', 'superior', '2026-06-01', { M05: 1 }),
      ...pns('c', 'loket'),
      ...passed('b1', 'c', '2026-02-01'),
      rated('c', 'b1', 'c', 'self', '2026-06-01', { M05: 1 }),
    ];
    expect(await ask(transferGap, lines, ON)).toEqual([]);
  });

  it('counts a rating from its day on', async () => {
    const lines = [policy(), ...group(3, 4, 4, 4, 2)];
    expect(await ask(transferGap, lines, '2026-05-31')).toEqual([]);
    expect(await ask(transferGap, lines, '2026-06-01')).toMatchObject([{ rated: 5 }]);
  });

  it('counts a rating as it was corrected', async () => {
    const right = correcting(rated('a', 'b1', 'boss', 'superior', '2026-06-01', { M05: 4 }), 0);
    expect(await ask(transferGap, [policy(), ...group(3, 4, 4, 4, 4), right], ON)).toMatchObject([{ low: 0 }]);
  });
});
