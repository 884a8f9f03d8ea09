import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, grouped } from '../../lines.js';
import { actionRecords } from '../../records/action-records.js';
import { followUpsFrom, type Voice } from '../../records/follow-ups.js';
import { forumRecords, inputsUntil } from '../../records/forum-records.js';
import { needRecords } from '../../records/need-records.js';
import { reportRecords, reportsUntil } from '../../records/report-records.js';

/** A topic of which the public speaks, in reports and at forums. Something said on two topics counts in both. */
export type FeedbackThemesLine = {
  readonly topic: string;
  /** Reports with a complaint, with or without oversight content, and complaints at forums. */
  readonly complaints: number;
  /** Aspirations in reports, and suggestions at forums. */
  readonly suggestions: number;
  readonly questions: number;
  readonly praise: number;
  /** Different units that it is said about. */
  readonly units: number;
  /** How many of them led to a development need or an improvement action. */
  readonly followedUp: number;
  readonly firstOn: string;
  readonly lastOn: string;
};

/** T5, S7: the image that the public has, read from what it says; it names nobody. */
export const feedbackThemes = agencyReadModel({
  name: 'FeedbackThemes',
  question: {
    en: 'Of what does the public speak, and how?',
    id: 'Apa yang dibicarakan masyarakat, dan bagaimana nadanya?',
  },
  projections: [reportRecords, forumRecords, needRecords, actionRecords],
  answer: ([reports, forums, needs, actions], on): readonly FeedbackThemesLine[] => {
    const followUp = followUpsFrom(needs, actions);
    const said = [
      ...reportsUntil(reports, on).map((report) => ({ kind: 'report', report }) as const),
      ...inputsUntil(forums, on).map((input) => ({ kind: 'input', input }) as const),
    ].flatMap((voice) => spoken(voice).topics.map((topic) => ({ topic, voice, ...spoken(voice) })));
    return [...grouped(said, ({ topic }) => topic)]
      .map(([topic, ofTopic]): FeedbackThemesLine => {
        const days = ofTopic.map(({ date }) => date).sort();
        const count = (tone: Tone): number => ofTopic.filter((each) => each.tone === tone).length;
        const followed = ofTopic.map(({ voice }) => followUp(voice));
        return {
          topic,
          complaints: count('complaint'),
          suggestions: count('suggestion'),
          questions: count('question'),
          praise: count('praise'),
          units: new Set(ofTopic.map(({ unitId }) => unitId)).size,
          followedUp: followed.filter((found) => found.needs.length + found.actions.length > 0).length,
          firstOn: days[0] ?? on,
          lastOn: days.at(-1) ?? on,
        };
      })
      .sort(
        byCells(
          ({ complaints }) => 0 - complaints,
          ({ topic }) => topic,
        ),
      );
  },
});

type Tone = 'complaint' | 'suggestion' | 'question' | 'praise';

interface Spoken {
  readonly topics: readonly string[];
  readonly tone: Tone;
  readonly unitId: string;
  readonly date: string;
}

const TONES = {
  complaint: 'complaint',
  complaintOversight: 'complaint',
  aspiration: 'suggestion',
  information: 'question',
} as const;

function spoken(voice: Voice): Spoken {
  if (voice.kind === 'input') {
    const { topics, kind, unitId, on } = voice.input;
    return { topics, tone: kind, unitId, date: on };
  }
  const { topics, classification, unitId, receivedOn } = voice.report;
  return { topics, tone: TONES[classification], unitId, date: receivedOn };
}
