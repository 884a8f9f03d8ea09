import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, inOneCell } from '../../lines.js';
import { actionRecords } from '../../records/action-records.js';
import { followUpsFrom } from '../../records/follow-ups.js';
import { forumRecords, inputsUntil } from '../../records/forum-records.js';
import { leadershipRecords } from '../../records/leadership-records.js';
import { needRecords } from '../../records/need-records.js';

/** A forum with the public, or one that a leader held with civil servants. */
export type ForumCalendarLine = {
  readonly date: string;
  readonly kind: 'public' | 'leader';
  /** The forum, or the involvement of the leader. */
  readonly id: string;
  readonly hostId: string;
  /** The place of a public forum, or the unit of a leader's. */
  readonly at: string | null;
  /** Members of the public; null for a leader's forum, where they are not counted. */
  readonly attendees: number | null;
  readonly topics: string | null;
  readonly inputs: number | null;
  /** Inputs that nothing followed from, without praise; null for a leader's forum. */
  readonly openInputs: number | null;
};

/** T6, S10: the forums that were held, and whether something came of them. */
export const forumCalendar = agencyReadModel({
  name: 'ForumCalendar',
  question: {
    en: 'Which forums were held, where and by whom, and how many inputs still wait?',
    id: 'Forum apa yang diadakan, di mana dan oleh siapa, dan berapa masukan yang masih menunggu?',
  },
  projections: [forumRecords, leadershipRecords, actionRecords, needRecords],
  answer: ([forums, involvements, actions, needs], on): readonly ForumCalendarLine[] => {
    const followUp = followUpsFrom(needs, actions);
    const inputs = inputsUntil(forums, on);
    const isWaiting = (input: (typeof inputs)[number]): boolean => {
      const found = followUp({ kind: 'input', input });
      return input.kind !== 'praise' && found.actions.length + found.needs.length === 0;
    };
    const publicForums = [...forums.rows.values()].flatMap(({ forumId, held }): readonly ForumCalendarLine[] => {
      if (held === null || held.date > on) return [];
      const said = inputs.filter((input) => input.forumId === forumId);
      return [
        {
          date: held.date,
          kind: 'public',
          id: forumId,
          hostId: held.hostId,
          at: held.place,
          attendees: held.attendees,
          topics: inOneCell(held.topics),
          inputs: said.length,
          openInputs: said.filter(isWaiting).length,
        },
      ];
    });
    const leaderForums = [...involvements.rows.values()]
      .filter(({ role, date }) => role === 'forum' && date <= on)
      .map(({ involvementId, leaderId, unitId, date, topics }): ForumCalendarLine => {
        const head = { date, kind: 'leader', id: involvementId, hostId: leaderId, at: unitId } as const;
        return { ...head, attendees: null, topics: inOneCell(topics), inputs: null, openInputs: null };
      });
    return [...publicForums, ...leaderForums].sort(
      byCells(
        ({ date }) => date,
        ({ id }) => id,
      ),
    );
  },
});
