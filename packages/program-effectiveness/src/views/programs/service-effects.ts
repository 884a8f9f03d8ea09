import { programReadModel } from '../../effectiveness/program-read-model.js';
import type { OutcomeEstimate } from '../../estimates/index.js';
import { inOneCell } from '../../lines.js';

export type ServiceEffectsLine = {
  readonly programId: string;
  readonly evaluationId: string;
  readonly firstSession: string | null;
  readonly service: string;
  readonly metric: string;
  /** As planned. */
  readonly design: string;
  /** Units whose figures count. */
  readonly served: number;
  readonly compared: number;
  readonly periodsBefore: number | null;
  readonly periodsAfter: number | null;
  /** Means of the served units, and the estimate with its interval: seconds or basis points, rounded; positive is higher. */
  readonly before: number | null;
  readonly after: number | null;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Relative, basis points; positive is better. */
  readonly improvement: number | null;
  readonly improvementLow: number | null;
  readonly improvementHigh: number | null;
  readonly minimumEffect: number;
  readonly size: string | null;
  /** What may be said for the programme: `gain`, `changeAtDate`, `effect` or `inconclusive`. */
  readonly claim: string;
  readonly direction: string | null;
  readonly guardWorsened: boolean | null;
  /** Other programmes that act on the same service at the same time. */
  readonly confoundedBy: string | null;
  readonly limits: string | null;
  readonly missing: string | null;
};

/** L9, S6: the services before and after each round, beside units that were not trained, with what may be said of it. */
export const serviceEffects = programReadModel<ServiceEffectsLine>({
  name: 'ServiceEffects',
  question: {
    en: 'How did the services change around each round, beside units that were not trained, and what may be said of it?',
    id: 'Bagaimana layanan berubah di sekitar setiap putaran, dibandingkan unit yang tidak dilatih, dan apa yang boleh disimpulkan?',
  },
  async of(subject) {
    const { rounds } = await subject.evaluation();
    return rounds.flatMap(({ estimates: { programId, evaluationId, design, window, service } }) =>
      service.map(
        (outcome): ServiceEffectsLine => ({
          programId,
          evaluationId,
          firstSession: window?.firstSession ?? null,
          service: outcome.service,
          metric: outcome.metric,
          design,
          ...unitsOf(outcome),
          ...figuresOf(outcome),
          minimumEffect: outcome.minimumEffect,
          size: outcome.size,
          claim: outcome.claim,
          direction: outcome.direction,
          guardWorsened: outcome.guard?.worsened ?? null,
          confoundedBy: inOneCell(outcome.confoundedBy.map((other) => other.programId)),
          limits: inOneCell([...outcome.judgement.limits, ...outcome.barredBy]),
          missing: inOneCell(outcome.missing),
        }),
      ),
    );
  },
});

function unitsOf({ units }: OutcomeEstimate): Pick<ServiceEffectsLine, 'served' | 'compared'> {
  const counting = units.filter(({ excluded }) => excluded === null);
  const served = counting.filter(({ role }) => role === 'served').length;
  return { served, compared: counting.length - served };
}

function figuresOf({ judgement, improvement }: OutcomeEstimate) {
  const { before, after, estimate, interval, n } = judgement;
  return {
    periodsBefore: n.periodsBefore,
    periodsAfter: n.periodsAfter,
    before: rounded(before),
    after: rounded(after),
    estimate: rounded(estimate),
    low: rounded(interval?.low),
    high: rounded(interval?.high),
    improvement: rounded(improvement?.estimate),
    improvementLow: rounded(improvement?.interval.low),
    improvementHigh: rounded(improvement?.interval.high),
  };
}

/** Half away from zero, so that a figure and its opposite round alike. */
export function rounded(figure: number | null | undefined): number | null {
  if (figure === null || figure === undefined) return null;
  const whole = Math.round(Math.abs(figure));
  return whole === 0 ? 0 : Math.sign(figure) * whole;
}
