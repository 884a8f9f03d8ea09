// #region exporting
import { agencyComparison, type HistoryAsOf, unitComparison } from '@pembinaan/competency-history';

/** One JSON object a row: the units, and the agency beside them, of the same moment. */
export async function* meanJp(history: HistoryAsOf) {
  const held = await history.held();
  const years = { period: { from: '2025-01-01', to: '2026-12-31' }, limit: 1000 };
  for await (const line of held.lines(unitComparison('meanJp'), years)) yield JSON.stringify(line);
  for await (const line of held.lines(agencyComparison('meanJp'), years)) yield JSON.stringify(line);
}
// #endregion exporting
