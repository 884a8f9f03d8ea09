import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { Jp } from '../../values/amounts.js';
import { DevelopmentForm } from '../../values/development-form.js';
import { BatchId, MentorshipId, SessionId, SubjectId } from '../../values/ids.js';
import { LocalDate, Year } from '../../values/local-date.js';

/** What earned the JP. One source is credited to one person once. */
export const JpSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('batch'), batchId: BatchId }),
  z.strictObject({ kind: z.literal('mentorship'), mentorshipId: MentorshipId, sessionId: SessionId }),
]);
export type JpSource = z.output<typeof JpSource>;

/** One text for one source, so that two sources can be compared. */
export function sourceKey(source: JpSource): string {
  return source.kind === 'batch' ? `batch/${source.batchId}` : `mentorship/${source.mentorshipId}/${source.sessionId}`;
}

/** The JP of one meeting or one day, before and after the cap. */
export const JpPart = z.strictObject({ date: LocalDate, jpRaw: Jp, jpCredited: Jp });
export type JpPart = z.output<typeof JpPart>;

export const JpCredited = event(
  'JpCredited',
  z.strictObject({
    employeeId: SubjectId,
    year: Year,
    source: JpSource,
    form: DevelopmentForm,
    /** The day that counts for the year, and for the caps unless there are parts; the last day of a batch, the day of a session. */
    activityDate: LocalDate,
    /** JP hundredths before caps. */
    jpRaw: Jp,
    /** JP hundredths that count. */
    jpCredited: Jp,
    /** The cap that took the difference, as the policy has it. */
    capApplied: z
      .strictObject({ per: z.enum(['day', 'month']), unit: z.enum(['jp', 'meetings']), value: z.int().positive() })
      .exactOptional(),
    /** The meetings or days of a batch to which a cap applies, where they are not the activity date alone. */
    parts: z.array(JpPart).exactOptional(),
    verifiedBy: Maker,
  }),
)
  .describe({
    number: 41,
    en: 'JP are credited to a person for one source, after the caps of the policy.',
    id: 'JP dikreditkan kepada seseorang untuk satu sumber, setelah batas kebijakan diterapkan.',
    basis: 'Peraturan LAN 10/2018, annex',
  })
  .correctable(({ employeeId, source }) => `${employeeId}/${sourceKey(source)}`);
