import { disclosure } from '../disclosure.js';
import type { ServiceHistory, Survey } from '../surroundings/service-history.js';
import type { PublishedSurvey, RoundWindow, SatisfactionShift, SurveyFigures } from './round-estimates.js';

/**
 * The published satisfaction of a served unit around a round. It is told and never judged: what is published are means, and without the
 * answers of the respondents nobody knows how far they may lie from the next survey by chance alone.
 */
export function satisfactionShift(
  unitId: string,
  history: ServiceHistory | undefined,
  window: RoundWindow | null,
  minimumN: number,
): SatisfactionShift {
  const surveys = window === null ? [] : (history?.surveys ?? []);
  const before = surveys.filter(
    ({ period }) => window !== null && period.to < window.firstSession && period.from >= window.before.from,
  );
  const after = surveys.filter(({ period }) => isAfter(period, window));
  const [last, first] = [shownOf(before.at(-1), minimumN), shownOf(after[0], minimumN)];
  return {
    unitId,
    before: last,
    after: first,
    change: last?.figures && first?.figures ? difference(last.figures, first.figures) : null,
    notEstimable: 'noRespondentData',
  };
}

function isAfter({ from, to }: Survey['period'], window: RoundWindow | null): boolean {
  return window !== null && window.after !== null && from >= window.after.from && to <= window.after.to;
}

function shownOf(survey: Survey | undefined, minimumN: number): PublishedSurvey | null {
  if (survey === undefined) return null;
  const { surveyId, period, n, told } = survey;
  return { surveyId, period, n, figures: disclosure(n, minimumN).shown(figuresOf(survey)), told };
}

/** Elements U3, U6, U7 and U8 of nine. */
function figuresOf({ ikm, nrr }: Survey): SurveyFigures {
  const [, , u3 = 0, , , u6 = 0, u7 = 0, u8 = 0] = nrr;
  return { ikm, u3, u6, u7, u8 };
}

function difference(before: SurveyFigures, after: SurveyFigures): SurveyFigures {
  return {
    ikm: after.ikm - before.ikm,
    u3: after.u3 - before.u3,
    u6: after.u6 - before.u6,
    u7: after.u7 - before.u7,
    u8: after.u8 - before.u8,
  };
}
