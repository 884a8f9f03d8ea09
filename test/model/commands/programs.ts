import {
  ApproveProgram,
  DesignProgram,
  LearningMaterialPublished,
  MethodReviewOrdered,
  ProgramApproved,
  ProgramCancelled,
  ProgramContinued,
  ProgramDesigned,
  ProgramExpanded,
  ProgramMethodRevised,
  ProgramSuspended,
  PublishLearningMaterial,
  RevisionRecommended,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { competencies, hash, office } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import type { Moves } from '../play.js';
import { asPpk, asPyb } from './officials.js';
import { partners } from './partners.js';
import { plansThatAre } from './plans.js';

export interface Program {
  readonly id: string;
  status: 'none' | 'designed' | 'approved' | 'suspended' | 'cancelled';
  track: 'full' | 'light' | 'urgent';
  planItem: { readonly planId: string; readonly itemId: string } | undefined;
  jp: number;
  cost: number;
  passMark: number;
  certificate: string;
  materials: readonly string[];
  underReview: boolean;
  recommendations: readonly {
    readonly recommendationId: string;
    readonly kind: string;
    readonly evaluationId: string | undefined;
    readonly decided: boolean;
  }[];
}

const decided = (program: Program, id: string | undefined): Program => ({
  ...program,
  recommendations: program.recommendations.map((known) =>
    known.recommendationId === id ? { ...known, decided: true } : known,
  ),
});

const programsView = projection({
  name: 'model-programs',
  version: 1,
  events: [
    ProgramDesigned,
    ProgramApproved,
    LearningMaterialPublished,
    RevisionRecommended,
    ProgramExpanded,
    MethodReviewOrdered,
    ProgramMethodRevised,
    ProgramSuspended,
    ProgramCancelled,
    ProgramContinued,
  ],
  initial: (id: string): Program => ({
    id,
    status: 'none',
    track: 'full',
    planItem: undefined,
    jp: 0,
    cost: 0,
    passMark: 0,
    certificate: 'none',
    materials: [],
    underReview: false,
    recommendations: [],
  }),
  key: ({ stream }) => idOf(stream),
  on: {
    ProgramDesigned: (program, { data }): Program => ({
      ...program,
      status: 'designed',
      track: data.track,
      planItem: data.planItem,
      jp: data.jp,
      cost: data.estimatedCost,
      passMark: data.passMark,
      certificate: data.certificate,
    }),
    ProgramApproved: (program): Program => ({ ...program, status: 'approved' }),
    LearningMaterialPublished: (program, { data }): Program => ({
      ...program,
      materials: [...program.materials, data.materialId],
    }),
    RevisionRecommended: (program, { data: { recommendationId, kind, evaluationId } }): Program => ({
      ...program,
      recommendations: [...program.recommendations, { recommendationId, kind, evaluationId, decided: false }],
    }),
    ProgramExpanded: (program, { data }): Program => decided(program, data.recommendationId),
    MethodReviewOrdered: (program, { data }): Program => ({
      ...decided(program, data.recommendationId),
      underReview: true,
    }),
    ProgramMethodRevised: (program): Program => ({ ...program, underReview: false }),
    ProgramSuspended: (program): Program => ({ ...program, status: 'suspended' }),
    ProgramCancelled: (program): Program => ({ ...program, status: 'cancelled', underReview: false }),
    ProgramContinued: (program, { data }): Program => ({
      ...decided(program, data.recommendationId),
      status: 'approved',
    }),
  },
});

/** The programmes that the model knows, and what was recommended for each. */
export const programs = belief(programsView);

export const programWith = (agency: Agency, id: string): Program | undefined =>
  programs(agency).find((program) => program.id === id);

/** A programme on an item of an established plan, or a small one on the light or urgent track. */
export function design(agency: Agency, dice: Dice): Attempt {
  const plan = dice.of(plansThatAre(agency, 'established'));
  const item = dice.of(plan?.items ?? []);
  const onPlan = plan !== undefined && item !== undefined && dice.chance(85);
  const cost = onPlan ? item.cost : dice.oneOf(0, 0, 3_000_000);
  return {
    by: office.designer,
    to: agency.newId('program'),
    command: DesignProgram({
      name: 'Pelayanan prima di loket',
      ...(onPlan
        ? { track: 'full', planItem: { planId: plan.id, itemId: item.itemId } }
        : { track: dice.oneOf('light', 'urgent'), trackReason: 'mendesak di loket' }),
      form: onPlan ? item.form : dice.oneOf('KL03', 'NKL03'),
      competencies: [{ code: dice.of(competencies) ?? 'M05', targetLevel: 3 }],
      jp: onPlan ? item.jp : dice.oneOf(200, 600),
      estimatedCost: cost,
      needsLeaveOfDuty: onPlan && dice.chance(50),
      certificate: dice.oneOf('attendance', 'attendance', 'functional', 'none'),
      passMark: dice.oneOf(0, 6000, 7000),
      maxAttempts: dice.oneOf(1, 2, 3, 3),
      valueTags: ['berorientasiPelayanan'],
      ...(dice.chance(40) && { requestedBy: dice.oneOf('head-loket', 'head-izin') }),
    }),
  };
}

export const approve = (id: string, dice: Dice): Attempt => ({
  ...dice.oneOf(asPyb, asPyb, asPpk),
  to: id,
  command: ApproveProgram({}),
});

export function publish(agency: Agency, program: Program, dice: Dice): Attempt {
  const partner = dice.of(partners(agency));
  const known = dice.of(program.materials);
  const document = hash(agency.newId('bahan'));
  return {
    by: office.designer,
    to: program.id,
    command: PublishLearningMaterial({
      materialId: known !== undefined && dice.chance(50) ? known : agency.newId('bahan'),
      title: 'Modul pelayanan prima',
      kind: dice.oneOf('module', 'module', 'bestPractice'),
      public: dice.chance(30),
      sha256: document,
      ...(partner !== undefined && dice.chance(20) && { coAuthorPartnerId: partner.id }),
      ...(dice.chance(40) && { validUntil: plusDays(agency.today, dice.oneOf(20, 90, 400)) }),
      validityStatement: 'sesuai peraturan yang berlaku',
    }),
  };
}

export const programMoves: Moves = {
  'a programme is designed': design,
  'a programme is approved': (agency, dice) => {
    const program = dice.of(programs(agency).filter(({ status }) => status === 'designed' || dice.chance(20)));
    return program && approve(program.id, dice);
  },
  'material is published': (agency, dice) => {
    const program = dice.of(programs(agency));
    return program && publish(agency, program, dice);
  },
};
