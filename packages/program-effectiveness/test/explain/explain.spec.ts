import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { type ProgramCellAsked, programExplanationText } from '../../src/explain/index.js';
import { designed, impact, planned, policy, scheduled } from '../fixtures.js';
import { answers, counting, explained, ofKind } from './asking.js';
import { april, corrected, february, held, january, on, score, scoreCorrected, waiting } from './past.js';

const improvement = {
  of: 'improvement',
  programId: 'p',
  evaluationId: 'e',
  service: 'ktp-el',
  metric: 'waiting',
} as const satisfies ProgramCellAsked;
const learning = { of: 'learningGain', programId: 'p', evaluationId: 'e' } as const;
const behaviour = { of: 'behaviour', programId: 'p', evaluationId: 'e' } as const;
const cells: readonly ProgramCellAsked[] = [
  improvement,
  learning,
  behaviour,
  { of: 'advice', programId: 'p' },
  { of: 'costPerParticipant', programId: 'p' },
  { of: 'budget', programId: 'p' },
];
const day = '2026-07-31';
const before = { recorded: '2026-06-30T16:59:59.999Z' };

describe('the value of an explanation is that of the views', () => {
  it.each([
    ['then', before],
    ['now', {}],
  ] as const)('as known %s', async (_, clocks) => {
    const past = [...held(6), corrected, scoreCorrected(6)];
    const { round, advice, money } = await answers(past, day, clocks);
    const values = await Promise.all(cells.map(async (cell) => (await explained(past, cell, day, clocks)).value));
    expect(values).toEqual([
      round?.estimates.service[0]?.improvement?.estimate,
      round?.estimates.learning.judgement?.estimate,
      round?.estimates.behaviour.mean,
      advice.kind,
      money.perParticipant,
      money.realised,
    ]);
    expect(values).not.toContain(null);
    expect(values).not.toContain(undefined);
  });

  it('of one round where an evaluation is named', async () => {
    const past = held(6);
    const { round } = await answers(past, day);
    const { value } = await explained(past, { of: 'advice', programId: 'p', evaluationId: 'e' }, day);
    expect(value).toBe(round?.advice.kind);
  });
});

describe('whatever was worked out can be worked out again from its operands', () => {
  const numbers = (operands: readonly { readonly value: unknown }[]) => operands.map(({ value }) => Number(value));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  /** By the names of the operands. */
  const again: Readonly<Record<string, (...values: readonly number[]) => number>> = {
    'before after': (from = 0, to = 0) => to - from,
    'served compared': (served = 0, compared = 0) => served - compared,
    'difference measuredFrom': (difference = 0, from = 0) => (-difference / from) * 10_000,
    'plan policy': (...both) => Math.max(...both),
    'before effect.guardTolerance': (from = 0, tolerance = 0) => (from * tolerance) / 10_000,
    'mean evaluation.l3.effectiveMean': (level = 0, asked = 0) => level - asked,
    'realised completed': (spent = 0, places = 0) => spent / places,
    'committed released realised': (committed = 0, released = 0, spent = 0) => committed - released - spent,
    'realised committed': (spent = 0, committed = 0) => (spent / committed) * 10_000,
  };

  it.each(cells.filter(({ of }) => of !== 'advice'))('of $of', async (cell) => {
    const steps = ofKind(await explained([...held(6), corrected], cell, day), 'arithmetic');
    expect(steps.length).toBeGreaterThan(0);
    for (const { operands, result } of steps) {
      const names = operands.map(({ name }) => name).join(' ');
      const isMoney = names.startsWith('budget-');
      const work = again[names] ?? ((...values) => (isMoney ? mean(values) * values.length : mean(values)));
      expect([names, Number(result)]).toEqual([names, expect.closeTo(work(...numbers(operands)), 6)]);
    }
  });

  it('from the first measurement to the improvement', async () => {
    const results = ofKind(await explained([...held(6), corrected], improvement, day), 'arithmetic').map(
      ({ result }) => result,
    );
    expect(results.slice(0, 5)).toEqual([2400, 1500, 2000, 1105, -897.5]);
    expect(results[5]).toBeCloseTo((897.5 / 2200) * 10_000, 8);
  });
});

describe('a correction shows both', () => {
  const past = [...held(6), corrected];
  const inLoket = async (clocks = {}) =>
    counting(await explained(past, improvement, day, clocks), 'ServiceMeasurementRecorded').filter(([at]) =>
      ['serviceUnit-loket/3', 'serviceUnit-loket/5'].includes(String(at)),
    );

  it('what was corrected with its reason, and what takes its place', async () => {
    expect(await inLoket()).toEqual([
      ['serviceUnit-loket/3', false, 'corrected'],
      ['serviceUnit-loket/5', true, null],
    ]);
    const [step] = ofKind(await explained(past, improvement, day), 'event').filter(({ revision }) => revision === 3);
    expect(step?.by).not.toBeNull();
    expect(step?.sentence.en).toContain('1600 seconds');
    expect(step?.sentence.en).toContain('(reason: angka April salah ketik)');
  });

  it('and as known before it, what was to be corrected counts', async () => {
    expect(await inLoket(before)).toEqual([['serviceUnit-loket/3', true, null]]);
    const [then, now] = [await explained(past, improvement, day, before), await explained(past, improvement, day)];
    expect(then.value).not.toBe(now.value);
    expect(then.asOf).toMatchObject({ effective: day, recorded: before.recorded });
  });

  it('behind the reasons of an advice too', async () => {
    const steps = counting(await explained(past, { of: 'advice', programId: 'p' }, day), 'ServiceMeasurementRecorded');
    expect(steps).toContainEqual(['serviceUnit-loket/3', false, 'corrected']);
    expect(steps).toContainEqual(['serviceUnit-loket/5', true, null]);
  });
});

describe('each measurement that does not count says why', () => {
  const outcome = { metric: 'waiting', before: 2400, after: 1600, beforeId: 'w1', afterId: 'w3' } as const;

  it('during the training, too few cases, beyond the window, ahead', async () => {
    const past = [
      ...held(6),
      on('2026-06-25', waiting('w4', 'loket', february, 77, 4)),
      on('2027-08-05', waiting('w5', 'loket', { from: '2027-07-01', to: '2027-07-31' }, 1400)),
      on('2027-09-05', waiting('w6', 'loket', { from: '2027-08-01', to: '2027-08-31' }, 1400)),
    ];
    const explanation = await explained(past, improvement, '2027-08-15');
    const reasons = counting(explanation, 'ServiceMeasurementRecorded').flatMap(([, , reason]) => reason ?? []);
    expect(reasons).toEqual(['fewCases', 'duringTraining', 'beyondWindow', 'later']);
    // What rests on too few cases is not told, in what does not count either.
    expect(programExplanationText(explanation, 'en')).not.toContain('77 seconds');
  });

  it('recorded anew under the same id', async () => {
    const past = [...held(6), on('2026-07-03', waiting('w3', 'loket', april, 1550))];
    expect(counting(await explained(past, improvement, day), 'ServiceMeasurementRecorded')).toContainEqual([
      'serviceUnit-loket/3',
      false,
      'replaced',
    ]);
  });

  it('in a unit to compare with, where the design compares nothing', async () => {
    const past = [
      ...held(6).filter(([, { type }]) => type !== 'EvaluationPlanned'),
      on('2026-06-21', planned({ serviceUnits: ['loket'], comparisonUnits: ['camat'] })),
    ];
    const explanation = await explained(past, improvement, day);
    expect(
      counting(explanation, 'ServiceMeasurementRecorded').filter(([, , why]) => why === 'notInDesign'),
    ).toHaveLength(4);
  });

  it('in a unit that was measured on one side alone', async () => {
    const past = held(6).filter(
      ([stream, , details]) => stream !== 'serviceUnit-camat' || (details?.recordedAt ?? '') < '2026-05-01',
    );
    const explanation = await explained(past, improvement, day);
    expect(counting(explanation, 'ServiceMeasurementRecorded')).toContainEqual([
      'serviceUnit-camat/0',
      false,
      'notMeasured',
    ]);
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toContain('noAfter');
    expect(ofKind(explanation, 'finding').map(({ code }) => code)).toContain('unitsLost');
  });

  it('neither does what the evaluator recorded, which is shown beside', async () => {
    const past = [...held(6), on('2026-07-05', impact(3750, { outcome }))];
    const explanation = await explained(past, improvement, day);
    expect(counting(explanation, 'ProgramImpactMeasured')).toEqual([['evaluation-e/8', false, 'changesNothing']]);
    expect(explanation.value).toBe((await explained(held(6), improvement, day)).value);
  });

  it('before any batch was held', async () => {
    const explanation = await explained(held(6), improvement, '2026-03-01');
    expect(explanation.value).toBeNull();
    expect(counting(explanation, 'BatchScheduled')).toEqual([['batch-b1/0', false, 'ahead']]);
    expect(counting(explanation, 'ServiceMeasurementRecorded').every(([, counts]) => counts === false)).toBe(true);
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toContain('notHeld');
  });
});

describe('the difference is told by the design', () => {
  it('against the units compared with', async () => {
    const units = ['c1', 'c2'];
    const past = [
      ...held(6).filter(([, { type }]) => type !== 'EvaluationPlanned'),
      ...units.flatMap((unit, at) => [
        on('2026-06-21', waiting('w1', unit, january, 2100 + 200 * at)),
        on('2026-06-21', waiting('w3', unit, april, 2050 + 190 * at)),
      ]),
      on('2026-06-22', planned({ design: 'comparison', serviceUnits: ['loket', 'camat'], comparisonUnits: units })),
    ];
    const explanation = await explained(past, improvement, day);
    const step = ofKind(explanation, 'arithmetic').find(({ operands }) => operands[0]?.name === 'served');
    const { round } = await answers(past, day);
    expect(step?.operands.map(({ value }) => value)).toEqual([-847.5, -55]);
    expect(step?.result).toBe(round?.estimates.service[0]?.judgement.estimate);
    expect(step?.result).toBe(-792.5);
  });

  it('against where a series was on its way to', async () => {
    const month = (at: number) => {
      const from = new Date(Date.UTC(2025, at, 1)).toISOString().slice(0, 10);
      return { from, to: new Date(Date.UTC(2025, at + 1, 0)).toISOString().slice(0, 10) };
    };
    const past = [
      ...held(6).filter(([, { type }]) => type !== 'EvaluationPlanned' && type !== 'ServiceMeasurementRecorded'),
      ...Array.from({ length: 20 }, (_, at) =>
        on('2026-10-05', waiting(`m${at}`, 'loket', month(at), (at < 14 ? 2400 : 1500) + 20 * ((at * 7) % 5))),
      ),
      on('2026-10-06', planned({ design: 'timeSeries', serviceUnits: ['loket'] })),
    ];
    const explanation = await explained(past, improvement, '2026-10-31');
    const { round } = await answers(past, '2026-10-31');
    const estimate = round?.estimates.service[0]?.judgement.estimate;
    expect(estimate).toBeLessThan(-500);
    expect(ofKind(explanation, 'finding').find(({ code }) => code === 'estimate')?.figures).toEqual({ estimate });
    const share = ofKind(explanation, 'arithmetic').find(({ operands }) => operands[0]?.name === 'difference');
    const [difference, from] = share?.operands.map(({ value }) => Number(value)) ?? [];
    expect(share?.result).toBeCloseTo((-(difference ?? 0) / (from ?? 1)) * 10_000, 6);
  });
});

/** Events are stored in the order in which they were recorded. */
function inTime([, , a]: GivenEvent, [, , b]: GivenEvent): number {
  const [x, y] = [a?.recordedAt ?? '', b?.recordedAt ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
}

describe('what another programme shares is told, and nothing is claimed for either', () => {
  const other = [
    on('2026-02-01', designed('q')),
    on('2026-02-06', planned({ programId: 'q', serviceUnits: ['loket'] }, 'f')),
    on('2026-02-11', scheduled('q1', { programId: 'q', evaluationId: 'f' })),
  ];

  it('with the event of the other evaluation', async () => {
    const past = [...held(6), ...other].toSorted(inTime);
    const explanation = await explained(past, improvement, day);
    expect(counting(explanation, 'EvaluationPlanned')).toContainEqual(['evaluation-f/0', true, null]);
    const codes = ofKind(explanation, 'finding').map(({ code }) => code);
    expect(codes).toContain('confounded');
    const claim = ofKind(explanation, 'finding').find(({ code }) => code === 'claim');
    expect(claim?.figures).toMatchObject({ claim: 'inconclusive' });
  });
});

describe('sentences say no more than the figures carry', () => {
  it('no effect is spoken of where none may be claimed, and open is not "no change"', async () => {
    const explanation = await explained([...held(6), corrected], improvement, day);
    const [en, id] = [programExplanationText(explanation, 'en'), programExplanationText(explanation, 'id')];
    const sentences = en.split('\n').filter((line) => line.includes('> '));
    expect(sentences.join('\n')).not.toMatch(/effect\b/i);
    expect(en).toContain('That does not mean that nothing changed.');
    expect(id).toContain('Itu tidak berarti tidak ada perubahan.');
    expect(id).not.toMatch(/dampak/i);
  });

  it('a gain says nothing of why', async () => {
    const past = [...held(6).filter(([, { type }]) => type !== 'PolicyVersionAdopted'), corrected];
    const tolerant = [on('2026-01-02', policy({ 'effect.minimum': 1000, 'effect.guardTolerance': 500 })), ...past];
    const explanation = await explained(tolerant, improvement, day);
    const claim = ofKind(explanation, 'finding').find(({ code }) => code === 'claim');
    expect(claim?.figures).toEqual({ claim: 'gain', direction: 'better' });
    expect(claim?.sentence.en).toContain('nothing is said of why');
  });
});

describe('groups that are too small stay suppressed', () => {
  const past = held(4);
  const LAST_TEST = held(6).findLastIndex(([, { type }]) => type === 'LearningResultRecorded');
  /** What looks like a number here is none. */
  const IDS: readonly string[] = ['eventId', 'by'];

  it.each([learning, behaviour])('in $of', async (cell) => {
    const explanation = await explained(past, cell, day);
    expect(explanation.value).toBeNull();
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toEqual(['suppressed']);
    expect(ofKind(explanation, 'arithmetic')).toEqual([]);
    expect(ofKind(explanation, 'finding').map(({ code }) => code)).toEqual(['sizes']);
  });

  it('and no step of any group tells a person, a single score or a single rating', async () => {
    for (const cell of cells) {
      for (const count of [4, 6]) {
        const explanation = await explained([...held(count), scoreCorrected(count)], cell, day);
        const told = JSON.stringify(explanation.steps, (key, value: unknown) =>
          IDS.includes(key) ? undefined : value,
        );
        expect(told).not.toMatch(/"a[1-6]"|\ba[1-6]\b/);
        // The scores of a1, before, after and as corrected, and the reason of that correction.
        expect(told).not.toMatch(/\b(5100|7300|9900|99)\b|seharusnya/);
        for (const step of explanation.steps) {
          if (step.kind !== 'event' || !['LearningResultRecorded', 'BehaviourRated'].includes(step.type)) continue;
          expect(step.sentence.en.replace(/b1|of event \d+|by event \d+|\d{4}-\d\d-\d\d|R31/g, '')).not.toMatch(/\d/);
        }
      }
    }
  });

  it('nor does a single score follow from whoever sat one test alone, or sat the test after again', async () => {
    const past = [
      ...held(6).filter(([, { type }], at) => !(type === 'LearningResultRecorded' && at === LAST_TEST)),
      on('2026-07-02', score('a1', 'post', 88, 2)),
    ];
    const explanation = await explained(past, learning, day);
    const reasons = counting(explanation, 'LearningResultRecorded').flatMap(([, , reason]) => reason ?? []);
    expect(reasons).toEqual(['notPaired', 'laterAttempt']);
    expect(
      JSON.stringify(explanation.steps, (key, value: unknown) => (IDS.includes(key) ? undefined : value)),
    ).not.toMatch(/\b(8800|88)\b/);
  });

  it('a score that was corrected is shown as such, without why', async () => {
    const explanation = await explained([...held(6), scoreCorrected(6)], learning, day);
    expect(counting(explanation, 'LearningResultRecorded').filter(([, counts]) => !counts)).toEqual([
      ['batch-b1/19', false, 'corrected'],
    ]);
  });
});

describe('what is not there is said', () => {
  it('a round that was not planned by then', async () => {
    const explanation = await explained(held(6), improvement, '2026-02-04', { recorded: '2026-02-04T16:00:00.000Z' });
    expect(explanation).toMatchObject({ value: null, steps: [{ kind: 'missing', what: 'evaluation' }] });
  });

  it('a result that was not planned', async () => {
    const explanation = await explained(held(6), { ...improvement, metric: 'rework' }, day);
    expect(explanation.value).toBeNull();
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toEqual(['outcome']);
  });

  it('money and completions before there are any', async () => {
    const cost = await explained(held(6), { of: 'costPerParticipant', programId: 'p' }, '2026-03-01');
    expect(cost.value).toBeNull();
    expect(ofKind(cost, 'missing').map(({ what }) => what)).toEqual(['spending', 'completions']);
    const budget = await explained(held(6), { of: 'budget', programId: 'p' }, '2026-01-22');
    expect(ofKind(budget, 'missing').map(({ what }) => what)).toEqual(['commitments']);
  });

  it('a policy', async () => {
    const past = held(6).filter(([, { type }]) => type !== 'PolicyVersionAdopted');
    const explanation = await explained(past, { of: 'advice', programId: 'p' }, day);
    expect(explanation.value).toBe('notEnoughEvidence');
    expect(ofKind(explanation, 'missing').map(({ what }) => what)).toEqual(['policy']);
  });

  it('a programme of which nothing is known has no explanation', async () => {
    await expect(explained(held(6), { of: 'budget', programId: 'unknown' }, day)).rejects.toThrow('tells nothing');
  });
});
