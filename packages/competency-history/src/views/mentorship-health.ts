import { daysBetween } from '@pembinaan/core';
import { peopleReadModel } from '../people-read-model.js';
import { isOpen, mentorshipRecords, mentorshipsIn } from '../records/mentorship-records.js';

export interface MentorshipHealthLine {
  readonly mentorshipId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly kind: string;
  readonly status: string;
  readonly from: string;
  readonly to: string;
  readonly sessions: number;
  readonly confirmed: number;
  /** Recorded by one of the two, and neither confirmed nor disputed by the other. */
  readonly unconfirmed: number;
  readonly disputed: number;
  readonly lastSession: string | null;
  /** Days from the last session, or from the beginning where there was none, to the day; null once it is over or not yet begun. */
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
  projections: [mentorshipRecords],
  answer: ([mentorships], on) =>
    mentorshipsIn(mentorships.rows).map((mentorship): MentorshipHealthLine => {
      const { mentorshipId, mentorId, menteeId, kind, status, period } = mentorship;
      const sessions = mentorship.sessions.filter(({ date }) => date <= on);
      const count = (wanted: string) => sessions.filter((session) => session.status === wanted).length;
      const lastSession = sessions
        .map(({ date }) => date)
        .sort()
        .at(-1);
      return {
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
        daysSilent: isOpen(mentorship, on) && period.from <= on ? daysBetween(lastSession ?? period.from, on) : null,
        overdue: status !== 'ended' && period.to < on,
      };
    }),
});
