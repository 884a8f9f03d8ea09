import { peopleReadModels } from '@pembinaan/competency-history';
import type { AnyReadModel, EventStore, RecordedEvent } from '@pembinaan/event-sourcing';
import { agencyReadModels } from '@pembinaan/program-effectiveness';
import { practices } from '@pembinaan-examples/stage';
import type { Told } from './stories.js';

const readModels: readonly AnyReadModel[] = [...peopleReadModels, ...agencyReadModels];

interface Asked {
  ask(store: EventStore, on: unknown, asOf?: { readonly effective: string }): Promise<readonly unknown[]>;
}

/** Two read models are asked for more than a day: one's own view, and which competencies count as digital. */
function askedOf(view: string, on: string, person: string): unknown {
  if (view === 'AfterTraining') return { on, employeeId: person };
  if (view === 'DigitalCompetence') return { on, competencies: ['T-SI-01', 'T-TI-01', 'T-APLIKASI-01'] };
  return on;
}

/**
 * The page on the practices of the five regions: which events each led to in the story of the region, and which read model answers for
 * it, with how many lines.
 */
export async function regionsPage({ regions }: Told): Promise<string> {
  const sections: string[] = [];
  for (const { story, store, told, lastDay } of regions) {
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
      const model = readModels.find(({ name }) => name === view);
      const rests = events.some((type) => model?.events.some((event) => event.type === type));
      const answer =
        model === undefined || !rests
          ? undefined
          : await answerOf(model as AnyReadModel & Asked, store, story.shows.person, lastDay, daysOf(told.get(code)));
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
  model: AnyReadModel & Asked,
  store: EventStore,
  person: string,
  lastDay: string,
  days: readonly string[],
): Promise<{ readonly on: string; readonly lines: number } | undefined> {
  const atEnd = await model.ask(store, askedOf(model.name, lastDay, person));
  if (atEnd.length > 0) return { on: lastDay, lines: atEnd.length };
  for (const on of days) {
    const then = await model.ask(store, askedOf(model.name, on, person), { effective: `${on}T16:59:59.999Z` });
    if (then.length > 0) return { on, lines: then.length };
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
