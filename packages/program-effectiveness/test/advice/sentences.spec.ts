import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/advice/advice.js';
import { adviceFor } from '../../src/advice/advice-for.js';
import type { BarringLimit, Claim, LimitCode } from '../../src/designs/index.js';
import type { MissingPart, OutcomeBar, OutcomeEstimate, StrongerWith } from '../../src/estimates/index.js';
import {
  batch,
  clockOn,
  conclusion,
  estimates,
  guard,
  judgement,
  methodRevised,
  objection,
  outcome,
  program,
  round,
  SECOND,
  surroundings,
} from './given.js';

const CLAIMS: readonly Claim[] = ['gain', 'changeAtDate', 'effect', 'inconclusive'];
const BARS: readonly OutcomeBar[] = [
  'confounded',
  'fewCases',
  'unitsLost',
  'hole',
  'guardWorsened',
  'guardNotMeasured',
];
const MISSING: readonly MissingPart[] = [
  'notHeld',
  'noBaseline',
  'noAfter',
  'noComparison',
  'guardNotMeasured',
  'guardNotPlanned',
  'fewCases',
];
const LIMITS: readonly BarringLimit[] = [
  'tooFew',
  'noSpread',
  'touchesZero',
  'attrition',
  'baselineDiffers',
  'adjustmentDisagrees',
  'skewed',
  'oneTreatedUnit',
  'trendBefore',
  'trendUnknown',
  'chanceArrangement',
  'praisWinstenDisagrees',
  'autocorrelation',
];
const CAVEATS: readonly LimitCode[] = ['noComparison', 'history', 'selection', 'fewClusters'];
const STRONGER: readonly StrongerWith[] = ['comparisonUnits', 'moreServedUnits', 'morePeriodsBefore', 'longerSeries'];

const improvements = fc
  .tuple(fc.double({ min: -5000, max: 5000, noNaN: true }), fc.double({ min: 0, max: 3000, noNaN: true }))
  .map(([estimate, half]) => ({ estimate, interval: { low: estimate - half, high: estimate + half } }));

/** A planned result of which nothing stronger than the claim may be said, however the rest of it looks. */
const outcomes = (claims: readonly Claim[]): fc.Arbitrary<OutcomeEstimate> =>
  fc
    .record({
      metric: fc.constantFrom('waiting' as const, 'processing' as const, 'error' as const),
      claim: fc.constantFrom(...claims),
      better: fc.boolean(),
      size: fc.constantFrom('atLeastMinimum' as const, 'belowMinimum' as const, 'undecided' as const, null),
      improvement: fc.option(improvements, { nil: null }),
      barredBy: fc.subarray([...BARS]),
      missing: fc.subarray([...MISSING]),
      limits: fc.subarray([...LIMITS, ...CAVEATS]),
      strongerWith: fc.subarray([...STRONGER]),
      worsened: fc.constantFrom(true, false, null),
      risen: fc.boolean(),
    })
    .map(({ claim, better, limits, worsened, risen, ...some }) =>
      outcome({
        ...some,
        claim,
        direction: claim === 'inconclusive' ? null : better ? 'better' : 'worse',
        judgement: judgement({ claim, limits }),
        guard: guard({ worsened }, risen ? { direction: 'worse' } : {}),
      }),
    );

const conclusions = fc
  .tuple(
    fc.constantFrom('effective' as const, 'noSignificantChange' as const, 'harmful' as const, 'inconclusive' as const),
    fc.boolean(),
  )
  .map(([kind, contested]) => conclusion(kind, contested ? { contested: objection() } : {}));

/** Any advice on two rounds whose claims are among these. */
const advices = (claims: readonly Claim[]) =>
  fc
    .record({
      verdict: fc.constantFrom(
        'notPlanned' as const,
        'notHeld' as const,
        'better' as const,
        'worse' as const,
        'belowMinimum' as const,
        'inconclusive' as const,
      ),
      claim: fc.constantFrom(...claims),
      guardWorsened: fc.constantFrom(true, false, null),
      service: fc.array(outcomes(claims), { maxLength: 3 }),
      concluded: fc.option(conclusions, { nil: undefined }),
      failedBefore: fc.boolean(),
      revised: fc.boolean(),
      cost: fc.constantFrom(null, 0, 10_000_000),
      own: fc.constantFrom(
        null,
        {},
        { 'effect.minimum': 1000 },
        { 'effect.minimum': 1000, 'effect.maximumCostPerPoint': 1 },
        { 'effect.minimum': 1000, 'effect.maximumCostPerPoint': 1_000_000_000 },
      ),
      learning: fc.constantFrom('gain' as const, 'inconclusive' as const, 'suppressed' as const),
      year: fc.constantFrom(2027, 2030),
    })
    .map(({ verdict, claim, guardWorsened, service, concluded, failedBefore, revised, cost, own, learning, year }) => {
      const level4 = { verdict, claim, guardWorsened, confounded: false };
      const earlier = {
        verdict: 'belowMinimum',
        claim: 'inconclusive',
        guardWorsened: false,
        confounded: false,
      } as const;
      const shown = estimates().learning;
      const tests =
        learning === 'suppressed'
          ? { ...shown, suppressed: true, judgement: null }
          : { ...shown, judgement: judgement({ claim: learning, estimate: -130 }) };
      return adviceFor(
        program({
          evaluations: [round(), round({ conclusions: concluded === undefined ? [] : [concluded] }, SECOND)],
          decisions: revised ? [methodRevised('2026-12-01')] : [],
          batches: [batch(cost, SECOND)],
        }),
        'e2',
        [estimates(failedBefore ? { level4: earlier } : {}), estimates({ level4, service, learning: tests }, SECOND)],
        surroundings(own),
        clockOn(`${year}-11-01`),
      );
    });

const texts = (reasons: readonly Reason[]) => reasons.flatMap(({ sentence }) => [sentence.en, sentence.id]);

describe('the sentences of an advice', () => {
  it('never speak of an effect where the claim is weaker', () =>
    fc.assert(
      fc.property(advices(CLAIMS.filter((claim) => claim !== 'effect')), ({ reasons }) => {
        for (const text of texts(reasons))
          expect(text).not.toMatch(/effect|efek|impact|dampak|pengaruh|caused|because of the programme/i);
      }),
      { numRuns: 150 },
    ));

  it('never tell what does not decide as nothing', () =>
    fc.assert(
      fc.property(advices(CLAIMS), ({ reasons }) => {
        for (const text of texts(reasons)) {
          expect(text).not.toMatch(
            /no effect|tidak ada efek|tanpa efek|did not work|does not work|tidak berhasil|ineffective|tidak efektif/i,
          );
        }
      }),
      { numRuns: 150 },
    ));

  it('say that nothing changed only in the words of the evaluator', () =>
    fc.assert(
      fc.property(advices(CLAIMS), ({ reasons }) => {
        for (const { code, sentence } of reasons) {
          if (code === 'concludedWithoutChange') continue;
          expect(sentence.en).not.toMatch(/nothing changed|no (significant )?change\b(?! is known)/i);
          expect(sentence.id).not.toMatch(/tidak ada perubahan|tidak berubah/i);
        }
      }),
      { numRuns: 150 },
    ));

  it('stand in both languages, begin with a capital, end with a full stop and have no holes', () =>
    fc.assert(
      fc.property(advices(CLAIMS), ({ reasons }) => {
        for (const { sentence } of reasons) {
          expect(sentence.en).not.toBe(sentence.id);
          for (const text of [sentence.en, sentence.id]) {
            expect(text).toMatch(/^[A-Z].*\.$/);
            expect(text).not.toMatch(/undefined|null|NaN|Infinity| {2}|\.\./);
          }
          expect(sentence.id).not.toMatch(/\b(the|and|than)\b/);
        }
      }),
      { numRuns: 150 },
    ));

  it('carry figures that are numbers, and none that is not', () =>
    fc.assert(
      fc.property(advices(CLAIMS), ({ reasons }) => {
        for (const figure of reasons.flatMap(({ figures }) => Object.values(figures))) {
          if (typeof figure === 'number') expect(Number.isFinite(figure)).toBe(true);
        }
      }),
      { numRuns: 100 },
    ));

  it('write percentages with a point in English and a comma in Indonesian', () => {
    const advice = adviceFor(
      program({ evaluations: [round()] }),
      'e',
      [estimates()],
      surroundings(),
      clockOn('2026-11-01'),
    );
    expect(advice.reasons.find(({ code }) => code === 'outcome')?.sentence).toEqual({
      en: 'The waiting time of ktp-el: 25.0% better (95% interval 15.0% to 35.0%) than where there was no programme.',
      id: 'Waktu tunggu ktp-el: 25,0% lebih baik (interval 95%: 15,0% sampai 35,0%) daripada tempat tanpa program.',
    });
  });
});
