import { competencyHistory } from '@pembinaan/competency-history';
import { memoryStore } from '@pembinaan/event-sourcing';
import { programEffectiveness } from '@pembinaan/program-effectiveness';
import { print } from './print.js';
import { type Stage, stage, storyClock } from './stage.js';
import { adviceTexts } from './views/advice-view.js';
import { personText } from './views/person-view.js';
import { programSummaries } from './views/program-summaries.js';
import { decisionText, programTable } from './views/program-view.js';
import { type Language, word } from './views/words.js';

/** One region's story. */
export interface Story {
  readonly region: string;
  readonly title: { readonly id: string; readonly en: string };
  /** Whose history is shown afterwards, on which day; the invented name stands in for the vault of a real agency. */
  readonly shows: { readonly person: string; readonly name: string; readonly on: string };
  tell(stage: Stage): Promise<void>;
}

/** The language that a program was asked for with `--lang en`; Indonesian otherwise. */
export function languageOf(args: readonly string[]): Language {
  return args[args.indexOf('--lang') + 1] === 'en' && args.includes('--lang') ? 'en' : 'id';
}

/** Plays a story aloud in memory and shows both views: what `node examples/<region>/dist/index.js` does. */
export async function playAloud(story: Story, args: readonly string[]): Promise<void> {
  const language = languageOf(args);
  const clock = storyClock(story.region);
  const store = memoryStore({ now: clock.now });
  print(`${story.region}: ${story.title[language]} (${word('invented', language)})\n`);
  await story.tell(stage(store, { runtime: clock, say: (text) => print(`- ${text[language]}`) }));

  const history = await competencyHistory(store);
  const person = await history.asOf({ effective: story.shows.on }).person(story.shows.person);
  if (person !== undefined) print(`\n${personText(person, story.shows.name, language)}`);

  const programs = await programSummaries(store);
  print(`\n${word('effectiveness', language)}`);
  print(
    programTable(
      programs.map((program) => ({ region: story.region, program })),
      language,
    ),
  );
  for (const program of programs) if (program.decisions.length > 0) print(decisionText(program, language));
  const effectiveness = await programEffectiveness(store);
  print(`\n${word('advice', language)}`);
  for (const text of await adviceTexts(effectiveness.asOf({ effective: story.shows.on }), language)) print(text);
}
