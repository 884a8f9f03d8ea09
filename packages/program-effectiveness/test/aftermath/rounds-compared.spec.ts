import { describe, expect, it } from 'vitest';
import { roundsCompared } from '../../src/aftermath/rounds-compared.js';
import type { OutcomeEstimate } from '../../src/estimates/index.js';
import { estimates, FIRST, outcome, SECOND } from '../advice/given.js';

const improved = (estimate: number, half: number, some: Partial<OutcomeEstimate> = {}): OutcomeEstimate =>
  outcome({ improvement: { estimate, interval: { low: estimate - half, high: estimate + half } }, ...some });

const unclaimed = { claim: 'inconclusive', direction: null } as const;

const compared = (first: OutcomeEstimate, second: OutcomeEstimate, design: 'prePost' | 'comparison' = 'comparison') =>
  roundsCompared(estimates({ service: [first] }, FIRST), estimates({ service: [second], design }, SECOND));

describe('two rounds side by side', () => {
  it('finds the second better where the difference itself excludes zero', () => {
    const [found] = compared(improved(200, 300, unclaimed), improved(2500, 500));
    expect(found).toMatchObject({
      comparison: 'better',
      because: null,
      difference: { estimate: 2300, interval: { low: 1500, high: 3100 } },
    });
    expect(found?.sentence).toEqual({
      en: 'The improvement in the waiting time of ktp-el was larger in the second round, by 23.0 percentage points.',
      id: 'Perbaikan waktu tunggu ktp-el lebih besar pada putaran kedua, selisihnya 23,0 poin persentase.',
    });
  });

  it('finds nothing in that one round is significant and the other is not', () => {
    const [found] = compared(improved(900, 1000, unclaimed), improved(1500, 1000));
    expect(found?.comparison).toBe('undecided');
    expect(found?.sentence.en).toContain('do not settle');
  });

  it('adds up the half widths, since the rounds share units and periods', () => {
    expect(compared(improved(1000, 300), improved(2000, 699))[0]?.comparison).toBe('better');
    expect(compared(improved(1000, 300), improved(2000, 700))[0]?.comparison).toBe('undecided');
  });

  it('does not call it better where the second claims no improvement', () =>
    expect(compared(improved(-3000, 300), improved(100, 300, unclaimed))[0]?.comparison).toBe('undecided'));

  it('finds the second worse where the difference excludes zero and a claim stands', () => {
    expect(compared(improved(2500, 300), improved(200, 300, unclaimed))[0]?.comparison).toBe('worse');
    const got = improved(-2500, 300, { direction: 'worse' });
    expect(compared(improved(0, 300, unclaimed), got)[0]?.comparison).toBe('worse');
    expect(compared(improved(900, 300, unclaimed), improved(0, 300, unclaimed))[0]?.comparison).toBe('undecided');
  });

  it('does not compare figures of two designs', () =>
    expect(compared(improved(200, 300), improved(2500, 500), 'prePost')[0]).toMatchObject({
      comparison: 'notComparable',
      because: 'otherDesign',
      difference: null,
    }));

  it('does not compare what has no interval, or is shared with another programme', () => {
    const without = outcome({ improvement: null });
    expect(compared(without, improved(2500, 500))[0]?.because).toBe('noInterval');
    expect(compared(improved(200, 300, { barredBy: ['confounded'] }), improved(2500, 500))[0]?.because).toBe('barred');
  });

  it('speaks of what was measured and of no cause', () => {
    const pairs = [
      compared(improved(200, 300, unclaimed), improved(2500, 500)),
      compared(improved(2500, 300), improved(200, 300, unclaimed)),
      compared(improved(900, 1000, unclaimed), improved(1500, 1000)),
      compared(outcome({ improvement: null }), improved(2500, 500)),
    ];
    const sentences = pairs.flatMap((pair) => pair.map(({ sentence }) => sentence));
    expect(new Set(sentences.map(({ en }) => en)).size).toBe(4);
    for (const { en, id } of sentences) {
      expect(en).toMatch(/^[A-Z].*the waiting time of ktp-el.*\.$/);
      expect(id).toMatch(/^[A-Z].*waktu tunggu ktp-el.*\.$/);
      expect(`${en} ${id}`).not.toMatch(/effect|efek|impact|dampak|pengaruh|because/i);
    }
  });

  it('leaves out what only one of them planned', () =>
    expect(compared(improved(200, 300), improved(2500, 500, { metric: 'processing' }))).toEqual([]));
});
