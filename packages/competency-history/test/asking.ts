// #region asking
import {
  afterTraining,
  competencyHistory,
  competencyProfile,
  digitalCompetence,
  gapMap,
} from '@pembinaan/competency-history';
import type { EventStore } from '@pembinaan/event-sourcing';

export async function answers(store: EventStore) {
  const history = await competencyHistory(store);
  // What was so on 30 June, as is known today.
  const june = history.asOf({ effective: '2026-06-30' });
  // What was believed on the evening of 30 June, before anything was recorded late or corrected.
  const believed = history.asOf({ effective: '2026-06-30', recorded: '2026-06-30T16:59:59.999Z' });

  const person = await june.person('subject-7');
  const gaps = (await june.ask(gapMap)).lines;
  const gapsBelieved = (await believed.ask(gapMap)).lines;
  // Some are functions: they are asked about something of their own.
  const digital = (await june.ask(digitalCompetence(['T-TIK-01']))).lines;
  const mine = (await june.ask(afterTraining('subject-7'))).lines;

  // Page by page, of the executive positions of one unit; or all lines, one after the other.
  const query = { unitId: 'loket', positionKind: 'pelaksana', limit: 20 } as const;
  const first = await june.ask(competencyProfile, query);
  const second = first.next === null ? undefined : await june.ask(competencyProfile, { ...query, after: first.next });
  const levels: number[] = [];
  for await (const { actual } of june.lines(competencyProfile, query)) if (actual !== null) levels.push(actual);
  return { person, gaps, gapsBelieved, digital, mine, first, second, levels };
}
// #endregion asking
