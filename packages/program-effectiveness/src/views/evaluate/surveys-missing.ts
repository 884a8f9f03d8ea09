import { addDays, daysBetween } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells } from '../../lines.js';
import { serviceUnits, surveysUntil } from '../../records/service-units.js';

/** A service unit that published no survey in the year before the day. */
export type SurveysMissingLine = {
  readonly unitId: string;
  /** The last survey, if there ever was one, and the last day of its period. */
  readonly lastSurveyId: string | null;
  readonly lastTo: string | null;
  readonly daysSince: number | null;
};

/** R33: at least one survey for each unit and year. It is reported and blocks nothing. */
export const surveysMissing = agencyReadModel({
  name: 'SurveysMissing',
  question: {
    en: 'Which service units have had no satisfaction survey for a year?',
    id: 'Unit pelayanan mana yang sudah setahun tanpa survei kepuasan?',
  },
  projections: [serviceUnits],
  answer: ([units], on): readonly SurveysMissingLine[] => {
    const yearAgo = addDays(on, -365);
    return [...units.rows.values()]
      .flatMap((unit): readonly SurveysMissingLine[] => {
        const last = surveysUntil(unit, on).at(-1);
        if (last === undefined) return [{ unitId: unit.unitId, lastSurveyId: null, lastTo: null, daysSince: null }];
        if (last.to > yearAgo) return [];
        return [
          { unitId: unit.unitId, lastSurveyId: last.surveyId, lastTo: last.to, daysSince: daysBetween(last.to, on) },
        ];
      })
      .sort(
        byCells(
          ({ lastTo }) => lastTo,
          ({ unitId }) => unitId,
        ),
      );
  },
});
