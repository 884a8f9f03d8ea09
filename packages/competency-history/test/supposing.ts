// #region supposing
import { gapMapByPerson, type HistoryAsOf, jpCompliance, simulate } from '@pembinaan/competency-history';

export async function whatIf(history: HistoryAsOf) {
  // Another history, to be asked like the first: 24 JP a year in place of 20, from this year on.
  const stricter = history.under({ figures: { 'jp.minimum.pns.year': 2400 }, from: '2026-01-01' });
  const { lines } = await stricter.ask(jpCompliance, { unitId: 'loket' });

  // Both side by side: cell by cell, and how many people of each unit are concerned.
  const { differences, units } = await simulate(
    history,
    { figures: ({ 'jpm.bands': bands }) => ({ 'jpm.bands': { ...bands.value, optimal: 9500 } }) },
    { models: [gapMapByPerson], query: { unitId: 'loket' } },
  );
  return { lines, differences, units };
}
// #endregion supposing
