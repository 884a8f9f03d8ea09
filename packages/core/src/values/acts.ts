import type { IssuedCommand } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { DocumentRef, Sha256, SubjectId } from './ids.js';
import { LocalDate } from './local-date.js';

/** Who did it: the subject that answers for the act, and the operator who typed it, where that was somebody else. */
export const Maker = z.strictObject({ subjectId: SubjectId, operatorId: SubjectId.exactOptional() });
export type Maker = z.output<typeof Maker>;

/** The maker of what a command leads to: the subject on whose behalf the actor types, or the actor. */
export function makerOf(command: Pick<IssuedCommand, 'actor' | 'onBehalfOf'>): Maker {
  const actor = SubjectId.parse(command.actor.subjectId);
  if (command.onBehalfOf === undefined || command.onBehalfOf === actor) return { subjectId: actor };
  return { subjectId: SubjectId.parse(command.onBehalfOf), operatorId: actor };
}

/** All subjects who had a hand in it; both count for the separation of duties (R04). */
export function subjectsOf(maker: Maker): readonly SubjectId[] {
  return maker.operatorId === undefined ? [maker.subjectId] : [maker.subjectId, maker.operatorId];
}

/** A decree or letter that gives an act its force: number, date, SHA-256 of the document (R05). */
export const Decree = z.strictObject({ number: DocumentRef, date: LocalDate, documentHash: Sha256 });
export type Decree = z.output<typeof Decree>;

/** Why an act takes effect before its decree. */
export const Retroactive = z.strictObject({ reason: z.string().min(1).max(500) });

/** A reason: a code, and a text where the code is `other` (R09). The text must not name a person. */
export const reasonFrom = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z.strictObject({ code: z.enum([...codes, 'other']), text: z.string().max(500).exactOptional() });
export type Reason = { readonly code: string; readonly text?: string };
