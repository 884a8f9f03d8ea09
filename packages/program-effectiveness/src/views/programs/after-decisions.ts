import { programReadModel } from '../../effectiveness/program-read-model.js';
import { inOneCell } from '../../lines.js';
import { rounded } from './service-effects.js';

export type AfterDecisionsLine = {
  readonly programId: string;
  readonly eventId: string;
  readonly on: string;
  readonly decision: string;
  /** The round on which it rests, and the rounds that were taught after it. */
  readonly evaluationId: string | null;
  readonly laterRounds: string | null;
  /** What became of one planned result; null where there is none to follow. */
  readonly service: string | null;
  readonly metric: string | null;
  /** After an expansion or a continuation whether an improvement was kept; after a revised method how the two rounds compare. */
  readonly state: string | null;
  /** Of two rounds: relative, basis points, after less before, with the interval. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly sentenceId: string | null;
  readonly sentenceEn: string | null;
};

/** What happened after each decision: did an expansion hold the improvement, did a revised method work. */
export const afterDecisions = programReadModel<AfterDecisionsLine>({
  name: 'AfterDecisions',
  question: {
    en: 'What happened after each decision: was the improvement kept, and did the revised method work?',
    id: 'Apa yang terjadi setelah setiap keputusan: apakah perbaikannya bertahan, dan apakah metode yang diubah berhasil?',
  },
  async of(subject) {
    const decisions = await subject.decisions();
    return decisions.flatMap(({ decision, aftermath }): readonly AfterDecisionsLine[] => {
      const head = {
        programId: subject.programId,
        eventId: decision.told.eventId,
        on: aftermath.on,
        decision: decision.told.type,
        evaluationId: aftermath.restsOn?.evaluationId ?? null,
        laterRounds: inOneCell(aftermath.laterRounds.map(({ evaluationId }) => evaluationId)),
      };
      const followed = aftermath.gain.map(({ service, metric, state, sentence }) => ({
        ...head,
        ...NOTHING,
        ...{ service, metric, state, sentenceId: sentence.id, sentenceEn: sentence.en },
      }));
      const compared = (aftermath.revision?.outcomes ?? []).map(
        ({ service, metric, comparison, difference, sentence }) => ({
          ...head,
          ...{ service, metric, state: comparison, sentenceId: sentence.id, sentenceEn: sentence.en },
          difference: rounded(difference?.estimate),
          low: rounded(difference?.interval.low),
          high: rounded(difference?.interval.high),
        }),
      );
      const lines = [...followed, ...compared];
      return lines.length === 0 ? [{ ...head, ...NOTHING }] : lines;
    });
  },
});

const NOTHING = {
  service: null,
  metric: null,
  state: null,
  difference: null,
  low: null,
  high: null,
  sentenceId: null,
  sentenceEn: null,
};
