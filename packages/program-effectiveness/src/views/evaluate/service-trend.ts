import { agencyReadModel } from '../../agency-read-model.js';
import { disclosure } from '../../disclosure.js';
import { byCells } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { type ServiceRow, type SurveyRow, serviceUnits, surveysUntil } from '../../records/service-units.js';

/** A published survey of a unit, and how far it lies from the one before. */
export type ServiceTrendLine = {
  readonly unitId: string;
  readonly surveyId: string;
  readonly from: string;
  readonly to: string;
  /** Respondents. */
  readonly n: number | null;
  /** The index in hundredths, and its grade. */
  readonly ikm: number | null;
  readonly grade: string | null;
  /** Hundredths more than in the survey before; null for the first, and after one that is not told. */
  readonly ikmChange: number | null;
  /** Mean scores of the elements in thousandths. */
  readonly u1: number | null;
  readonly u2: number | null;
  readonly u3: number | null;
  readonly u4: number | null;
  readonly u5: number | null;
  readonly u6: number | null;
  readonly u7: number | null;
  readonly u8: number | null;
  readonly u9: number | null;
  readonly suppressed: boolean;
};

/**
 * T2: development aims at better service and at public trust. Nobody measures trust here: the index (IKM) stands as a proxy of it, and
 * tells how satisfied those were who were served, not whether people trust their government.
 */
export const serviceTrend = agencyReadModel({
  name: 'ServiceTrend',
  question: {
    en: 'How does the satisfaction of the public develop, by unit and element?',
    id: 'Bagaimana kepuasan masyarakat berkembang, menurut unit dan unsur?',
  },
  projections: [serviceUnits, agencyPolicy],
  answer: ([units, policies], on): readonly ServiceTrendLine[] => {
    const { minimumN } = policyOnDay(policies, on);
    return [...units.rows.values()]
      .flatMap((unit) => trendOf(unit, surveysUntil(unit, on), minimumN))
      .sort(
        byCells(
          ({ unitId }) => unitId,
          ({ to }) => to,
          ({ surveyId }) => surveyId,
        ),
      );
  },
});

function trendOf({ unitId }: ServiceRow, surveys: readonly SurveyRow[], minimumN: number): readonly ServiceTrendLine[] {
  return surveys.map(({ surveyId, from, to, n, ikm, grade, nrr }, index): ServiceTrendLine => {
    const { shown, suppressed } = disclosure(n, minimumN);
    const before = surveys[index - 1];
    // The change from a survey that is not told would tell it.
    const change = before === undefined || before.n < minimumN ? null : ikm - before.ikm;
    const element = (number: number): number | null => shown(nrr[number - 1] ?? null);
    return {
      unitId,
      surveyId,
      from,
      to,
      n: shown(n),
      ikm: shown(ikm),
      grade: shown(grade),
      ikmChange: shown(change),
      u1: element(1),
      u2: element(2),
      u3: element(3),
      u4: element(4),
      u5: element(5),
      u6: element(6),
      u7: element(7),
      u8: element(8),
      u9: element(9),
      suppressed,
    };
  });
}
