import {
  BehaviourRated,
  BudgetRealized,
  BudgetReleased,
  checkedAsOf,
  LearningResultRecorded,
  ParticipantReactionRecorded,
  type RaterKind,
} from '@pembinaan/core';
import type { GivenEvent, PastDetails } from '@pembinaan/event-sourcing/testing';
import { givenEvents } from '@pembinaan/event-sourcing/testing';
import { type BatchAccount, type ProgramAccount, programAccount, type RoundAccount } from '../../src/card/index.js';
import { readingAt } from '../../src/effectiveness/reading-at.js';
import { shelfOf } from '../../src/effectiveness/shelf.js';
import { estimatesOf } from '../../src/estimates/estimates-of.js';
import type { RoundEstimates } from '../../src/estimates/round-estimates.js';
import { programFiles } from '../../src/files/program-files.js';
import type { ProgramHistory } from '../../src/program/program-history.js';
import { programSurroundings } from '../../src/surroundings/read-surroundings.js';
import { attended, by, confirmed, nominated, outcome, type Past } from '../fixtures.js';

/** The account of the programme `p` on a day, as it was known at a moment. */
export async function accountOf(past: Past, effective = '2026-12-31', recorded?: string): Promise<ProgramAccount> {
  const { reading, program } = await readFrom(past, effective, recorded);
  return programAccount(program, await programSurroundings(reading, program), reading.clock);
}

/** What counts of the programme `p`. */
export async function historyOf(past: Past): Promise<ProgramHistory> {
  return (await readFrom(past, '2026-12-31')).program;
}

/** The estimates of its rounds. */
export async function estimatesFrom(past: Past): Promise<readonly RoundEstimates[]> {
  const { reading, program } = await readFrom(past, '2026-12-31');
  return estimatesOf(program, await programSurroundings(reading, program), reading.clock);
}

async function readFrom(past: Past, effective: string, recorded?: string) {
  const shelf = await shelfOf(await givenEvents(programFiles, past).store());
  const reading = await readingAt(shelf, checkedAsOf({ effective, recorded }));
  const program = await reading.program('p');
  if (program === undefined) throw new Error('Nothing is known of the programme.');
  return { reading, program };
}

export function roundOf({ rounds }: ProgramAccount, evaluationId = 'e'): RoundAccount {
  const round = rounds.find((known) => known.evaluationId === evaluationId);
  if (round === undefined) throw new Error(`There is no round '${evaluationId}'.`);
  return round;
}

export function batchOf({ rounds }: ProgramAccount, batchId = 'b'): BatchAccount {
  const batch = rounds.flatMap(({ batches }) => batches).find((known) => known.batchId === batchId);
  if (batch === undefined) throw new Error(`There is no batch '${batchId}'.`);
  return batch;
}

/** From nomination to completion, present at the session s1. */
export const taught = (batchId: string, ...employeeIds: readonly string[]): Past =>
  employeeIds.flatMap((employeeId) => [
    nominated(batchId, employeeId),
    confirmed(batchId, employeeId),
    attended(batchId, employeeId),
    outcome(batchId, employeeId),
  ]);

export const score = (
  batchId: string,
  employeeId: string,
  kind: 'pre' | 'post',
  hundredths: number,
  details: PastDetails = {},
  attempt = 1,
): GivenEvent => [
  `batch-${batchId}`,
  LearningResultRecorded.of({ programId: 'p', employeeId, kind, attempt, score: hundredths, examinedBy: by }),
  details,
];

/** The scores of people before and after the training. */
export const tested = (batchId: string, employeeIds: readonly string[], pre: number, post: number): Past =>
  employeeIds.flatMap((employeeId) => [
    score(batchId, employeeId, 'pre', pre),
    score(batchId, employeeId, 'post', post),
  ]);

/** Answers of as many participants; each finds the speaker so, and everything else very good. */
export const answers = (batchId: string, speakers: readonly number[], evaluationId = 'e'): Past =>
  speakers.map((speaker, index) => [
    `evaluation-${evaluationId}`,
    ParticipantReactionRecorded.of({
      programId: 'p',
      batchId,
      respondentToken: `${index}`.padStart(64, '0'),
      scores: { speaker, material: 4, organiser: 4, facility: 4 },
      recordedBy: by,
    }),
  ]);

let ratings = 0;

export const rated = (
  batchId: string,
  employeeId: string,
  scores: readonly number[],
  raterKind: RaterKind = 'superior',
  evaluationId = 'e',
): GivenEvent => [
  `evaluation-${evaluationId}`,
  BehaviourRated.of({
    programId: 'p',
    batchId,
    ratingId: `rating-${++ratings}`,
    employeeId,
    raterKind,
    ratings: scores.map((each) => ({ of: 'M05', score: each })),
    ratedOn: '2026-07-01',
    ratedBy: by,
  }),
];

export const realised = (budget: string, commitmentId: string, amount: number): GivenEvent => [
  `budget-${budget}`,
  BudgetRealized.of({ commitmentId, programId: 'p', amount, documentRef: 'SP2D-1', realizedBy: by }),
];

export const released = (budget: string, commitmentId: string, amount: number): GivenEvent => [
  `budget-${budget}`,
  BudgetReleased.of({ commitmentId, programId: 'p', amount, reason: { code: 'saved' }, releasedBy: by }),
];
