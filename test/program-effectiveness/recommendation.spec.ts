import type { RecordedEvent } from '@pembinaan/event-sourcing';
import type { ProgramView, Reason, ReasonCode } from '@pembinaan/program-effectiveness';
import { beforeAll, describe, expect, it } from 'vitest';
import { another, teachAnotherProgram } from './another-program.js';
import { adviceIn, logOf, viewOf } from './asking.js';
import { contest } from './deciding.js';
import { adoptPolicy, program } from './planning.js';
import { LETTERS, offices, trained } from './regency.js';
import { type ConcludedStory, conclusionOf, PATIENCE, tell } from './story.js';
import { truths } from './truth.js';

/** A few days after the first round was concluded. */
const NOW = { effective: '2027-04-13' };

/** The story in which the programme works, which no test goes on with. */
let works: ConcludedStory;
beforeAll(async () => {
  works = await tell({ truth: truths.works });
}, PATIENCE);

describe('where people wait a quarter shorter in the trained offices, and errors stay what they were', () => {
  let log: ReadonlyMap<string, RecordedEvent>;
  let view: ProgramView;
  let reasons: readonly Reason[];
  beforeAll(async () => {
    log = new Map((await logOf(works.store)).map((event) => [event.id, event]));
    view = await viewOf(works.store, NOW);
    reasons = view.advice.reasons;
  });
  const behind = (code: ReasonCode): readonly RecordedEvent[] =>
    reasons
      .filter((reason) => reason.code === code)
      .flatMap(({ events }) => events.flatMap(({ eventId }) => log.get(eventId) ?? []));

  it('it is advised to expand, since an effect was shown, the guard held and the evaluator agrees', () => {
    expect(adviceIn(view)).toEqual({ kind: 'expand', decidedBy: ['effectShown'] });
    expect(view.advice.evaluationId).toBe(program.evaluationId);
    expect(reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['outcome', 'guardHeld', 'conclusionAgrees', 'learning', 'behaviour']),
    );
  });

  it('the interval of the improvement is narrow, and holds the quarter that is true', () => {
    const improvement = view.rounds[0]?.estimates.service[0]?.improvement;
    expect(improvement?.interval.low).toBeGreaterThan(2000);
    expect(improvement?.interval.low).toBeLessThan(2500);
    expect(improvement?.interval.high).toBeGreaterThan(2500);
  });

  it('each reason is a sentence, in English and in Indonesian', () => {
    for (const { sentence } of reasons) {
      expect(sentence.en).toMatch(/^[A-Z].*\.$/);
      expect(sentence.id).toMatch(/^[A-Z].*\.$/);
      expect(sentence.id).not.toBe(sentence.en);
    }
  });

  it('each event behind a reason is in the store as it is told', () => {
    const told = reasons.flatMap(({ events }) => events);
    expect(told.length).toBeGreaterThan(560);
    for (const { eventId, type, stream, revision, position, recordedAt } of told) {
      expect(log.get(eventId)).toMatchObject({ type, stream, revision, position, recordedAt });
    }
  });

  it.each([
    ['outcome', ['ServiceBaselineEstablished', 'ServiceMeasurementRecorded']],
    ['guardHeld', ['ServiceBaselineEstablished', 'ServiceMeasurementRecorded']],
    ['effectShown', ['EvaluationPlanned', 'ServiceMeasurementRecorded', 'EvaluationConcluded']],
    ['conclusionAgrees', ['EvaluationConcluded']],
    ['behaviour', ['BehaviourRated']],
    ['learning', ['LearningResultRecorded']],
  ] as const)('the reason %s rests on events of %j', (code, types) => {
    expect(behind(code).map(({ type }) => type)).toEqual(expect.arrayContaining([...types]));
  });

  it('a reason rests on no event that it does not speak of', () => {
    const typesBehind = (code: ReasonCode) => [...new Set(behind(code).map(({ type }) => type))].sort();
    expect(typesBehind('conclusionAgrees')).toEqual(['EvaluationConcluded']);
    expect(typesBehind('behaviour')).toEqual(['BehaviourRated']);
  });

  it('the decision rests on what all twenty offices measured in fourteen months, of waiting and of errors', () => {
    const measured = behind('effectShown').flatMap(({ stream, data }) =>
      typeof data === 'object' && data !== null && 'measurementId' in data ? [`${stream} ${data.measurementId}`] : [],
    );
    for (const { unitId } of offices) {
      for (const metric of ['waiting', 'error']) {
        const ofOffice = measured.filter((one) => one.startsWith(`serviceUnit-${unitId} ${LETTERS}-${metric}-`));
        expect([unitId, metric, new Set(ofOffice).size]).toEqual([unitId, metric, 14]);
      }
    }
  });

  it('the month in which it was taught is left out, and said to be', () => {
    const units = view.rounds[0]?.estimates.service[0]?.units ?? [];
    expect(units).toHaveLength(20);
    for (const { leftOut } of units) {
      expect(leftOut).toEqual([{ measurementId: `${LETTERS}-waiting-2026-09`, why: 'duringTraining' }]);
    }
  });
});

describe('the same story, asked while it goes on', () => {
  it.each([
    ['2026-03-31', 'before the training', 'notEnoughEvidence', 'notHeld'],
    ['2026-09-30', 'before any month after it is measured', 'notEnoughEvidence', 'noAfter'],
    [
      '2026-12-31',
      'before anybody is rated at work, though people wait shorter',
      'notEnoughEvidence',
      'levelNotMeasured',
    ],
    ['2027-02-28', 'before the evaluator concludes', 'continue', 'awaitsConclusion'],
    ['2027-04-08', 'on the day of the conclusion', 'expand', 'effectShown'],
  ])('on %s, %s, it is advised: %s (%s)', async (effective, _, kind, code) => {
    expect(adviceIn(await viewOf(works.store, { effective }))).toEqual({ kind, decidedBy: [code] });
  });
});

describe('where people wait shorter and errors rise', () => {
  const truth = truths.worksButErrorsRise;

  it('the method is to be reviewed, by R24, where the evaluator leaves open what it was', async () => {
    const { store } = await tell({ truth, conclusion: 'inconclusive' });
    const view = await viewOf(store, NOW);
    expect(adviceIn(view)).toEqual({ kind: 'reviewMethod', decidedBy: ['guardWorsened'] });
    expect(view.advice.reasons[0]?.rule).toBe('R24');
    expect(view.rounds[0]?.estimates.service[0]).toMatchObject({ claim: 'inconclusive', barredBy: ['guardWorsened'] });
  });

  it('no sentence calls into doubt what the figures show: that they wait shorter, and that errors rose', async () => {
    const { store } = await tell({ truth, conclusion: 'inconclusive' });
    expect(sentencesOf(await viewOf(store, NOW))).not.toMatch(/settle whether anything changed|is chance/);
  });

  it('it is not advised to expand either where the evaluator calls it harmful', async () => {
    const { store } = await tell({ truth, conclusion: 'harmful' });
    expect(adviceIn(await viewOf(store, NOW))).toEqual({ kind: 'suspend', decidedBy: ['concludedHarmful'] });
  });

  it('the domain does not let the evaluator call that effective (R24)', async () => {
    await expect(tell({ truth, conclusion: 'effective' })).rejects.toThrow(/refused by R24 \(guardWorsened\)/);
  });
});

describe('where the training changes nothing, and the figures are precise', () => {
  it('the method is to be reviewed, since an improvement that counts is excluded, though the evaluator leaves it open', async () => {
    const { store } = await tell({ truth: truths.nothing, conclusion: 'inconclusive' });
    const view = await viewOf(store, NOW);
    expect(adviceIn(view)).toEqual({ kind: 'reviewMethod', decidedBy: ['belowMinimum'] });
    expect(view.advice.reasons.map(({ code }) => code)).toContain('conclusionSaysLess');
  });
});

describe('where the figures stray too far to tell', () => {
  it('there is not enough evidence, which no sentence takes for no effect', async () => {
    const { store } = await tell({ truth: truths.noisy, conclusion: 'inconclusive' });
    const view = await viewOf(store, NOW);
    expect(adviceIn(view)).toEqual({ kind: 'notEnoughEvidence', decidedBy: ['undecided'] });
    for (const { sentence } of view.advice.reasons) {
      expect(sentence.en).not.toMatch(/no effect|did not work|ineffective/i);
      expect(sentence.id).not.toMatch(/tidak (ber|ada )?(efek|pengaruh|dampak)|tidak efektif/i);
    }
  });
});

describe('where people wait shorter everywhere, since a queue application came to all offices', () => {
  it('no effect is claimed for the programme, however much shorter they wait', async () => {
    const { store } = await tell({ truth: truths.everywhere, conclusion: 'inconclusive' });
    const view = await viewOf(store, NOW);
    const outcome = view.rounds[0]?.estimates.service[0];
    const { before, after } = outcome?.judgement ?? {};
    expect((after ?? 0) / (before ?? 1)).toBeLessThan(0.8);
    expect(outcome).toMatchObject({ claim: 'inconclusive', direction: null });
    expect(adviceIn(view)).toEqual({ kind: 'reviewMethod', decidedBy: ['belowMinimum'] });
  });
});

describe('an effect that was shown carries no expansion', () => {
  it('once the conclusion is older than the policy allows, and is advised until the last day before', async () => {
    expect((await viewOf(works.store, { effective: '2028-04-07' })).advice.kind).toBe('expand');
    expect(adviceIn(await viewOf(works.store, { effective: '2028-04-08' }))).toEqual({
      kind: 'notEnoughEvidence',
      decidedBy: ['evidenceTooOld'],
    });
  });

  it('while somebody contests the conclusion, until the evaluator answers by concluding again', async () => {
    const contested = await tell({ truth: truths.works });
    await contest(contested);
    expect(adviceIn(await viewOf(contested.store, NOW))).toEqual({ kind: 'continue', decidedBy: ['contested'] });
    const { stage, office, impacts } = contested;
    stage.on('2027-04-15');
    await office.as(office.who.evaluator).does(program.evaluationId, conclusionOf(impacts));
    expect((await viewOf(contested.store, NOW)).advice.kind).toBe('continue');
    expect((await viewOf(contested.store, { effective: '2027-04-15' })).advice.kind).toBe('expand');
  });

  it('where the policy of the day does not say how small an effect may be', async () => {
    const unset = await tell({ truth: truths.works });
    await adoptPolicy(unset.stage, unset.next, '2027-04-12', { version: 'kab-2027', saysSmallestEffect: false });
    expect(adviceIn(await viewOf(unset.store, { effective: '2027-04-11' })).kind).toBe('expand');
    const view = await viewOf(unset.store, NOW);
    expect(adviceIn(view)).toEqual({ kind: 'notEnoughEvidence', decidedBy: ['effectMinimumNotSet'] });
    expect(view.advice.policyVersion).toBe('kab-2027');
  });

  it('where a percentage point cost more than the policy allows, of the money that was paid after the batch was completed', async () => {
    const dear = await tell({ truth: truths.works });
    await adoptPolicy(dear.stage, dear.next, '2027-04-12', { version: 'kab-2027', mostPerPoint: 2_000_000 });
    const view = await viewOf(dear.store, NOW);
    expect(adviceIn(view)).toEqual({ kind: 'continue', decidedBy: ['costTooHigh'] });
    expect(view.advice.reasons[0]?.figures).toMatchObject({ cost: 57_600_000, maximum: 2_000_000 });
  });

  it('where one office alone was trained, and nothing is told of the scores and the behaviour of its two clerks', async () => {
    const one = await tell({ truth: truths.works, served: trained.slice(0, 1) });
    const { advice, rounds, account } = await viewOf(one.store, NOW);
    const estimates = rounds[0]?.estimates;
    expect(advice.kind).toBe('notEnoughEvidence');
    expect(estimates?.service[0]?.judgement.limits).toContain('oneTreatedUnit');
    expect(advice.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['conclusionExceedsEvidence', 'learningSuppressed', 'behaviourSuppressed']),
    );
    expect([estimates?.learning.judgement, estimates?.behaviour.mean]).toEqual([null, null]);
    expect([account.learning.meanGain, account.behaviour.mean, account.reaction.speaker]).toEqual([null, null, null]);
  });

  it('where another programme acted on the same service of the same offices, of which neither may claim the change', async () => {
    const { store } = await tell({ truth: truths.works, afterTraining: teachAnotherProgram });
    const view = await viewOf(store, NOW);
    expect(adviceIn(view)).toEqual({ kind: 'notEnoughEvidence', decidedBy: ['confounded'] });
    expect(sentencesOf(view)).not.toMatch(/settle whether anything changed|is chance/);
    const confounders = view.rounds[0]?.estimates.service[0]?.confoundedBy ?? [];
    expect(confounders.map(({ programId, unitId }) => [programId, unitId])).toEqual(
      trained.map(({ unitId }) => [another.programId, unitId]),
    );
    const other = await viewOf(store, NOW, another.programId);
    expect(other.advice.kind).toBe('notEnoughEvidence');
    expect(other.rounds[0]?.estimates.level4).toMatchObject({ confounded: true, claim: 'inconclusive' });
  });
});

/** What the reasons of an advice say in English. */
function sentencesOf({ advice }: ProgramView): string {
  return advice.reasons.map(({ sentence }) => sentence.en).join(' ');
}
