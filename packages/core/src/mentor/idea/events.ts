import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker, reasonFrom } from '../../values/acts.js';
import { EncryptedText } from '../../values/encrypted-text.js';
import { ActionId, ForumId, InvolvementId, SubjectId, TopicCode, UnitId } from '../../values/ids.js';
import { Year } from '../../values/local-date.js';

/** The occasion on which an idea came up: a forum held by a leader (of that year), or one with the public. */
export const IdeaOccasion = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('leaderForum'),
    leaderId: SubjectId,
    year: Year,
    involvementId: InvolvementId,
  }),
  z.strictObject({ kind: z.literal('publicForum'), forumId: ForumId }),
]);
export type IdeaOccasion = z.output<typeof IdeaOccasion>;

export const InnovationIdeaRaised = event(
  'InnovationIdeaRaised',
  z.strictObject({
    /** Absent where the person wishes to stay unnamed: the intake then sends the command in its own name. */
    raisedBy: Maker.exactOptional(),
    unitId: UnitId.exactOptional(),
    occasion: IdeaOccasion.exactOptional(),
    topicCodes: z.array(TopicCode).min(1),
    /** Of an unnamed idea encrypted with a key of the intake: that of the person would name him or her. */
    summary: EncryptedText.exactOptional(),
  }),
).describe({
  number: 50,
  en: 'An idea for an innovation is raised.',
  id: 'Sebuah gagasan inovasi disampaikan.',
  basis: 'Practice of Sleman (S8, S10)',
});

export const InnovationIdeaDecided = event(
  'InnovationIdeaDecided',
  z.strictObject({
    decision: z.enum(['adopt', 'trial', 'decline']),
    /** Why it is declined. */
    reason: reasonFrom(['noBudget', 'notFeasible', 'existsAlready', 'outOfScope']).exactOptional(),
    /** The improvement action that carries it out. */
    actionId: ActionId.exactOptional(),
    decidedBy: Maker,
  }),
).describe({
  number: 51,
  en: 'It is decided what becomes of an idea.',
  id: 'Diputuskan tindak lanjut atas sebuah gagasan.',
  basis: 'Practice of Sleman (S8, S10)',
});
