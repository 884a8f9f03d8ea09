import { LocalDate } from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import type { Advice, ReasonCode } from '../../src/advice/advice.js';
import { adviceFor } from '../../src/advice/advice-for.js';
import type { OutcomeEstimate, RoundEstimates, ServiceSummary } from '../../src/estimates/index.js';
import type { EvaluationHistory, ProgramHistory } from '../../src/program/program-history.js';
import type { EvaluationSurroundings } from '../../src/surroundings/surroundings.js';
import {
  batch,
  clockOn,
  conclusion,
  estimates,
  FIRST,
  guard,
  judgement,
  methodRevised,
  objection,
  outcome,
  program,
  round,
  SECOND,
  surroundings,
  THIRD,
  told,
} from './given.js';

interface Given {
  readonly estimates?: Partial<RoundEstimates>;
  readonly round?: Partial<EvaluationHistory>;
  readonly program?: Partial<ProgramHistory>;
  readonly surroundings?: EvaluationSurroundings;
  readonly on?: string;
}

/** A round in which everything speaks for an expansion, but for what is given. */
function advised(given: Given = {}): Advice {
  const own = round({ conclusions: [conclusion('effective')], ...given.round });
  return adviceFor(
    program({ evaluations: [own], batches: [batch(25_000_000)], ...given.program }),
    'e',
    [estimates(given.estimates)],
    given.surroundings ?? surroundings(),
    clockOn(given.on ?? '2026-11-01'),
  );
}

/** What a round says: what is known of its results, of the level they come to, and what was concluded. */
interface Said {
  readonly level4: Partial<ServiceSummary>;
  readonly service?: readonly OutcomeEstimate[];
  readonly concluded?: Parameters<typeof conclusion>[0];
}

const level4 = (some: Partial<ServiceSummary>): ServiceSummary => ({
  verdict: 'inconclusive',
  claim: 'inconclusive',
  guardWorsened: false,
  confounded: false,
  ...some,
});

const worsened = outcome({
  claim: 'inconclusive',
  direction: null,
  barredBy: ['guardWorsened'],
  size: 'undecided',
  guard: guard(
    { worsened: true },
    { before: 120, after: 300, interval: { low: 170, high: 190 }, direction: 'worse', claim: 'effect' },
  ),
});
const excluded = outcome({
  judgement: judgement({ claim: 'inconclusive', direction: null, limits: ['touchesZero'] }),
  claim: 'inconclusive',
  direction: null,
  size: 'belowMinimum',
  improvement: { estimate: 50, interval: { low: -300, high: 400 } },
});
const undecided = outcome({
  judgement: judgement({ claim: 'inconclusive', direction: null, limits: ['touchesZero'] }),
  claim: 'inconclusive',
  direction: null,
  size: 'undecided',
  improvement: { estimate: 800, interval: { low: -300, high: 1900 } },
});
const worse = outcome({
  direction: 'worse',
  size: 'undecided',
  improvement: { estimate: -1500, interval: { low: -2500, high: -500 } },
});
const as = (one: OutcomeEstimate, claim: OutcomeEstimate['claim']): OutcomeEstimate => ({
  ...one,
  claim,
  judgement: { ...one.judgement, claim },
  strongerWith: ['comparisonUnits', 'moreServedUnits'],
});

const WORSE: Said = { level4: { verdict: 'worse', claim: 'effect' }, service: [worse] };
const MERELY_WORSE: Said = { level4: { verdict: 'worse', claim: 'gain' }, service: [as(worse, 'gain')] };
const GUARD: Said = { level4: { guardWorsened: true }, service: [worsened] };
const EXCLUDED: Said = { level4: { verdict: 'belowMinimum' }, service: [excluded] };
const UNDECIDED: Said = { level4: {}, service: [undecided] };
const BETTER: Said = { level4: { verdict: 'better', claim: 'effect' } };
const HARMFUL: Said = { ...UNDECIDED, concluded: 'harmful' };
const NO_CHANGE: Said = { ...UNDECIDED, concluded: 'noSignificantChange' };

/** The advice by the last of these rounds, one a year, with revisions of the method on these days. */
function after(rounds: readonly Said[], revisedOn: readonly string[] = []): Advice {
  const which = [FIRST, SECOND, THIRD].slice(0, rounds.length);
  const evaluations = which.map((one, index) => {
    const kind = rounds[index]?.concluded;
    return round({ conclusions: kind === undefined ? [] : [conclusion(kind, {}, one)] }, one);
  });
  const figures = which.map((one, index) =>
    estimates({ level4: level4(rounds[index]?.level4 ?? {}), service: rounds[index]?.service ?? [outcome()] }, one),
  );
  const last = which.at(-1) ?? FIRST;
  return adviceFor(
    program({ evaluations, decisions: revisedOn.map(methodRevised) }),
    last.id,
    figures,
    surroundings(),
    clockOn(`${last.year}-11-01`),
  );
}

const deciding = ({ reasons }: Advice): ReasonCode | undefined => reasons[0]?.code;
const codes = ({ reasons }: Advice): readonly ReasonCode[] => reasons.map(({ code }) => code);
const reasonIn = ({ reasons }: Advice, code: ReasonCode) => reasons.find((one) => one.code === code);

describe('rows 1 and 2: before anything can be judged', () => {
  it('advises nothing where the agency has adopted no policy', () => {
    const advice = advised({ surroundings: surroundings(null) });
    expect([advice.kind, deciding(advice), advice.policyVersion]).toEqual(['notEnoughEvidence', 'noPolicy', null]);
  });

  it('advises nothing where the agency has not set the smallest improvement that counts', () => {
    const advice = advised({ surroundings: surroundings({}) });
    expect([advice.kind, deciding(advice)]).toEqual(['notEnoughEvidence', 'effectMinimumNotSet']);
    expect(advice.reasons[0]?.events).toMatchObject([{ type: 'PolicyVersionAdopted' }]);
  });

  it('says so even of harm: without a policy there is no measure', () =>
    expect(advised({ surroundings: surroundings({}), estimates: { level4: level4(WORSE.level4) } }).kind).toBe(
      'notEnoughEvidence',
    ));
});

describe('rows 3 and 4: harm', () => {
  it.each([
    ['against the comparison', WORSE],
    ['at the date', { level4: { verdict: 'worse', claim: 'changeAtDate' }, service: [as(worse, 'changeAtDate')] }],
  ] satisfies readonly (readonly [string, Said])[])('suspends what became worse %s', (_, said) => {
    const advice = after([said]);
    expect([advice.kind, deciding(advice)]).toEqual(['suspend', 'worse']);
  });

  it('suspends what was concluded harmful, and says that the figures do not carry it', () => {
    const advice = after([HARMFUL]);
    expect([advice.kind, deciding(advice)]).toEqual(['suspend', 'concludedHarmful']);
    expect(reasonIn(advice, 'conclusionExceedsEvidence')?.weighs).toBe('against');
  });

  it('does not suspend on a harmful conclusion against which an objection is open', () => {
    const contested = conclusion('harmful', { contested: objection() });
    const advice = advised({
      round: { conclusions: [contested] },
      estimates: { level4: level4({}), service: [undecided] },
    });
    expect([advice.kind, deciding(advice)]).toEqual(['notEnoughEvidence', 'undecided']);
    expect(reasonIn(advice, 'contested')?.events.map(({ type }) => type)).toEqual([
      'EvaluationConcluded',
      'EvaluationContested',
    ]);
  });

  it.each([
    ['harm', WORSE, WORSE],
    ['harm that was concluded', HARMFUL, WORSE],
    ['no improvement that counts', EXCLUDED, HARMFUL],
  ])('cancels on harm that follows %s and a revised method', (_, first, second) => {
    const advice = after([first, second], ['2026-12-01']);
    expect([advice.kind, deciding(advice)]).toEqual(['cancel', 'revisedMethodFailedToo']);
    expect(advice.reasons[0]?.events.map(({ type }) => type)).toEqual(['EvaluationPlanned', 'ProgramMethodRevised']);
  });

  it('suspends on a second harm where the method was never revised', () =>
    expect(after([WORSE, WORSE]).kind).toBe('suspend'));
});

describe('rows 5 and 6: faster but worse (R24)', () => {
  it('reviews the method', () => {
    const advice = after([GUARD]);
    expect([advice.kind, deciding(advice), advice.reasons[0]?.rule]).toEqual(['reviewMethod', 'guardWorsened', 'R24']);
  });

  it('never expands, whatever the results and the conclusion say', () =>
    expect(
      advised({ estimates: { level4: level4({ verdict: 'better', claim: 'effect', guardWorsened: true }) } }).kind,
    ).toBe('reviewMethod'));

  it('tells from what to what the guard rose', () =>
    expect(
      after([GUARD]).reasons.find(({ code, weighs }) => code === 'guardWorsened' && weighs === 'against'),
    ).toMatchObject({
      sentence: {
        en: 'The error rate of ktp-el rose from 1.2% to 3.0%, by more than the policy tolerates.',
        id: 'Tingkat kesalahan ktp-el naik dari 1,2% menjadi 3,0%, melebihi toleransi kebijakan.',
      },
    }));

  it('tells that a rise of the mean may be chance where its interval holds zero', () => {
    const rose = outcome({ ...worsened, guard: guard({ worsened: true }, { before: 120, after: 125 }) });
    expect(codes(after([{ ...GUARD, service: [rose] }]))).toContain('guardRiseUncertain');
    expect(codes(after([GUARD]))).not.toContain('guardRiseUncertain');
  });

  it('suspends where it is so in two rounds that follow each other', () => {
    const advice = after([GUARD, GUARD], ['2026-12-01']);
    expect([advice.kind, deciding(advice)]).toEqual(['suspend', 'guardWorsenedAgain']);
  });

  it('reviews the method again where the rise of the second round may be chance', () => {
    const rose = outcome({ ...worsened, guard: guard({ worsened: true }, { before: 120, after: 125 }) });
    expect(after([GUARD, { ...GUARD, service: [rose] }]).kind).toBe('reviewMethod');
  });

  it('suspends where the round is concluded harmful besides', () =>
    expect(after([{ ...GUARD, concluded: 'harmful' }]).kind).toBe('suspend'));

  it('reviews the method again where the round before had failed otherwise, or was better', () => {
    expect(after([EXCLUDED, GUARD], ['2026-12-01']).kind).toBe('reviewMethod');
    expect(after([GUARD, BETTER, GUARD]).kind).toBe('reviewMethod');
  });
});

describe("rows 7 and 8: Binjai's rule (R26)", () => {
  it.each([
    ['an improvement that counts is excluded', EXCLUDED, 'belowMinimum'],
    ['no significant change was concluded', NO_CHANGE, 'concludedWithoutChange'],
    ['it was merely worse after than before', MERELY_WORSE, 'worsened'],
  ] satisfies readonly (readonly [string, Said, ReasonCode])[])('reviews the method where %s', (_, said, code) => {
    const advice = after([said]);
    expect([advice.kind, deciding(advice)]).toEqual(['reviewMethod', code]);
  });

  it('follows the evaluator to the review even where the figures are better, and notes that he says less', () => {
    const advice = after([{ ...BETTER, concluded: 'noSignificantChange' }]);
    expect(advice.kind).toBe('reviewMethod');
    expect(reasonIn(advice, 'conclusionSaysLess')?.weighs).toBe('notes');
  });

  it('finds that no significant change says more than figures that do not decide', () =>
    expect(reasonIn(after([NO_CHANGE]), 'conclusionExceedsEvidence')).toMatchObject({
      weighs: 'against',
      figures: { conclusion: 'noSignificantChange', permitted: 'inconclusive' },
    }));

  it.each([
    ['the same', EXCLUDED, EXCLUDED],
    ['a conclusion of no change', NO_CHANGE, EXCLUDED],
    ['errors that rose', GUARD, NO_CHANGE],
  ])('cancels where the revised method failed too, after %s', (_, first, second) => {
    const advice = after([first, second], ['2026-12-01']);
    expect([advice.kind, deciding(advice), advice.reasons[0]?.rule]).toEqual([
      'cancel',
      'revisedMethodFailedToo',
      'R26',
    ]);
    expect(advice.reasons[0]?.figures).toMatchObject({ before: 'e' });
  });

  it('tells with a cancellation how this round failed', () =>
    expect(reasonIn(after([EXCLUDED, EXCLUDED], ['2026-12-01']), 'belowMinimum')?.weighs).toBe('against'));

  it.each([
    ['there was no revision', []],
    ['it was revised before the first round was over', ['2026-03-11']],
    ['it was revised after the second round had begun', ['2027-03-11']],
  ])('reviews the method again where %s', (_, revisedOn) =>
    expect(after([EXCLUDED, EXCLUDED], revisedOn).kind).toBe('reviewMethod'),
  );

  it.each(['2026-03-12', '2027-03-10'])('counts a revision on %s, between the two rounds', (day) =>
    expect(after([EXCLUDED, EXCLUDED], [day]).kind).toBe('cancel'),
  );

  it('passes over a round that says nothing', () =>
    expect(after([EXCLUDED, UNDECIDED, EXCLUDED], ['2026-12-01']).kind).toBe('cancel'));

  it('counts anew after a round that was better', () =>
    expect(after([EXCLUDED, BETTER, EXCLUDED], ['2026-12-01']).kind).toBe('reviewMethod'));

  it('goes by the days on which rounds were taught, whatever the order in which they are given', () => {
    const evaluations = [round({}, SECOND), round()];
    const figures = [SECOND, FIRST].map((which) =>
      estimates({ level4: level4(EXCLUDED.level4), service: [excluded] }, which),
    );
    const decisions = [methodRevised('2026-12-01')];
    const kindOf = (id: string) =>
      adviceFor(program({ evaluations, decisions }), id, figures, surroundings(), clockOn('2027-11-01')).kind;
    expect([kindOf('e'), kindOf('e2')]).toEqual(['reviewMethod', 'cancel']);
  });
});

describe('row 9: better, on evidence that has gaps', () => {
  it.each([
    [1, { round: { levels: round().levels.concat(1) } }],
    [2, { estimates: { learning: { ...estimates().learning, pairs: 0 } } }],
    [3, { estimates: { behaviour: { ...estimates().behaviour, rated: 0 } } }],
  ] satisfies readonly (readonly [number, Given])[])('is not enough while level %i is not measured', (level, given) => {
    const advice = advised(given);
    expect([advice.kind, deciding(advice), advice.reasons[0]?.figures.levels]).toEqual([
      'notEnoughEvidence',
      'levelNotMeasured',
      String(level),
    ]);
  });

  it('is enough on the last of the 365 days after the conclusion, and not on the next', () => {
    expect(advised({ on: '2027-10-05' }).kind).toBe('expand');
    const advice = advised({ on: '2027-10-06' });
    expect([advice.kind, deciding(advice)]).toEqual(['notEnoughEvidence', 'evidenceTooOld']);
  });

  it('counts the age from the last measured day where nothing is concluded', () => {
    const measuredUntil = (to: string): Given => {
      const measurement = {
        measurementId: 'm9',
        service: 'ktp-el',
        metric: 'waiting' as const,
        period: { from: LocalDate.parse('2026-09-01'), to: LocalDate.parse(to) },
        value: 1800,
        p90: null,
        n: 100,
        told: told('m9', 'ServiceMeasurementRecorded', to),
      };
      const unit = {
        unitId: 'loket',
        role: 'served' as const,
        before: [],
        after: ['m9'],
        leftOut: [],
        excluded: null,
        servedBy: [],
      };
      return {
        round: { conclusions: [] },
        estimates: { service: [outcome({ units: [unit] })] },
        surroundings: {
          ...surroundings(),
          services: new Map([['loket', { unitId: 'loket', measurements: [measurement], surveys: [] }]]),
        },
        on: '2027-09-30',
      };
    };
    expect(deciding(advised(measuredUntil('2026-09-30')))).toBe('awaitsConclusion');
    expect(deciding(advised(measuredUntil('2026-09-29')))).toBe('evidenceTooOld');
  });

  it('does not let harm grow old', () =>
    expect(
      adviceFor(
        program({ evaluations: [round()] }),
        'e',
        [estimates({ level4: level4(WORSE.level4), service: [worse] })],
        surroundings(),
        clockOn('2030-01-01'),
      ).kind,
    ).toBe('suspend'));
});

describe('row 10: better, and not enough for an expansion', () => {
  it.each([
    ['gain', 'gainOnly'],
    ['changeAtDate', 'changeAtDateOnly'],
  ] as const)('continues on a mere %s, and says what would tell', (claim, code) => {
    const advice = advised({
      estimates: { level4: level4({ verdict: 'better', claim }), service: [as(outcome(), claim)] },
    });
    expect([advice.kind, deciding(advice)]).toEqual(['continue', code]);
    expect(advice.reasons[0]?.sentence.en).toContain(
      'What would tell: more units to compare with (five beside two that take part) and more than one',
    );
    expect(advice.reasons[0]?.sentence.id).toContain(
      'lebih banyak unit pembanding (lima bila yang mengikuti hanya dua)',
    );
    expect(reasonIn(advice, 'conclusionExceedsEvidence')?.weighs).toBe('against');
  });

  it('continues while the conclusion is awaited', () => {
    const advice = advised({ round: { conclusions: [] } });
    expect([advice.kind, deciding(advice), advice.reasons[0]?.rule]).toEqual(['continue', 'awaitsConclusion', 'R25']);
  });

  it('continues while an objection is open', () => {
    const advice = advised({ round: { conclusions: [conclusion('effective', { contested: objection() })] } });
    expect([advice.kind, deciding(advice), advice.reasons[0]?.rule]).toEqual(['continue', 'contested', 'R36']);
  });

  it('goes by the conclusion that answers the objection', () => {
    const contested = conclusion('inconclusive', { contested: objection() });
    expect(advised({ round: { conclusions: [contested, conclusion('effective')] } }).kind).toBe('expand');
  });

  it('continues where the evaluator could not conclude', () => {
    const advice = advised({ round: { conclusions: [conclusion('inconclusive')] } });
    expect([advice.kind, deciding(advice), advice.reasons[0]?.rule]).toEqual(['continue', 'conclusionSaysLess', 'R25']);
  });

  it('continues where the conclusion rests on neither behaviour nor results', () => {
    const { measuredLevels } = conclusion('effective');
    const upTo2 = conclusion('effective', { measuredLevels: measuredLevels.filter((level) => level <= 2) });
    const advice = advised({ round: { conclusions: [upTo2] } });
    expect([advice.kind, deciding(advice)]).toEqual(['continue', 'conclusionWithoutResults']);
  });

  // 25 percentage points for Rp25.000.000: a million each.
  const dear = (maximum: number) => surroundings({ 'effect.minimum': 1000, 'effect.maximumCostPerPoint': maximum });

  it('continues where it cost more than the agency accepts', () => {
    const advice = advised({ surroundings: dear(999_999) });
    expect([advice.kind, deciding(advice)]).toEqual(['continue', 'costTooHigh']);
    expect(advice.reasons[0]?.sentence.id).toBe(
      'Setiap poin persentase perbaikan berbiaya Rp1.000.000 (interval 95%: Rp714.286 sampai Rp1.666.667), di atas Rp999.999 yang diterima instansi.',
    );
  });

  it('continues where there is a maximum and the cost is not known', () => {
    const advice = advised({ surroundings: dear(1_000_000), program: { batches: [batch(null)] } });
    expect([advice.kind, deciding(advice)]).toEqual(['continue', 'costNotKnown']);
  });

  it('tells each deciding reason once', () => {
    for (const given of [{ surroundings: dear(1) }, { round: { conclusions: [] } }] satisfies readonly Given[]) {
      const advice = advised(given);
      expect(codes(advice).filter((code) => code === deciding(advice))).toHaveLength(1);
    }
  });
});

describe('row 11: expand', () => {
  it('expands where all is there', () => {
    const advice = advised();
    expect([advice.kind, deciding(advice), advice.evaluationId, advice.policyVersion]).toEqual([
      'expand',
      'effectShown',
      'e',
      'p-2026',
    ]);
    expect(advice.reasons[0]?.events.map(({ type }) => type)).toEqual([
      'ServiceMeasurementRecorded',
      'EvaluationConcluded',
    ]);
  });

  it('expands at exactly the cost that the agency accepts', () => {
    const advice = advised({
      surroundings: surroundings({ 'effect.minimum': 1000, 'effect.maximumCostPerPoint': 1_000_000 }),
    });
    expect([advice.kind, reasonIn(advice, 'costWithinMaximum')?.weighs]).toEqual(['expand', 'for']);
  });

  it('tells what it cost where the agency has set no maximum', () =>
    expect(reasonIn(advised(), 'costNotJudged')).toMatchObject({
      weighs: 'notes',
      figures: { cost: 25_000_000, perPoint: 1_000_000, maximum: null },
    }));

  it('tells that the cost is not known, and judges nothing by it, where there is no maximum', () => {
    const advice = advised({ program: { batches: [batch(null)] } });
    expect([advice.kind, reasonIn(advice, 'costNotKnown')?.weighs]).toEqual(['expand', 'notes']);
  });

  it('reckons the cost by the result that improved least', () => {
    const least = outcome({
      metric: 'processing',
      improvement: { estimate: 1000, interval: { low: -100, high: 2000 } },
    });
    expect(reasonIn(advised({ estimates: { service: [outcome(), least] } }), 'costNotJudged')?.figures).toMatchObject({
      perPoint: 2_500_000,
      low: 1_250_000,
      high: null,
    });
  });

  it('tells the tests and the ratings besides', () => {
    const advice = advised();
    expect(reasonIn(advice, 'learning')?.sentence.en).toBe(
      'The scores of 20 people were 12.5 points higher after than before on average; nothing is said of why.',
    );
    expect(reasonIn(advice, 'behaviour')?.sentence.id).toContain('3,82 dari 5, mencapai 3,5');
  });

  it('tells nothing of the scores and ratings of a few', () => {
    const { learning, behaviour } = estimates();
    const advice = advised({
      estimates: {
        learning: { ...learning, pairs: 3, suppressed: true, judgement: null },
        behaviour: { ...behaviour, rated: 3, suppressed: true, mean: null, interval: null, levelReached: null },
      },
    });
    expect(advice.kind).toBe('expand');
    for (const code of ['learningSuppressed', 'behaviourSuppressed'] as const) {
      expect(reasonIn(advice, code)).toMatchObject({ figures: {}, events: [] });
    }
    expect(codes(advice)).not.toContain('learning');
    expect(codes(advice)).not.toContain('behaviour');
  });
});

describe('rows 12 and 13: not enough evidence', () => {
  it.each([
    ['notHeld', { window: null, service: [], level4: level4({ verdict: 'notHeld' }) }],
    ['resultsNotPlanned', { service: [], level4: level4({ verdict: 'notPlanned' }) }],
  ] satisfies readonly (readonly [ReasonCode, Partial<RoundEstimates>])[])('says %s', (code, figures) => {
    const advice = advised({ round: { conclusions: [] }, estimates: figures });
    expect([advice.kind, deciding(advice)]).toEqual(['notEnoughEvidence', code]);
  });

  it('says that the figures do not decide, and that the conclusion says more than they permit', () => {
    const advice = advised({ estimates: { level4: level4({}), service: [undecided] } });
    expect([advice.kind, deciding(advice)]).toEqual(['notEnoughEvidence', 'undecided']);
    expect(codes(advice)).toContain('conclusionExceedsEvidence');
    expect(reasonIn(advice, 'limit')?.sentence.en).toBe(
      'The waiting time of ktp-el: nothing can be claimed because of an interval that holds zero.',
    );
  });

  it.each(['fewCases', 'unitsLost', 'hole', 'confounded'] as const)(
    'begins with %s where that bars a claim',
    (code) => {
      const barred = outcome({ claim: 'inconclusive', direction: null, size: 'undecided', barredBy: [code] });
      const advice = advised({ estimates: { level4: level4({}), service: [barred] } });
      expect([advice.kind, deciding(advice), advice.reasons[0]?.weighs]).toEqual([
        'notEnoughEvidence',
        code,
        'decides',
      ]);
    },
  );

  it.each(['noBaseline', 'noAfter', 'noComparison', 'guardNotMeasured', 'guardNotPlanned', 'fewCases'] as const)(
    'begins with %s where that is missing',
    (code) => {
      const lacking = outcome({
        claim: 'inconclusive',
        direction: null,
        size: null,
        improvement: null,
        missing: [code],
      });
      expect(deciding(advised({ estimates: { level4: level4({}), service: [lacking] } }))).toBe(code);
    },
  );

  it('names the other programmes, with the events that tell of them, each once', () => {
    const other = (unitId: string) => ({
      programId: 'lain',
      evaluationId: 'e9',
      unitId,
      firstSession: LocalDate.parse('2026-04-01'),
      told: told('e9', 'EvaluationPlanned', '2026-02-01'),
    });
    const shared = outcome({
      claim: 'inconclusive',
      direction: null,
      size: 'undecided',
      barredBy: ['confounded'],
      confoundedBy: [other('loket'), other('kecamatan')],
    });
    const advice = advised({ estimates: { level4: level4({ confounded: true }), service: [shared] } });
    expect(advice.reasons[0]).toMatchObject({ figures: { programs: 'lain' }, events: [{ eventId: 'e9' }] });
    expect(advice.reasons[0]?.events).toHaveLength(1);
  });

  it('tells what is missing of each planned result', () => {
    const lacking = (metric: 'waiting' | 'processing') =>
      outcome({ metric, claim: 'inconclusive', direction: null, size: null, improvement: null, missing: ['noAfter'] });
    const advice = advised({ estimates: { level4: level4({}), service: [lacking('waiting'), lacking('processing')] } });
    expect(codes(advice).filter((code) => code === 'noAfter')).toHaveLength(2);
  });
});

it('puts what decides first, then what speaks against and for, then what is to be known', () => {
  const order = ['decides', 'against', 'for', 'notes'];
  for (const advice of [advised(), after([GUARD]), after([EXCLUDED, EXCLUDED], ['2026-12-01']), after([UNDECIDED])]) {
    const ranks = advice.reasons.map(({ weighs }) => order.indexOf(weighs));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks.filter((rank) => rank === 0)).toHaveLength(1);
  }
});

it('says that batches are still to come', () => {
  const { window } = estimates();
  expect(window).not.toBeNull();
  const ahead = window === null ? null : { ...window, batchesAhead: 2 };
  expect(reasonIn(advised({ estimates: { window: ahead } }), 'batchesAhead')?.figures).toEqual({ batches: 2 });
});

it('refuses a round that is not among those estimated', () =>
  expect(() => adviceFor(program(), 'e9', [], surroundings(), clockOn('2026-11-01'))).toThrow(RangeError));
