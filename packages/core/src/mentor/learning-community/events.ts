import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { Minutes } from '../../values/amounts.js';
import { MeetingId, Sha256, SubjectId, TopicCode, UnitId } from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

export const LearningCommunityFormed = event(
  'LearningCommunityFormed',
  z.strictObject({
    name: z.string().min(1).max(200),
    /** For whom it is: senior leaders (JPT), administrators (JA), functional positions (JF), staff. */
    positionFamily: z.enum(['jpt', 'ja', 'jf', 'pelaksana', 'mixed']),
    coordinatorId: SubjectId,
    sponsorUnitId: UnitId,
    topicCodes: z.array(TopicCode).min(1),
    formedOn: LocalDate,
    formedBy: Maker,
  }),
).describe({
  number: 47,
  en: 'A learning community is formed, on the light track: no approval beyond that of its sponsor.',
  id: 'Komunitas belajar dibentuk melalui jalur ringan: tanpa persetujuan selain dari unit sponsornya.',
  basis: 'Peraturan LAN 10/2018 (NKL10); advice of LAN on light approval',
});

export const LearningCommunityMet = event(
  'LearningCommunityMet',
  z.strictObject({
    meetingId: MeetingId,
    date: LocalDate,
    minutes: Minutes,
    attendees: z.array(SubjectId).min(2),
    /** The units from which the attendees come; found by the library. */
    units: z.array(UnitId),
    topicCodes: z.array(TopicCode).min(1),
    /** A practice that was shown, as a document. */
    practiceShared: Sha256.exactOptional(),
    recordedBy: Maker,
  }),
)
  .describe({
    number: 48,
    en: 'A learning community meets.',
    id: 'Komunitas belajar mengadakan pertemuan.',
    basis: 'Peraturan LAN 10/2018 (NKL10)',
  })
  .correctable(({ meetingId }) => meetingId);
