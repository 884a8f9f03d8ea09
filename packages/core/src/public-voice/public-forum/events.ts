import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { ServiceCode } from '../../service/service-unit/events.js';
import { Maker } from '../../values/acts.js';
import { InputId, SubjectId, TopicCode, UnitId } from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

export const PublicForumHeld = event(
  'PublicForumHeld',
  z.strictObject({
    date: LocalDate,
    /** Where, such as a kecamatan. */
    place: z.string().min(1).max(200),
    /** The official who held it. */
    hostId: SubjectId,
    /** How many members of the public came. */
    attendees: z.int().min(0),
    topicCodes: z.array(TopicCode).min(1),
    recordedBy: Maker,
  }),
).describe({
  number: 83,
  en: 'The government holds a forum with the public.',
  id: 'Pemerintah mengadakan forum bersama masyarakat.',
  basis: 'UU 25/2009; practice of Tebingtinggi (T6)',
});

/** What the public brings to a forum. */
export const PublicInputKind = z.enum(['complaint', 'suggestion', 'praise']);
export type PublicInputKind = z.output<typeof PublicInputKind>;

export const PublicInputRecorded = event(
  'PublicInputRecorded',
  z.strictObject({
    inputId: InputId,
    kind: PublicInputKind,
    service: ServiceCode.exactOptional(),
    unitId: UnitId,
    topicCodes: z.array(TopicCode).min(1),
    /** Last working day for a follow-up, counted by the library; praise needs none. */
    answerDue: LocalDate.exactOptional(),
    recordedBy: Maker,
  }),
)
  .describe({
    number: 84,
    en: 'An input of the public at a forum is recorded, without its author.',
    id: 'Masukan masyarakat dalam forum dicatat, tanpa identitas pemberinya.',
    basis: 'UU 25/2009; practice of Tebingtinggi (T5, T6)',
  })
  .correctable(({ inputId }) => inputId);
