import { programReadModel } from '../../effectiveness/program-read-model.js';
import { inOneCell } from '../../lines.js';

export type RecommendationsLine = {
  readonly programId: string;
  readonly name: string;
  readonly status: string;
  /** The round on which the advice rests; null where none was planned. */
  readonly evaluationId: string | null;
  readonly advice: string;
  /** The deciding reason: its code, and a sentence in both languages. */
  readonly because: string | null;
  readonly sentenceId: string | null;
  readonly sentenceEn: string | null;
  /** Reasons that speak for it, and against it. */
  readonly for: string | null;
  readonly against: string | null;
  /** What may be said of the results for the programme. */
  readonly claim: string | null;
  readonly policyVersion: string | null;
  /** The events behind the deciding reason. */
  readonly events: string | null;
};

/** B10, B11: what should happen with each programme by its evidence. */
export const recommendations = programReadModel<RecommendationsLine>({
  name: 'Recommendations',
  question: {
    en: 'What should happen with each programme by its evidence, and why?',
    id: 'Menurut buktinya, apa yang sebaiknya dilakukan terhadap setiap program, dan mengapa?',
  },
  async of(subject) {
    const { advice, rounds } = await subject.evaluation();
    const decider = advice.reasons.find(({ weighs }) => weighs === 'decides');
    const codes = (weighs: 'for' | 'against') =>
      inOneCell(advice.reasons.filter((reason) => reason.weighs === weighs).map(({ code }) => code));
    const round = rounds.find(({ evaluationId }) => evaluationId === advice.evaluationId);
    return [
      {
        programId: subject.programId,
        name: subject.history.designed?.name ?? subject.programId,
        status: subject.history.status,
        evaluationId: advice.evaluationId,
        advice: advice.kind,
        because: decider?.code ?? null,
        sentenceId: decider?.sentence.id ?? null,
        sentenceEn: decider?.sentence.en ?? null,
        for: codes('for'),
        against: codes('against'),
        claim: round?.estimates.level4.claim ?? null,
        policyVersion: advice.policyVersion,
        events: inOneCell(decider?.events.map(({ eventId }) => eventId) ?? []),
      },
    ];
  },
});
