// #region explaining
import { explanationText, type HistoryAsOf } from '@pembinaan/competency-history';

export async function why(history: HistoryAsOf) {
  const jp = await history.explain({ of: 'jp', employeeId: 'subject-7' });
  if (jp === undefined) return []; // No event that was known tells of that person.
  // Each step as data: what does not count, and why not.
  const passedOver = jp.steps.flatMap((step) =>
    step.kind === 'event' && !step.counts ? [`${step.type}: ${step.reason}`] : [],
  );
  // Or all of it as text, in English or Indonesian.
  return [...passedOver, ...explanationText(jp, 'en').split('\n')];
}
// #endregion explaining
