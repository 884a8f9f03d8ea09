import { createHash } from 'node:crypto';
import { GrantRecognition, RecordParticipantReaction, reactionToken } from '@pembinaan/core';
import type { Office } from './office.js';
import type { PembinaanCommand, Stage } from './stage.js';

type DataOf<T extends PembinaanCommand['type']> = Extract<PembinaanCommand, { type: T }>['data'];

/** The PPK recognises somebody for something. */
export async function recognise(
  stage: Stage,
  office: Office,
  on: string,
  employeeId: string,
  recognition: DataOf<'GrantRecognition'>,
): Promise<void> {
  stage.on(on);
  await office.ppk().does(employeeId, GrantRecognition(recognition));
}

/** What a participant answers on speaker, material, organiser and facility: 1 poor to 4 very good. */
export type Reaction = readonly [speaker: number, material: number, organiser: number, facility: number];

/** The command that hands in the answer of a participant: under a token, so that nobody can tell whose it is (R30). */
export function reactionOf(batchId: string, employeeId: string, reaction: Reaction): PembinaanCommand {
  const [speaker, material, organiser, facility] = reaction;
  return RecordParticipantReaction({
    batchId,
    respondentToken: reactionToken(surveySecret, batchId, employeeId),
    scores: { speaker, material, organiser, facility },
  });
}

/** A real survey draws its secret at random, keeps it apart from the events, and throws it away afterwards. This one must be the same at every run. */
const surveySecret = createHash('sha256').update('kunci survei rekaan').digest();

/** The secretary hands in how participants found a batch (level 1). */
export async function recordReactions(
  stage: Stage,
  office: Office,
  on: string,
  { evaluationId, batchId }: { readonly evaluationId: string; readonly batchId: string },
  answers: readonly (readonly [employeeId: string, reaction: Reaction])[],
): Promise<void> {
  stage.on(on);
  for (const [employeeId, reaction] of answers) {
    await office.as(office.who.secretary).does(evaluationId, reactionOf(batchId, employeeId, reaction));
  }
}
