import { costPerPoint } from '../../advice/index.js';
import { programReadModel } from '../../effectiveness/program-read-model.js';
import { rounded } from './service-effects.js';

export type BudgetAndEffectLine = {
  readonly programId: string;
  readonly name: string;
  /** Rupiah, over the whole programme; null where no plan foresees it, or nothing was committed. */
  readonly planned: number | null;
  readonly committed: number | null;
  readonly realised: number | null;
  /** Realised of the committed, basis points. */
  readonly absorbed: number | null;
  readonly completed: number;
  readonly perParticipant: number | null;
  readonly perGainPoint: number | null;
  /** The round on which the advice rests, and what it cost. */
  readonly evaluationId: string | null;
  readonly roundCost: number | null;
  /** What may be said of its results; what improved least, relative, basis points, positive is better. */
  readonly claim: string | null;
  readonly improvement: number | null;
  /** Rupiah for each percentage point of improvement, with the interval; no upper limit where no cost would be too high. */
  readonly perPoint: number | null;
  readonly perPointLow: number | null;
  readonly perPointHigh: number | null;
  readonly advice: string;
};

/** What was spent on each programme, beside what may be said of its results. */
export const budgetAndEffect = programReadModel<BudgetAndEffectLine>({
  name: 'BudgetAndEffect',
  question: {
    en: 'What was spent on each programme, and what may be said of its results?',
    id: 'Berapa biaya setiap program, dan apa yang boleh disimpulkan tentang hasilnya?',
  },
  async of(subject) {
    const { advice, rounds } = await subject.evaluation();
    const { money, participation, name } = await subject.account();
    const round = rounds.find(({ evaluationId }) => evaluationId === advice.evaluationId)?.estimates;
    const cost = round === undefined ? null : costPerPoint(round, subject.history);
    const improvements = round?.service.map(({ improvement }) => improvement?.estimate ?? null) ?? [];
    const known = improvements.filter((each) => each !== null);
    return [
      {
        programId: subject.programId,
        name: name ?? subject.programId,
        planned: money.planned,
        committed: money.committed,
        realised: money.realised,
        absorbed: money.absorbed,
        completed: participation.completed,
        perParticipant: money.perParticipant,
        perGainPoint: money.perGainPoint,
        evaluationId: advice.evaluationId,
        roundCost: cost?.cost ?? null,
        claim: round?.level4.claim ?? null,
        improvement: known.length === 0 || known.length < improvements.length ? null : rounded(Math.min(...known)),
        perPoint: rounded(cost?.perPoint),
        perPointLow: rounded(cost?.low),
        perPointHigh: rounded(cost?.high),
        advice: advice.kind,
      },
    ];
  },
});
