import { daysBetween } from '@pembinaan/core';
import { peopleReadModel } from '../history/people-read-model.js';
import { inOrder } from '../order.js';
import { isOpen, mentoredBy, mentorshipRecords } from '../records/mentorship-records.js';
import { serviceRecords, unitOn } from '../records/service-records.js';

export interface MentorshipHealthLine {
  /** The unit of the mentor on the day. */
  readonly unitId: string | null;
  readonly mentorshipId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly kind: string;
  readonly status: string;
  readonly from: string;
  /** Its last day, by which a question about a period finds it. */
  readonly to: string;
  readonly sessions: number;
  readonly confirmed: number;
  /** Recorded by one of the two, and neither confirmed nor disputed by the other. */
  readonly unconfirmed: number;
  readonly disputed: number;
  /** The last one that the other party does not dispute: a disputed session is no sign of life. */
  readonly lastSession: string | null;
  /** Days from that session, or from the beginning where there was none, to the day; null once it is over or not yet begun. */
  readonly daysSilent: number | null;
  /** True where the period is over and nobody has ended it. */
  readonly overdue: boolean;
}

/** L6: which mentorships live, and where the two disagree. */
export const mentorshipHealth = peopleReadModel({
  name: 'MentorshipHealth',
  question: {
    en: 'Which mentorships have sessions that nobody confirmed or that are disputed, and which have fallen silent?',
    id: 'Pendampingan mana yang sesinya belum dikonfirmasi atau dibantah, dan mana yang tidak berjalan lagi?',
  },
  needs: [mentorshipRecords, serviceRecords],
  linesOf: 'person',
  tells: 'everPlaced',
  among: 'mentors',
  looksBackTo: (on) => on,
  dayOf: ({ to }: MentorshipHealthLine) => to,
  answer: ([mentorships, service], on) =>
    inOrder(
      [...mentorships.rows].flatMap(([employeeId, record]) =>
        mentoredBy(employeeId, record).map((mentorship): MentorshipHealthLine => {
          const { mentorshipId, mentorId, menteeId, kind, status, period } = mentorship;
          const sessions = mentorship.sessions.filter(({ date }) => date <= on);
          const count = (wanted: string) => sessions.filter((session) => session.status === wanted).length;
          const lastSession = sessions
            .filter((session) => session.status !== 'disputed')
            .map(({ date }) => date)
            .sort()
            .at(-1);
          return {
            unitId: unitOn(service.get(mentorId), on),
            mentorshipId,
            mentorId,
            menteeId,
            kind,
            status,
            from: period.from,
            to: period.to,
            sessions: sessions.length,
            confirmed: count('confirmed'),
            unconfirmed: count('recorded'),
            disputed: count('disputed'),
            lastSession: lastSession ?? null,
            daysSilent:
              isOpen(mentorship, on) && period.from <= on ? daysBetween(lastSession ?? period.from, on) : null,
            overdue: status !== 'ended' && period.to < on,
          };
        }),
      ),
      ({ unitId, mentorId, mentorshipId }) => [unitId, mentorId, mentorshipId],
    ),
});
