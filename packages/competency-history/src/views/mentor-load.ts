import { yearOf } from '@pembinaan/core';
import { peopleReadModel } from '../history/people-read-model.js';
import { inOrder } from '../order.js';
import { isOpen, mentoredBy, mentorshipRecords } from '../records/mentorship-records.js';
import { policies, policyInForce } from '../records/policies.js';
import { hasLeft, serviceRecords, unitOn } from '../records/service-records.js';

export interface MentorLoadLine {
  readonly unitId: string | null;
  readonly mentorId: string;
  /** Mentorships that take a place: not ended, and their period not over (R27). */
  readonly open: number;
  /** Of these, those that wait for approval. */
  readonly proposed: number;
  readonly maximum: number | null;
  /** How many more the mentor may have; below 0 where the maximum was lowered since; null for who no longer serves. */
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
  needs: [mentorshipRecords, serviceRecords, policies],
  linesOf: 'person',
  tells: 'everPlaced',
  among: 'mentors',
  looksBackTo: (on) => on,
  answer: ([mentorships, service, policyRows], on) => {
    const maximum = policyInForce(policyRows.rows, on)?.figures['mentoring.load.maximum'].value ?? null;
    const lines = [...mentorships.rows].flatMap(([mentorId, record]): MentorLoadLine[] => {
      const members = mentoredBy(mentorId, record);
      if (members.length === 0) return [];
      const gone = hasLeft(service.get(mentorId), on);
      const open = members.filter((mentorship) => isOpen(mentorship, on));
      const sessions = members
        .flatMap((mentorship) => mentorship.sessions)
        .filter(({ date, status }) => date <= on && yearOf(date) === yearOf(on) && status !== 'disputed');
      return [
        {
          unitId: unitOn(service.get(mentorId), on),
          mentorId,
          open: open.length,
          proposed: open.filter(({ status }) => status === 'proposed').length,
          maximum,
          left: maximum === null || gone ? null : maximum - open.length,
          sessions: sessions.length,
          minutes: sessions.reduce((sum, { minutes }) => sum + minutes, 0),
        },
      ];
    });
    return inOrder(lines, ({ unitId, mentorId }) => [unitId, mentorId]);
  },
});
