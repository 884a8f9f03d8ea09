import {
  afterTraining,
  competencyHistory,
  digitalCompetence,
  type HistoryAsOf,
  type Needs,
  type PeopleReadModel,
  peopleReadModels,
} from '@pembinaan/competency-history';
import type { AnyEventType, EventStore, RecordedEvent } from '@pembinaan/event-sourcing';
import { agencyReadModels } from '@pembinaan/program-effectiveness';
import { practices } from '@pembinaan-examples/stage';
import type { Told } from './stories.js';

/** Competencies that count as digital in all five stories. */
const DIGITAL = ['T-SI-01', 'T-TI-01', 'T-APLIKASI-01'];

/** A read model of either package, asked on the store of a story. */
interface View {
  readonly name: string;
  readonly events: readonly AnyEventType[];
  /** How many lines it has on a day. */
  linesOn(day: string): Promise<number>;
  /** How many it had at the end of that day, whatever happened later. */
  linesThen(day: string): Promise<number>;
}

/** Views on people are always those of the day; two of them are asked about something: a person, and what counts as digital. */
async function viewsOf(store: EventStore, person: string): Promise<readonly View[]> {
  const history = await competencyHistory(store);
  const asked = peopleReadModels.map((model) => {
    if (model.name === 'AfterTraining') return afterTraining(person);
    return model.name === 'DigitalCompetence' ? digitalCompetence(DIGITAL) : model;
  });
  const onPeople = asked.map((model): View => {
    const linesOn = (day: string): Promise<number> =>
      countOf(history.asOf({ effective: day }), model as unknown as AnyQuestion);
    return { name: model.name, events: model.events, linesOn, linesThen: linesOn };
  });
  const onAgency = agencyReadModels.map(
    (model): View => ({
      name: model.name,
      events: model.events,
      linesOn: async (day) => (await model.ask(store, day)).length,
      linesThen: async (day) => (await model.ask(store, day, { effective: `${day}T16:59:59.999Z` })).length,
    }),
  );
  return [...onPeople, ...onAgency];
}

/** Which records a read model needs does not matter to who counts its lines. */
type AnyQuestion = PeopleReadModel<Needs, unknown>;

async function countOf(history: HistoryAsOf, model: AnyQuestion): Promise<number> {
  let count = 0;
  for await (const _ of history.lines(model, { limit: 1000 })) count++;
  return count;
}

/**
 * The page on the practices of the five regions: which events each led to in the story of the region, and which read model answers for
 * it, with how many lines.
 */
export async function regionsPage({ regions }: Told): Promise<string> {
  const sections: string[] = [];
  for (const { story, store, told, lastDay } of regions) {
    const views = await viewsOf(store, story.shows.person);
    sections.push(
      `## ${story.region}`,
      '',
      `${story.title.en} (_${story.title.id}_). All people, units and figures are invented. Each view is that of ${lastDay}, the last day of the story, or of the last day of the practice on which it had something to show.`,
      '',
      '| # | Practice | Praktik | Events | View | On | Lines |',
      '|---|---|---|---|---|---|---|',
    );
    for (const { code, en, id, view } of practices[story.region] ?? []) {
      if (view === undefined) {
        sections.push(`| ${code} | ${en} | ${id} | none, on purpose | none, on purpose | never | none |`);
        continue;
      }
      const events = [...new Set((told.get(code) ?? []).map(({ type }) => type))];
      const asked = views.find(({ name }) => name === view);
      const rests = events.some((type) => asked?.events.some((event) => event.type === type));
      const answer = asked === undefined || !rests ? undefined : await answerOf(asked, lastDay, daysOf(told.get(code)));
      // A cell that the story or the views cannot fill stays empty, and the test fails.
      sections.push(
        `| ${code} | ${en} | ${id} | ${events.join(', ')} | ${answer ? view : ''} | ${answer?.on ?? ''} | ${answer?.lines ?? ''} |`,
      );
    }
    sections.push('');
  }
  return [
    '# The five regions',
    '',
    'Each practice of the five regions, the events that it leads to, and the read model that answers for it. This page is made from the',
    'five stories under `examples/`; `npm run pages` makes it anew, and a test fails when it is',
    'stale, when a practice is not told, or when its view has nothing to show.',
    '',
    ...sections,
  ].join('\n');
}

/** The answer at the end of the story, or as of the last day of the practice that has lines. */
async function answerOf(
  view: View,
  lastDay: string,
  days: readonly string[],
): Promise<{ readonly on: string; readonly lines: number } | undefined> {
  const atEnd = await view.linesOn(lastDay);
  if (atEnd > 0) return { on: lastDay, lines: atEnd };
  for (const on of days) {
    const then = await view.linesThen(on);
    if (then > 0) return { on, lines: then };
  }
  return undefined;
}

/** The days of some events in the time zone of the five regions, each once, the last first. */
function daysOf(events: readonly RecordedEvent[] = []): readonly string[] {
  const days = events.map(({ occurredAt }) =>
    new Date(Date.parse(occurredAt) + 7 * 3_600_000).toISOString().slice(0, 10),
  );
  return [...new Set(days)].sort().reverse();
}
