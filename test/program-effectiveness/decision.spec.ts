import type { ProgramView } from '@pembinaan/program-effectiveness';
import { beforeAll, describe, expect, it } from 'vitest';
import { teachAnotherProgram } from './another-program.js';
import { adviceIn, viewOf } from './asking.js';
import { expand, expansion, recommend, recommendation } from './deciding.js';
import { program, voices } from './planning.js';
import { carriedOn, goOn, secondRound } from './second-round.js';
import { type ConcludedStory, PATIENCE, tell } from './story.js';
import { truths } from './truth.js';

type LineageStep = ProgramView['lineage'][number];

describe('an expansion that follows the advice, from the complaint to the plan of the year after next', () => {
  let view: ProgramView;
  beforeAll(async () => {
    const story = await tell({ truth: truths.works });
    const { advice } = await viewOf(story.store, { effective: '2027-04-14' });
    await recommend(story, { kind: 'expand', advised: advice.kind });
    await expand(story);
    await goOn(story);
    view = await viewOf(story.store, { effective: '2028-02-29' });
  }, PATIENCE);

  it('the second round shows an effect in the offices to which it was expanded', () => {
    const round = view.rounds.find(({ evaluationId }) => evaluationId === secondRound.evaluationId);
    expect(round?.estimates.level4).toEqual({
      verdict: 'better',
      claim: 'effect',
      guardWorsened: false,
      confounded: false,
    });
    expect(adviceIn(view)).toEqual({ kind: 'expand', decidedBy: ['effectShown'] });
    expect(view.advice.evaluationId).toBe(secondRound.evaluationId);
  });

  it('neither the recommendation nor the decision departs from what was advised', () => {
    expect(view.recommendations).toMatchObject([
      { recommended: 'expand', advised: 'expand', departs: false, advisedAsTold: { kind: 'expand', asComputed: true } },
    ]);
    expect(view.decisions.map(({ decision, departure }) => [decision.told.type, departure])).toMatchObject([
      ['ProgramExpanded', { departsFromRecommendation: false, advised: 'expand', departsFromAdvice: false }],
    ]);
  });

  it('after the expansion the gain was kept in the offices that were trained first, and the second round says to expand too', () => {
    expect(view.decisions[0]?.aftermath).toMatchObject({
      on: '2027-04-26',
      restsOn: { evaluationId: program.evaluationId },
      laterRounds: [{ evaluationId: secondRound.evaluationId, advice: { kind: 'expand' } }],
      nextDecision: null,
      gain: [{ metric: 'waiting', state: 'kept', servedAgain: false }],
    });
  });

  it('an office that was served is compared with no more', () => {
    const [first] = view.rounds;
    const noMore = first?.estimates.service[0]?.units.filter(({ excluded }) => excluded === 'servedInWindow') ?? [];
    expect(noMore.map(({ unitId }) => unitId).sort()).toEqual(secondRound.served.map(({ unitId }) => unitId).sort());
  });

  it('the lineage leads from voices over needs, plans, rounds and decisions to the next plan', () => {
    const { lineage } = view;
    expect(lineage.map(({ kind, id, says }) => `${kind} ${says ?? withoutUuid(id)}`)).toEqual([
      `report ${voices.reportId}`,
      `input ${voices.forumId}/${voices.inputId}`,
      `need ${voices.needOfReport}`,
      `need ${voices.needOfInput}`,
      `planItem kab-2026/${program.itemId}`,
      `program ${program.programId}`,
      `payment kab-2026/${program.commitmentId}`,
      `round ${program.evaluationId}`,
      'conclusion effective',
      'recommendation expand',
      'planRevision (an event)',
      `planItem kab-2027/${expansion.itemId}`,
      `payment kab-2027/${expansion.commitmentId}`,
      'decision ProgramExpanded',
      `round ${secondRound.evaluationId}`,
      'conclusion effective',
      `planItem ${carriedOn.planId}/${carriedOn.itemId}`,
      `payment ${carriedOn.planId}/${carriedOn.commitmentId}`,
    ]);
  });

  it('each step can be traced back: the plan of 2028 to the complaint and to the forum', () => {
    const last = view.lineage.find(({ id }) => id === `${carriedOn.planId}/${carriedOn.itemId}`);
    const behind = ancestors(last, view.lineage).map(({ kind, id }) => `${kind} ${id}`);
    expect(behind).toEqual(
      expect.arrayContaining([
        `report ${voices.reportId}`,
        `input ${voices.forumId}/${voices.inputId}`,
        `round ${program.evaluationId}`,
      ]),
    );
  });

  it('the second round comes from the decision, the decision from its recommendation, that from the conclusion of the first round', () => {
    const { lineage } = view;
    const round = lineage.find(({ id }) => id === secondRound.evaluationId);
    const parent = (step: LineageStep | undefined, kind: LineageStep['kind']) =>
      lineage.find((one) => one.kind === kind && step?.from.some((ref) => ref.kind === kind && ref.id === one.id));
    const decision = parent(round, 'decision');
    const recommended = parent(decision, 'recommendation');
    const concluded = parent(recommended, 'conclusion');
    expect([decision?.says, recommended?.id]).toEqual(['ProgramExpanded', expansion.recommendationId]);
    expect(parent(concluded, 'round')?.id).toBe(program.evaluationId);
  });

  it('what the plan of 2027 did beside, for another purpose, is none of it', () => {
    expect(view.lineage.map(({ id }) => id)).not.toContain('kab-2027/kab-butir-pendampingan');
  });
});

describe('a decision that departs from the advice', () => {
  const JUSTIFICATION = 'formulir baru dipakai di semua kecamatan, sehingga perbandingannya tetap adil';
  let story: ConcludedStory;
  beforeAll(async () => {
    story = await tell({ truth: truths.works, afterTraining: teachAnotherProgram });
  }, PATIENCE);

  it('is not recommended without saying why (R35); with a reason it is, and the departure is told with it', async () => {
    const { advice } = await viewOf(story.store, { effective: '2027-04-14' });
    expect(advice.kind).toBe('notEnoughEvidence');
    const wish = { kind: 'expand', advised: advice.kind } as const;
    story.stage.on('2027-04-14');
    await story.office
      .as(story.office.who.verifier)
      .isRefused('R35', program.programId, recommendation(story, { ...wish, justification: '   ' }));
    await recommend(story, { ...wish, justification: JUSTIFICATION });
    await expand(story);

    const { recommendations, decisions } = await viewOf(story.store, { effective: '2027-04-30' });
    expect(recommendations).toMatchObject([
      {
        recommended: 'expand',
        advised: 'notEnoughEvidence',
        departs: true,
        justified: true,
        justification: JUSTIFICATION,
        advisedAsTold: { kind: 'notEnoughEvidence', asComputed: true },
      },
    ]);
    expect(decisions.map(({ departure }) => departure)).toMatchObject([
      {
        decided: 'expand',
        recommendationId: expansion.recommendationId,
        departsFromRecommendation: false,
        advised: 'notEnoughEvidence',
        departsFromAdvice: true,
        justified: true,
        justification: JUSTIFICATION,
      },
    ]);
  });
});

describe('a recommendation that tells another advice than the one that was given', () => {
  it('needs no justification of the domain, and is found out', async () => {
    const story = await tell({ truth: truths.works, afterTraining: teachAnotherProgram });
    await recommend(story, { kind: 'expand', advised: 'expand' });
    const { recommendations } = await viewOf(story.store, { effective: '2027-04-30' });
    expect(recommendations).toMatchObject([
      {
        advised: 'notEnoughEvidence',
        departs: true,
        justified: false,
        advisedAsTold: { kind: 'expand', asComputed: false },
      },
    ]);
  });
});

/** Events bear ids that no reader remembers. */
function withoutUuid(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? '(an event)' : id;
}

/** Everything from which a step came, however far back. */
function ancestors(step: LineageStep | undefined, lineage: readonly LineageStep[]): readonly LineageStep[] {
  const found = new Set<LineageStep>();
  const follow = (from: LineageStep['from']): void => {
    for (const one of lineage) {
      if (found.has(one) || !from.some(({ kind, id }) => kind === one.kind && id === one.id)) continue;
      found.add(one);
      follow(one.from);
    }
  };
  follow(step?.from ?? []);
  return [...found];
}
