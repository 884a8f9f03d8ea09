import {
  type AnyPeopleReadModel,
  type AsOf,
  afterTraining,
  type CompetencyHistory,
  digitalCompetence,
  type PersonView,
  type Query,
} from '../../src/index.js';
import { everyReadModel } from '../fixtures.js';

/** Every read model, those with a question of their own asked about something. */
export const askedOf = (competency: string, employeeId: string): readonly AnyPeopleReadModel[] => [
  ...everyReadModel.filter(({ name }) => name !== 'DigitalCompetence' && name !== 'AfterTraining'),
  digitalCompetence([competency]),
  afterTraining(employeeId),
];

/** All that a history answers: the lines of each read model by its name, and what it tells of each person. */
export interface Answers {
  readonly lines: Readonly<Record<string, readonly unknown[]>>;
  readonly people: Readonly<Record<string, PersonView | undefined>>;
}

/** Asks a history everything, as of the clocks: every read model page by page, and all of these people. */
export async function everything(
  history: CompetencyHistory,
  clocks: AsOf,
  models: readonly AnyPeopleReadModel[],
  people: readonly string[],
): Promise<Answers> {
  const then = history.asOf(clocks);
  const told: Record<string, PersonView | undefined> = {};
  for (const employeeId of people) told[employeeId] = await then.person(employeeId);
  return { lines: await linesOf(history, clocks, models, {}), people: told };
}

/** The lines of each read model by its name, page by page. */
export async function linesOf(
  history: CompetencyHistory,
  clocks: AsOf,
  models: readonly AnyPeopleReadModel[],
  query: Query,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const found: Record<string, readonly unknown[]> = {};
  for (const model of models) {
    const lines: unknown[] = [];
    for await (const line of history.asOf(clocks).lines(model, query)) lines.push(line);
    found[model.name] = lines;
  }
  return found;
}
