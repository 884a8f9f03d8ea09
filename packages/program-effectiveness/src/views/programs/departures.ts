import { programReadModel } from '../../effectiveness/program-read-model.js';

export type DeparturesLine = {
  readonly programId: string;
  /** A recommendation or a decision that is not what the evidence advised at that moment. */
  readonly act: 'recommendation' | 'decision';
  readonly eventId: string;
  readonly at: string;
  /** What was recommended or decided, and what the evidence advised then. */
  readonly kind: string | null;
  readonly advised: string;
  /** What the recommendation itself says was advised; null where it says nothing, and for decisions. */
  readonly advisedAsTold: string | null;
  readonly recommendationId: string | null;
  /** True where a decision names no recommendation, or one of another kind. */
  readonly departsFromRecommendation: boolean | null;
  readonly justification: string | null;
  readonly justified: boolean;
};

/** R26, R35: where people departed from the evidence, and whether they said why. */
export const departures = programReadModel<DeparturesLine>({
  name: 'Departures',
  question: {
    en: 'Where did a recommendation or a decision depart from the evidence of its moment, and was it said why?',
    id: 'Rekomendasi atau keputusan mana yang menyimpang dari bukti pada saatnya, dan apakah alasannya disebutkan?',
  },
  async of(subject) {
    const { programId } = subject;
    const recommended = (await subject.recommendations()).filter(
      ({ departs, advisedAsTold }) => departs || advisedAsTold.asComputed === false,
    );
    const decided = (await subject.decisions()).filter(
      ({ departure }) => departure.departsFromAdvice || departure.departsFromRecommendation,
    );
    return [
      ...recommended.map(
        (each): DeparturesLine => ({
          programId,
          act: 'recommendation',
          eventId: each.told.eventId,
          at: each.told.occurredAt,
          kind: each.recommended,
          advised: each.advised,
          advisedAsTold: each.advisedAsTold.kind,
          recommendationId: each.recommendationId,
          departsFromRecommendation: null,
          justification: each.justification,
          justified: each.justified,
        }),
      ),
      ...decided.map(
        ({ departure }): DeparturesLine => ({
          programId,
          act: 'decision',
          eventId: departure.told.eventId,
          at: departure.told.occurredAt,
          kind: departure.decided,
          advised: departure.advised,
          advisedAsTold: null,
          recommendationId: departure.recommendationId,
          departsFromRecommendation: departure.departsFromRecommendation,
          justification: departure.justification,
          justified: departure.justified,
        }),
      ),
    ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  },
});
