import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EvaluationContested, evaluationState } from '../../src/evaluate/evaluation/index.js';
import { budgetState } from '../../src/plan/budget/state.js';
import {
  CancelProgram,
  ContinueProgram,
  ExpandProgram,
  MethodReviewOrdered,
  OrderMethodReview,
  ProgramCancelled,
  ProgramContinued,
  ProgramExpanded,
  ProgramMethodRevised,
  ProgramSuspended,
  programRevision,
  RecommendRevision,
  ReviseProgramMethod,
  RevisionRecommended,
  SuspendProgram,
} from '../../src/revise/program-revision/index.js';
import { BatchCancelled, BatchCompleted } from '../../src/train/batch/events.js';
import { batchState } from '../../src/train/batch/state.js';
import {
  concluded,
  contested,
  designed,
  EVIDENCE,
  evaluationPlanned,
  remember,
  scheduled,
} from '../evaluate/fixtures.js';
import { foundAgency, inOffice, lawData, underPolicy } from '../governance/fixtures.js';
import { materialPublished } from '../train/fixtures.js';
import {
  approvedProgram,
  changes,
  committed,
  decidedAs,
  methodRevised,
  PROGRAM,
  recommended,
  review,
  reviewOrdered,
  suspended,
} from './fixtures.js';

type Concluded = NonNullable<Parameters<typeof concluded>[0]>;
type Conclusion = NonNullable<Concluded['conclusion']>;
type Kind = Parameters<typeof recommended>[0];
type History = readonly (
  | ReturnType<typeof ProgramContinued.of>
  | ReturnType<typeof recommended>
  | (typeof approvedProgram)[number]
  | typeof reviewOrdered
  | typeof suspended
  | typeof methodRevised
  | ReturnType<typeof materialPublished>
  | ReturnType<typeof ProgramExpanded.of>
)[];

const KINDS: readonly Kind[] = ['expand', 'reviewMethod', 'continue', 'suspend', 'cancel', 'revisePlan'];
const evaluated = (details: Concluded = {}) => [
  evaluationPlanned({ programId: PROGRAM }),
  concluded({ programId: PROGRAM, ...details }),
];
const contestedHere = EvaluationContested.of({ ...contested.data, programId: PROGRAM });
const program = (...history: History) => given(programRevision, [...approvedProgram, ...history]);

describe('RecommendRevision', () => {
  type Recommend = Parameters<typeof RecommendRevision>[0];
  const recommend = (kind: Kind, details: Partial<Recommend> = {}) =>
    RecommendRevision({
      recommendationId: `${kind}-1`,
      kind,
      evaluationId: 'evaluation-1',
      causeEvents: [],
      ...details,
    });
  const after = (conclusion: Conclusion) =>
    program().and(evaluationState, 'evaluation-1', evaluated({ conclusion })).as('analyst-1');

  const fitting: readonly (readonly [Conclusion, readonly Kind[]])[] = [
    ['effective', ['expand', 'continue', 'revisePlan']],
    ['noSignificantChange', ['reviewMethod']],
    ['harmful', ['reviewMethod', 'suspend', 'cancel']],
    ['inconclusive', ['continue', 'reviewMethod', 'suspend', 'revisePlan']],
  ];
  for (const [conclusion, kinds] of fitting) {
    it.each(kinds)(`R35 accepts %s after ${conclusion}`, async (kind) => {
      await after(conclusion)
        .when(recommend(kind))
        .then([recommended(kind)]);
    });
    const others = KINDS.filter((kind) => !kinds.includes(kind));
    if (conclusion !== 'noSignificantChange') {
      it.each(others)(`R35 refuses %s after ${conclusion}`, async (kind) => {
        await after(conclusion)
          .when(recommend(kind, { justification: 'A good reason' }))
          .thenRefused('R35', 'doesNotFit');
      });
    }
  }

  it.each(['continue', 'suspend', 'cancel', 'revisePlan'] as const)(
    'R26 refuses %s after no significant change without a justification',
    async (kind) => {
      await after('noSignificantChange').when(recommend(kind)).thenRefused('R26', 'reasonMissing');
    },
  );

  it('R26 refuses a justification of blanks', () =>
    after('noSignificantChange')
      .when(recommend('continue', { justification: '  ' }))
      .thenRefused('R26', 'reasonMissing'));

  it('R26 accepts an alternative with a justification', () =>
    after('noSignificantChange')
      .when(recommend('continue', { justification: 'Half of the staff is new' }))
      .then([recommended('continue', { justification: 'Half of the staff is new' })]));

  it('R35 refuses to expand after no significant change, whatever the justification', () =>
    after('noSignificantChange')
      .when(recommend('expand', { justification: 'A good reason' }))
      .thenRefused('R35', 'doesNotFit'));

  describe('with an advice', () => {
    const ADVICE = ['expand', 'continue', 'reviewMethod', 'suspend', 'cancel', 'notEnoughEvidence'] as const;
    type Advised = (typeof ADVICE)[number];
    const CONCLUSIONS: Readonly<Record<Kind, Conclusion>> = {
      expand: 'effective',
      continue: 'effective',
      reviewMethod: 'noSignificantChange',
      suspend: 'harmful',
      cancel: 'harmful',
      revisePlan: 'effective',
    };
    const why = { justification: 'The counters were rebuilt in May' };
    const pairs = KINDS.flatMap((kind) => ADVICE.map((advised): readonly [Kind, Advised] => [kind, advised]));
    const following = ([kind, advised]: readonly [Kind, Advised]) =>
      kind === advised || kind === 'revisePlan' || (kind === 'continue' && advised === 'notEnoughEvidence');

    it.each(pairs.filter(following))(
      'R35 accepts %s where %s was advised, and keeps the advice',
      async (kind, advised) => {
        await after(CONCLUSIONS[kind])
          .when(recommend(kind, { advised }))
          .then([recommended(kind, { advised })]);
      },
    );

    const departing = pairs.filter((pair) => !following(pair));

    it.each(departing)('R35 refuses %s without a justification where %s was advised', async (kind, advised) => {
      const { rejection } = await after(CONCLUSIONS[kind])
        .when(recommend(kind, { advised }))
        .thenRefused('R35', 'departsFromAdvice');
      expect(rejection.data).toEqual({ kind, advised });
    });

    it.each(departing)('R35 accepts %s with a justification where %s was advised', async (kind, advised) => {
      await after(CONCLUSIONS[kind])
        .when(recommend(kind, { advised, ...why }))
        .then([recommended(kind, { advised, ...why })]);
    });

    it('R35 refuses a justification of blanks', () =>
      after('effective')
        .when(recommend('continue', { advised: 'expand', justification: '  ' }))
        .thenRefused('R35', 'departsFromAdvice'));

    it('R35 does not let an advice make up for a conclusion that it does not fit', () =>
      after('inconclusive')
        .when(recommend('expand', { advised: 'expand' }))
        .thenRefused('R35', 'doesNotFit'));

    it('R35 refuses a departure that cites no evaluation just as well', () =>
      program()
        .when(
          RecommendRevision({
            recommendationId: 'continue-1',
            kind: 'continue',
            causeEvents: [EVIDENCE],
            advised: 'suspend',
          }),
        )
        .thenRefused('R35', 'departsFromAdvice'));
  });

  describe('without an evaluation', () => {
    const rest = (kind: Kind, causeEvents: string[]) =>
      RecommendRevision({ recommendationId: `${kind}-1`, kind, causeEvents });

    it('R25 refuses to expand', () =>
      program()
        .when(rest('expand', [EVIDENCE]))
        .thenRefused('R25', 'evaluationMissing'));

    it('R35 refuses what rests on no event either', () =>
      program().when(rest('suspend', [])).thenRefused('R35', 'noCause'));

    it('R35 accepts what other events cause', () =>
      program()
        .as('analyst-1')
        .when(rest('suspend', [EVIDENCE]))
        .then([
          RevisionRecommended.of({
            recommendationId: 'suspend-1',
            kind: 'suspend',
            causeEvents: [EVIDENCE],
            recommendedBy: { subjectId: 'analyst-1' },
          }),
        ]));
  });

  describe('without an evaluation, while one without significant change stands', () => {
    const rest = RecommendRevision({ recommendationId: 'continue-2', kind: 'continue', causeEvents: [EVIDENCE] });
    const accepted = [
      RevisionRecommended.of({ ...rest.data, kind: 'continue', recommendedBy: { subjectId: 'analyst-1' } }),
    ];
    const noChange = evaluated({ conclusion: 'noSignificantChange' });
    const begun = (...history: History) => program(...history).as('analyst-1');

    it('R26 refuses, and names the evaluation', async () => {
      const { rejection } = await begun()
        .and(evaluationState, 'evaluation-1', noChange)
        .when(rest)
        .thenRefused('R26', 'unanswered');
      expect(rejection.data).toEqual({ evaluationId: 'evaluation-1' });
    });

    it('R26 accepts once a recommendation has answered it', () =>
      begun(recommended('reviewMethod')).and(evaluationState, 'evaluation-1', noChange).when(rest).then(accepted));

    it('R26 refuses while one of two is not answered', () =>
      begun(recommended('reviewMethod', { evaluationId: 'evaluation-2' }))
        .and(evaluationState, 'evaluation-1', noChange)
        .and(evaluationState, 'evaluation-2', noChange)
        .when(rest)
        .thenRefused('R26', 'unanswered'));

    it.each(['effective', 'harmful', 'inconclusive'] as const)('R26 accepts after %s', async (conclusion) => {
      await begun().and(evaluationState, 'evaluation-1', evaluated({ conclusion })).when(rest).then(accepted);
    });

    it('R26 accepts while the conclusion is contested, since nothing may rest on it then', () =>
      begun()
        .and(evaluationState, 'evaluation-1', [...noChange, contestedHere])
        .when(rest)
        .then(accepted));

    it('R26 refuses once it is concluded so anew', () =>
      begun()
        .and(evaluationState, 'evaluation-1', [...noChange, contestedHere, ...noChange.slice(1)])
        .when(rest)
        .thenRefused('R26', 'unanswered'));

    it('R26 accepts once it is concluded otherwise', () =>
      begun()
        .and(evaluationState, 'evaluation-1', [...noChange, contestedHere, ...evaluated().slice(1)])
        .when(rest)
        .then(accepted));

    it('R26 accepts while it is that of another programme', () =>
      begun()
        .and(evaluationState, 'evaluation-1', [evaluationPlanned(), concluded({ conclusion: 'noSignificantChange' })])
        .when(rest)
        .then(accepted));
  });

  it('G02 refuses an evaluation that does not exist', () =>
    program().when(recommend('expand')).thenRefused('G02', 'notFound'));

  it('G02 refuses the evaluation of another programme', () =>
    program()
      .and(evaluationState, 'evaluation-1', [evaluationPlanned(), concluded()])
      .when(recommend('expand'))
      .thenRefused('G02', 'mismatch'));

  it.each([
    ['not concluded', [evaluationPlanned({ programId: PROGRAM })]],
    ['contested', [...evaluated(), contested]],
  ] as const)('G02 refuses an evaluation that is %s', async (_, history) => {
    await program()
      .and(evaluationState, 'evaluation-1', history)
      .when(recommend('expand'))
      .thenRefused('G02', 'wrongStatus');
  });

  it('G02 refuses a recommendation under an id that was used', () =>
    program(recommended('continue')).when(recommend('continue')).thenRefused('G02', 'alreadyExists'));

  it('accepts a recommendation for a suspended programme', () =>
    program(suspended)
      .and(evaluationState, 'evaluation-1', evaluated())
      .as('analyst-1')
      .when(recommend('continue'))
      .then([recommended('continue')]));

  it('G02 refuses a recommendation for a programme that is not approved', () =>
    given(programRevision, [designed]).when(recommend('continue')).thenRefused('G02', 'wrongStatus'));

  it('G02 refuses a recommendation for a programme that does not exist', () =>
    given(programRevision).when(recommend('continue')).thenRefused('G02', 'notFound'));
});

describe('ExpandProgram', () => {
  type Expand = Parameters<typeof ExpandProgram>[0];
  const expansion: Expand = {
    recommendationId: 'expand-1',
    evaluationId: 'evaluation-1',
    scope: { units: ['unit-2', 'unit-3'], participants: 40 },
    addedCost: 6_000_000,
    budget: { budgetId: 'budget-1', commitmentId: 'commitment-1' },
  };
  const expand = (details: Partial<Expand> = {}) => ExpandProgram({ ...expansion, ...details });
  const accepted = (subjectId: string, details: Partial<Expand> = {}) => [
    ProgramExpanded.of({ ...expansion, ...details, expandedBy: { subjectId } }),
  ];
  const begun = (details: Concluded = {}, history: History = [recommended('expand')]) =>
    program(...history)
      .and(evaluationState, 'evaluation-1', evaluated(details))
      .and(budgetState, 'budget-1', committed());

  it('G02 refuses a second expansion on one recommendation: it carries one decision', async () => {
    const before = ProgramExpanded.of({ ...expand().data, expandedBy: { subjectId: 'ppk-1' } });
    await inOffice(begun({}, [recommended('expand'), before]), 'ppk')
      .when(expand())
      .thenRefused('G02', 'alreadyDecided');
  });

  it.each(['ppk', 'pyb'] as const)('R25 accepts the decision of the %s when everything is there', async (role) => {
    await inOffice(begun(), role)
      .when(expand())
      .then(accepted(`${role}-1`));
  });

  it('R01 refuses the decision of another authority', () =>
    inOffice(begun(), 'bkpsdm').when(expand()).thenRefused('R01', 'wrongRole'));

  it('R01 refuses a decision without an authority', () =>
    underPolicy(begun()).as('ppk-1').when(expand()).thenRefused('R01', 'noAuthority'));

  it('R25 refuses what was not recommended', () =>
    inOffice(begun({}, []), 'ppk').when(expand()).thenRefused('R25', 'notRecommended'));

  it('R25 refuses what rests on a recommendation of another kind', () =>
    inOffice(begun({}, [recommended('continue', { recommendationId: 'expand-1' })]), 'ppk')
      .when(expand())
      .thenRefused('R25', 'notRecommended'));

  it('R25 refuses an evaluation that the recommendation does not cite', () =>
    inOffice(begun({}, [recommended('expand', { evaluationId: 'evaluation-2' })]), 'ppk')
      .when(expand())
      .thenRefused('R25', 'otherEvaluation'));

  it('R25 refuses an evaluation of another programme', () =>
    inOffice(
      program(recommended('expand')).and(evaluationState, 'evaluation-1', [evaluationPlanned(), concluded()]),
      'ppk',
    )
      .when(expand())
      .thenRefused('R25', 'otherProgram'));

  it('R25 refuses an evaluation that is not concluded', () =>
    inOffice(
      program(recommended('expand')).and(evaluationState, 'evaluation-1', [evaluationPlanned({ programId: PROGRAM })]),
      'ppk',
    )
      .when(expand())
      .thenRefused('R25', 'notConcluded'));

  it('R25 refuses an evaluation that does not exist', () =>
    inOffice(program(recommended('expand')), 'ppk')
      .when(expand())
      .thenRefused('R25', 'notConcluded'));

  it('R25 refuses an evaluation that is contested', () =>
    inOffice(begun().and(evaluationState, 'evaluation-1', [contested]), 'ppk')
      .when(expand())
      .thenRefused('R25', 'contested'));

  it.each(['noSignificantChange', 'harmful', 'inconclusive'] as const)(
    'R25 refuses the conclusion %s',
    async (conclusion) => {
      await inOffice(begun({ conclusion }), 'ppk').when(expand()).thenRefused('R25', 'notEffective');
    },
  );

  it('R25 accepts a conclusion on the last of the 365 days', () =>
    inOffice(begun({ concludedOn: '2025-06-01' }), 'ppk')
      .when(expand())
      .then(accepted('ppk-1')));

  it('R25 refuses a conclusion one day older', () =>
    inOffice(begun({ concludedOn: '2025-05-31' }), 'ppk')
      .when(expand())
      .thenRefused('R25', 'tooOld'));

  it.each([[[3]], [[4]]] as const)('R25 accepts what was measured at level %j alone', async (measuredLevels) => {
    await inOffice(begun({ measuredLevels: [...measuredLevels] }), 'ppk')
      .when(expand())
      .then(accepted('ppk-1'));
  });

  it('R25 refuses what was measured at levels 1 and 2 only', () =>
    inOffice(begun({ measuredLevels: [1, 2] }), 'ppk')
      .when(expand())
      .thenRefused('R25', 'noResultMeasured'));

  describe('and its budget', () => {
    it('R25 accepts an added cost equal to what is open', () =>
      inOffice(begun(), 'ppk')
        .when(expand({ addedCost: 6_000_000 }))
        .then(accepted('ppk-1')));

    it('R25 refuses an added cost one rupiah above what is open', () =>
      inOffice(begun(), 'ppk')
        .when(expand({ addedCost: 6_000_001 }))
        .thenRefused('R25', 'budgetTooSmall'));

    const { budget: _budget, ...unpaid } = expansion;
    it('R25 refuses an added cost without a commitment', () =>
      inOffice(begun(), 'ppk')
        .when(ExpandProgram({ ...unpaid, addedCost: 1 }))
        .thenRefused('R25', 'noBudget'));

    it('R25 accepts an expansion that costs nothing without a commitment', () =>
      inOffice(begun(), 'ppk')
        .when(ExpandProgram({ ...unpaid, addedCost: 0 }))
        .then([ProgramExpanded.of({ ...unpaid, addedCost: 0, expandedBy: { subjectId: 'ppk-1' } })]));

    it('R25 refuses a commitment that does not exist', () =>
      inOffice(begun(), 'ppk')
        .when(expand({ budget: { budgetId: 'budget-1', commitmentId: 'commitment-9' } }))
        .thenRefused('R25', 'noCommitment'));

    it('R25 refuses the commitment of another programme', () =>
      inOffice(
        program(recommended('expand'))
          .and(evaluationState, 'evaluation-1', evaluated())
          .and(budgetState, 'budget-1', committed('program-2')),
        'ppk',
      )
        .when(expand())
        .thenRefused('R25', 'noCommitment'));
  });

  it('R25 refuses the decision of the evaluator', () =>
    decidedAs(begun(), 'evaluator-1').when(expand()).thenRefused('R25', 'decidedByEvaluator'));

  it('R25 refuses the decision of an operator who typed the conclusion', () =>
    decidedAs(begun({ concludedBy: { subjectId: 'evaluator-1', operatorId: 'typist-1' } }), 'typist-1')
      .when(expand())
      .thenRefused('R25', 'decidedByEvaluator'));

  it('R25 refuses the decision of the designer', () =>
    decidedAs(begun(), 'designer-1').when(expand()).thenRefused('R25', 'decidedByDesigner'));

  it('R02 refuses the decision of who recommended it', () =>
    decidedAs(begun(), 'analyst-1').when(expand()).thenRefused('R02', 'samePerson'));

  it('R26 refuses an expansion while a review of the method is open', () =>
    inOffice(begun({}, [recommended('expand'), reviewOrdered]), 'ppk')
      .when(expand())
      .thenRefused('R26', 'reviewOpen'));

  it('G02 refuses the expansion of a suspended programme', () =>
    inOffice(begun({}, [recommended('expand'), suspended]), 'ppk')
      .when(expand())
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses the expansion of a programme that does not exist', () =>
    given(programRevision).when(expand()).thenRefused('G02', 'notFound'));

  it('G01 refuses an expansion without a policy in force', () =>
    program(recommended('expand')).when(expand()).thenRefused('G01', 'noPolicy'));
});

describe('OrderMethodReview', () => {
  const order = OrderMethodReview(review);
  const another = recommended('reviewMethod', { recommendationId: 'reviewMethod-2' });
  const orderAnother = OrderMethodReview({ ...review, recommendationId: 'reviewMethod-2' });
  const begun = (...history: History) => program(recommended('reviewMethod'), ...history);

  it.each(['ppk', 'pyb'] as const)('R26 accepts the review that the %s orders', async (role) => {
    await inOffice(begun(), role)
      .when(order)
      .then([MethodReviewOrdered.of({ ...review, orderedBy: { subjectId: `${role}-1` } })]);
  });

  it('R01 refuses the order of another authority', () =>
    inOffice(begun(), 'bkpsdm').when(order).thenRefused('R01', 'wrongRole'));

  it('R02 refuses the order of who recommended it', () =>
    decidedAs(begun(), 'analyst-1').when(order).thenRefused('R02', 'samePerson'));

  it('R04 refuses the order that who recommended it types', () =>
    inOffice(begun(), 'ppk')
      .as('analyst-1', { authorityId: 'authority-ppk' })
      .when(order, { onBehalfOf: 'ppk-1' })
      .thenRefused('R04', 'throughOperator'));

  it('R02 accepts the order of who recommended something else', () =>
    decidedAs(begun(recommended('continue', { recommendedBy: { subjectId: 'ppk-9' } })), 'ppk-9')
      .when(order)
      .then([MethodReviewOrdered.of({ ...review, orderedBy: { subjectId: 'ppk-9' } })]));

  it('R26 refuses a review that was not recommended', () =>
    inOffice(program(recommended('continue', { recommendationId: 'reviewMethod-1' })), 'ppk')
      .when(order)
      .thenRefused('R26', 'notRecommended'));

  it('R26 refuses a second review while one is open', () =>
    inOffice(begun(reviewOrdered, another), 'ppk').when(orderAnother).thenRefused('R26', 'reviewOpen'));

  it('R26 accepts another review once the method was revised', () =>
    inOffice(begun(reviewOrdered, methodRevised, another), 'ppk')
      .when(orderAnother)
      .then([MethodReviewOrdered.of({ ...orderAnother.data, orderedBy: { subjectId: 'ppk-1' } })]));

  it('G02 refuses a second review on one recommendation: it carries one decision', () =>
    inOffice(begun(reviewOrdered, methodRevised), 'ppk').when(order).thenRefused('G02', 'alreadyDecided'));

  it('G02 refuses the review of a programme that is not approved', () =>
    inOffice(given(programRevision, [designed]), 'ppk')
      .when(order)
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses the review of a programme that does not exist', () =>
    given(programRevision).when(order).thenRefused('G02', 'notFound'));
});

describe('ReviseProgramMethod', () => {
  const revise = ReviseProgramMethod({ changes });
  const begun = () => program(recommended('reviewMethod'), reviewOrdered);

  it('R26 accepts a revised method, which closes the review', () =>
    begun()
      .as('designer-1')
      .when(revise)
      .thenState((state) => expect(state).toMatchObject({ openReview: undefined })));

  it('tells what was changed', () =>
    begun()
      .as('designer-1')
      .when(revise)
      .then([ProgramMethodRevised.of({ changes, revisedBy: { subjectId: 'designer-1' } })]));

  it('R26 refuses a revised method without a review', () =>
    program(recommended('reviewMethod')).when(revise).thenRefused('R26', 'noReview'));

  it('R02 refuses the answer of who ordered the review', () =>
    begun().as('ppk-1').when(revise).thenRefused('R02', 'samePerson'));

  it('R04 refuses the answer that an operator types who ordered the review', () =>
    begun().as('ppk-1').when(revise, { onBehalfOf: 'designer-1' }).thenRefused('R04', 'throughOperator'));

  describe('R15 and the material of the new method', () => {
    const taughtWith = (materialId: string, version: number) =>
      ReviseProgramMethod({ changes, material: { materialId, version } });
    const published = program(
      recommended('reviewMethod'),
      materialPublished(1),
      materialPublished(2),
      materialPublished(3, { materialId: 'module-2' }),
      reviewOrdered,
    ).as('designer-1');

    it.each([
      ['a version that was not published', 'module-1', 3],
      ['material that was not published', 'module-9', 1],
    ])('refuses %s', async (_name, materialId, version) => {
      await published.when(taughtWith(materialId, version)).thenRefused('R15', 'notPublished');
    });

    it.each([1, 2])('accepts the published version %i', async (version) => {
      await published.when(taughtWith('module-1', version)).then([
        ProgramMethodRevised.of({
          changes,
          material: { materialId: 'module-1', version },
          revisedBy: { subjectId: 'designer-1' },
        }),
      ]);
    });
  });

  it('G02 refuses to revise a programme that does not exist', () =>
    given(programRevision).when(revise).thenRefused('G02', 'notFound'));
});

describe('SuspendProgram', () => {
  const suspend = SuspendProgram({ reason: { code: 'budget' }, until: '2026-12-31' });

  it.each(['ppk', 'pyb'] as const)('R01 accepts the %s', async (role) => {
    await inOffice(program(), role)
      .when(suspend)
      .then([
        ProgramSuspended.of({
          reason: { code: 'budget' },
          until: '2026-12-31',
          suspendedBy: { subjectId: `${role}-1` },
        }),
      ]);
  });

  it('R01 refuses another authority', () => inOffice(program(), 'opd').when(suspend).thenRefused('R01', 'wrongRole'));

  it('R09 refuses the reason other without a text', () =>
    inOffice(program(), 'ppk')
      .when(SuspendProgram({ reason: { code: 'other' } }))
      .thenRefused('R09', 'textMissing'));

  describe('as it was recommended', () => {
    const follow = SuspendProgram({ reason: { code: 'budget' }, recommendationId: 'suspend-1' });
    const followed = (subjectId = 'ppk-1') =>
      ProgramSuspended.of({
        reason: { code: 'budget' },
        recommendationId: 'suspend-1',
        suspendedBy: { subjectId },
      });
    const resumed = ProgramContinued.of({
      recommendationId: 'continue-1',
      endsSuspension: true,
      continuedBy: { subjectId: 'ppk-1' },
    });

    it('names the recommendation, which is then decided', () =>
      inOffice(program(recommended('suspend')), 'ppk')
        .when(follow)
        .thenState((state) => {
          expect(state).toMatchObject({ status: 'suspended', recommendations: [{ decided: true }] });
        }));

    it('leaves another recommendation open', () =>
      inOffice(program(recommended('suspend'), recommended('continue')), 'ppk')
        .when(follow)
        .thenState((state) => {
          expect(state).toMatchObject({ recommendations: [{ decided: true }, { decided: false }] });
        }));

    it('tells on which recommendation it rests', () =>
      inOffice(program(recommended('suspend')), 'ppk')
        .when(follow)
        .then([followed()]));

    it('R26 refuses a recommendation of another kind', () =>
      inOffice(program(recommended('cancel', { recommendationId: 'suspend-1' })), 'ppk')
        .when(follow)
        .thenRefused('R26', 'notRecommended'));

    it('G02 refuses a recommendation that was followed before', () =>
      inOffice(program(recommended('suspend'), followed(), resumed), 'ppk')
        .when(follow)
        .thenRefused('G02', 'alreadyDecided'));

    it('R02 refuses who recommended it', () =>
      decidedAs(program(recommended('suspend')), 'analyst-1')
        .when(follow)
        .thenRefused('R02', 'samePerson'));

    it('R02 refuses who recommended it and leaves the recommendation out', () =>
      decidedAs(program(recommended('suspend')), 'analyst-1')
        .when(suspend)
        .thenRefused('R02', 'samePerson'));

    it('R02 accepts who recommended something else', () =>
      decidedAs(program(recommended('cancel')), 'analyst-1')
        .when(suspend)
        .then([
          ProgramSuspended.of({
            reason: { code: 'budget' },
            until: '2026-12-31',
            suspendedBy: { subjectId: 'analyst-1' },
          }),
        ]));

    it('R02 accepts who recommended a suspension that was decided long ago', () =>
      decidedAs(program(recommended('suspend'), followed(), resumed), 'analyst-1')
        .when(suspend)
        .thenState((state) => expect(state.status).toBe('suspended')));
  });

  it('G02 refuses to suspend twice', () =>
    inOffice(program(suspended), 'ppk').when(suspend).thenRefused('G02', 'wrongStatus'));

  it('G02 refuses to suspend what does not exist', () =>
    given(programRevision).when(suspend).thenRefused('G02', 'notFound'));
});

describe('CancelProgram', () => {
  const cancel = CancelProgram({ reason: { code: 'notEffective' } });
  const accepted = (openBatches: string[], subjectId = 'ppk-1') => [
    ProgramCancelled.of({ reason: { code: 'notEffective' }, openBatches, cancelledBy: { subjectId } }),
  ];

  it.each(['ppk', 'pyb'] as const)('R01 accepts the %s', async (role) => {
    await inOffice(program(), role)
      .when(cancel)
      .then(accepted([], `${role}-1`));
  });

  it('R01 refuses another authority', () => inOffice(program(), 'opd').when(cancel).thenRefused('R01', 'wrongRole'));

  it('finds the batches that are open, and only those of this programme', () => {
    const own = scheduled({ programId: PROGRAM });
    return inOffice(program(), 'ppk')
      .and(batchState, 'batch-open', [own])
      .and(batchState, 'batch-other', [scheduled()])
      .and(batchState, 'batch-cancelled', [
        own,
        BatchCancelled.of({
          programId: PROGRAM,
          reason: { code: 'quorum' },
          participants: [],
          cancelledBy: { subjectId: 'x' },
        }),
      ])
      .and(batchState, 'batch-completed', [
        own,
        BatchCompleted.of({
          programId: PROGRAM,
          counts: { nominated: 0, declined: 0, confirmed: 0, attended: 0, completed: 0 },
          realisedCost: 0,
          completedBy: { subjectId: 'x' },
        }),
      ])
      .when(cancel)
      .then(accepted(['batch-open']));
  });

  it('R09 refuses the reason other without a text', () =>
    inOffice(program(), 'ppk')
      .when(CancelProgram({ reason: { code: 'other' } }))
      .thenRefused('R09', 'textMissing'));

  it('R02 refuses who recommended the cancellation', () =>
    decidedAs(program(recommended('cancel')), 'analyst-1')
      .when(cancel)
      .thenRefused('R02', 'samePerson'));

  it('R02 accepts who recommended something else', () =>
    decidedAs(program(recommended('continue')), 'analyst-1')
      .when(cancel)
      .then(accepted([], 'analyst-1')));

  describe('as it was recommended', () => {
    const follow = CancelProgram({ reason: { code: 'notEffective' }, recommendationId: 'cancel-1' });

    it('tells on which recommendation it rests', () =>
      inOffice(program(recommended('cancel')), 'ppk')
        .when(follow)
        .then([
          ProgramCancelled.of({
            reason: { code: 'notEffective' },
            recommendationId: 'cancel-1',
            openBatches: [],
            cancelledBy: { subjectId: 'ppk-1' },
          }),
        ]));

    it('decides the recommendation', () =>
      inOffice(program(recommended('cancel')), 'ppk')
        .when(follow)
        .thenState((state) => {
          expect(state).toMatchObject({ status: 'cancelled', recommendations: [{ decided: true }] });
        }));

    it('R26 refuses a recommendation of another kind', () =>
      inOffice(program(recommended('suspend', { recommendationId: 'cancel-1' })), 'ppk')
        .when(follow)
        .thenRefused('R26', 'notRecommended'));

    it('R26 refuses a recommendation that was not made', () =>
      inOffice(program(), 'ppk').when(follow).thenRefused('R26', 'notRecommended'));

    it('R02 refuses who recommended it', () =>
      decidedAs(program(recommended('cancel')), 'analyst-1')
        .when(follow)
        .thenRefused('R02', 'samePerson'));
  });

  it('R26 closes an open review', () =>
    inOffice(program(recommended('reviewMethod'), reviewOrdered), 'ppk')
      .when(cancel)
      .thenState((state) => expect(state).toMatchObject({ status: 'cancelled', openReview: undefined })));

  it.each([
    ['designed', [designed]],
    ['suspended', [...approvedProgram, suspended]],
  ] as const)('cancels a programme that is %s', async (_, history) => {
    await inOffice(given(programRevision, history), 'ppk').when(cancel).then(accepted([]));
  });

  it('G02 refuses to cancel twice', () =>
    inOffice(given(programRevision, [...approvedProgram, ...accepted([])]), 'ppk')
      .when(cancel)
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses to cancel what does not exist', () =>
    given(programRevision).when(cancel).thenRefused('G02', 'notFound'));
});

describe('ContinueProgram', () => {
  const goOn = ContinueProgram({ recommendationId: 'continue-1' });
  const accepted = (endsSuspension: boolean, subjectId = 'ppk-1') => [
    ProgramContinued.of({ recommendationId: 'continue-1', endsSuspension, continuedBy: { subjectId } }),
  ];

  it.each(['ppk', 'pyb'] as const)('R01 accepts the %s', async (role) => {
    await inOffice(program(recommended('continue')), role)
      .when(goOn)
      .then(accepted(false, `${role}-1`));
  });

  it('R01 refuses another authority', () =>
    inOffice(program(recommended('continue')), 'opd')
      .when(goOn)
      .thenRefused('R01', 'wrongRole'));

  it('R02 refuses who recommended it', () =>
    decidedAs(program(recommended('continue')), 'analyst-1')
      .when(goOn)
      .thenRefused('R02', 'samePerson'));

  it('R02 accepts who recommended something else', () =>
    decidedAs(
      program(recommended('continue'), recommended('suspend', { recommendedBy: { subjectId: 'ppk-9' } })),
      'ppk-9',
    )
      .when(goOn)
      .then(accepted(false, 'ppk-9')));

  it('ends a suspension', () =>
    inOffice(program(recommended('continue'), suspended), 'ppk')
      .when(goOn)
      .then(accepted(true)));

  it('R26 refuses what was not recommended', () =>
    inOffice(program(recommended('suspend', { recommendationId: 'continue-1' })), 'ppk')
      .when(goOn)
      .thenRefused('R26', 'notRecommended'));

  it('R26 refuses to go on while a review of the method is open', () =>
    inOffice(program(recommended('continue'), reviewOrdered), 'ppk')
      .when(goOn)
      .thenRefused('R26', 'reviewOpen'));

  it('G02 refuses to continue what is not approved', () =>
    inOffice(given(programRevision, [designed]), 'ppk')
      .when(goOn)
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses to continue what does not exist', () =>
    given(programRevision).when(goOn).thenRefused('G02', 'notFound'));
});

describeLaws('the revision of a programme', programRevision, {
  override: lawData,
  runs: 20,
  actors: ['ppk-1', 'designer-1'].map((subjectId) => ({ subjectId, roles: [], authorityId: 'authority-ppk' })),
  commands: {
    RecommendRevision: fc.record({
      recommendationId: fc.constantFrom('r-1', 'r-2', 'r-3', 'r-4'),
      kind: fc.constantFrom(...KINDS),
      causeEvents: fc.constant([EVIDENCE]),
    }),
    OrderMethodReview: fc
      .constantFrom('r-1', 'r-2', 'r-3', 'r-4')
      .map((recommendationId) => ({ ...review, recommendationId })),
    ContinueProgram: fc.constantFrom('r-1', 'r-2', 'r-3', 'r-4').map((recommendationId) => ({ recommendationId })),
  },
  setUp: async (store, runtime) => {
    await foundAgency(store, runtime);
    await remember(store, runtime, 'program-law-1', approvedProgram);
  },
  invariant: (state) => {
    if (state.status === 'none') return;
    expect(state.status === 'cancelled' && state.openReview !== undefined).toBe(false);
    const ids = state.recommendations.map(({ recommendationId }) => recommendationId);
    expect(new Set(ids).size).toBe(ids.length);
  },
});
