import { describe, expect, it } from 'vitest';
import { surveysMissing } from '../../../src/index.js';
import { ask, measurement, planned, survey } from '../../fixtures.js';

const year2025 = { period: { from: '2025-01-01', to: '2025-06-30' } };

describe('SurveysMissing', () => {
  it('names units whose last survey is more than a year old, and units that never had one', async () => {
    const past = [
      survey('s1', year2025),
      measurement('m1', { period: { from: '2026-01-01', to: '2026-01-31' }, median: 60, p90: 90 }, 'kecamatan'),
      planned({ serviceUnits: ['puskesmas'], comparisonUnits: ['pembanding'] }),
    ];
    expect(await ask(surveysMissing, past, '2026-06-30')).toEqual([
      { unitId: 'kecamatan', lastSurveyId: null, lastTo: null, daysSince: null },
      { unitId: 'pembanding', lastSurveyId: null, lastTo: null, daysSince: null },
      { unitId: 'puskesmas', lastSurveyId: null, lastTo: null, daysSince: null },
      { unitId: 'loket', lastSurveyId: 's1', lastTo: '2025-06-30', daysSince: 365 },
    ]);
  });

  it('is content with a survey within the year, and does not count one that is not over', async () => {
    expect(await ask(surveysMissing, [survey('s1', year2025)], '2026-06-29')).toEqual([]);
    const running = survey('s2', { period: { from: '2026-01-01', to: '2026-12-31' } });
    expect(await ask(surveysMissing, [survey('s1', year2025), running], '2026-12-30')).toHaveLength(1);
    expect(await ask(surveysMissing, [survey('s1', year2025), running], '2026-12-31')).toEqual([]);
  });
});
