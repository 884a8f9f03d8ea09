import { yearOf } from '@pembinaan/core';
import { groupedBy, inOrder } from '../order.js';
import { peopleReadModel } from '../people-read-model.js';
import { policies, policyInForce } from '../policies.js';
import { isOpen, mentorshipRecords, mentorshipsIn } from '../records/mentorship-records.js';
import { serviceRecords, unitOn } from '../records/service-records.js';

export interface MentorLoadLine {
  readonly unitId: string | null;
  readonly mentorId: string;
  /** Mentorships that take a place: not ended, and their period not over (R27). */
  readonly open: number;
  /** Of these, those that wait for approval. */
  readonly proposed: number;
  readonly maximum: number | null;
  /** How many more the mentor may have; below 0 where the maximum was lowered since. */
  readonly left: number | null;
  /** Sessions of the calendar year up to the day, without those that are disputed. */
  readonly sessions: number;
  readonly minutes: number;
}

/** L6: mentoring of juniors by seniors. */
export const mentorLoad = peopleReadModel({
  name: 'MentorLoad',
  question: {
    en: 'How many people does each mentor guide, how much time does it take, and who can take one more?',
    id: 'Berapa orang yang didampingi setiap mentor, berapa waktu yang dipakai, dan siapa yang masih dapat menerima?',
  },
  projections: [mentorshipRecords, serviceRecords, policies],
  answer: ([mentorships, service, policyRows], on) => {
    const maximum = policyInForce(policyRows.rows, on)?.figures['mentoring.load.maximum'].value ?? null;
    const lines = groupedBy(mentorshipsIn(mentorships.rows), ({ mentorId }) => ({ mentorId })).map(
      ({ key: { mentorId }, members }): MentorLoadLine => {
        const open = members.filter((mentorship) => isOpen(mentorship, on));
        const sessions = members
          .flatMap((mentorship) => mentorship.sessions)
          .filter(({ date, status }) => date <= on && yearOf(date) === yearOf(on) && status !== 'disputed');
        return {
          unitId: unitOn(service.get(mentorId), on),
          mentorId,
          open: open.length,
          proposed: open.filter(({ status }) => status === 'proposed').length,
          maximum,
          left: maximum === null ? null : maximum - open.length,
          sessions: sessions.length,
          minutes: sessions.reduce((sum, { minutes }) => sum + minutes, 0),
        };
      },
    );
    return inOrder(lines, ({ unitId, mentorId }) => [unitId, mentorId]);
  },
});
