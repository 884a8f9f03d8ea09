import { idOf, projection } from '@pembinaan/event-sourcing';
import { EvaluationConcluded, EvaluationContested } from '../evaluate/evaluation/events.js';

/**
 * The evaluations of a programme that stand concluded without significant change: each is to be answered by a recommendation (R26).
 * One that is contested waits for its new conclusion, since no recommendation may rest on it meanwhile.
 */
export const programConclusions = projection({
  name: 'program-conclusions',
  version: 1,
  events: [EvaluationConcluded, EvaluationContested],
  initial: (): { withoutChange: string[] } => ({ withoutChange: [] }),
  key: (event) => event.data.programId,
  on: {
    EvaluationConcluded: (row, { stream, data }) => {
      if (data.conclusion === 'noSignificantChange') row.withoutChange.push(idOf(stream));
      return row;
    },
    EvaluationContested: (row, { stream }) => {
      row.withoutChange = row.withoutChange.filter((id) => id !== idOf(stream));
      return row;
    },
  },
});
