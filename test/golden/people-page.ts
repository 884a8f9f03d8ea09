import { type HistoryAsOf, type Needs, type PeopleReadModel, peopleReadModels } from '@pembinaan/competency-history';
import { marked } from './marked.js';
import { type NameOf, personLines } from './person-text.js';
import type { Looked, ToldPeople } from './stories.js';
import { type TableLine, tableText } from './table-text.js';

/** What the competency history says of the people of a region, for a person to read. */
export async function peoplePage(looked: Looked, told: ToldPeople): Promise<string> {
  const places = new Map(told.events.map(({ id, stream, revision }) => [id, `${stream}@${revision}`]));
  const nameOf: NameOf = (eventId) => places.get(eventId) ?? `tidak dikenal: ${eventId}`;
  const people: string[] = [];
  for (const employeeId of told.people) people.push(...(await personSection(employeeId, told.views, nameOf)));
  return [...heading(looked), ...people, ...(await tables(told.views)), ''].join('\n');
}

function heading({ story, mid, end }: Looked): readonly string[] {
  return [
    `# ${story.region}: ${story.title.id}`,
    '',
    'Semua orang, unit, dan angka adalah rekaan. Setiap baris bertanda pandangan yang mengatakannya:',
    '',
    `- A: per ${mid}, sebagaimana diketahui pada akhir hari itu`,
    `- B: per ${mid}, sebagaimana diketahui pada akhir cerita`,
    `- C: per ${end}, sebagaimana diketahui pada akhir cerita`,
    '',
    'Di dalam kurung siku: peristiwa yang mengatakannya. JP, poin, dan persen sebagai desimal; `–`: tidak diketahui.',
    '',
    '## Orang',
  ];
}

async function personSection(
  employeeId: string,
  views: ReadonlyMap<string, HistoryAsOf>,
  nameOf: NameOf,
): Promise<readonly string[]> {
  const said = new Map<string, readonly string[]>();
  for (const [letter, asOf] of views) {
    const person = await asOf.person(employeeId);
    said.set(letter, person === undefined ? [] : personLines(person, nameOf));
  }
  const lines = marked(said, (line) => line, topicOf).map(({ marks, said: line }) => `    ${marks} ${line}`);
  return ['', `### ${employeeId}`, '', ...lines];
}

/** What stands before the colon, such as `level M05`. */
function topicOf(line: string): string {
  return line.slice(0, line.indexOf(':'));
}

/** Every read model that tells something of these people on one of the days. */
async function tables(views: ReadonlyMap<string, HistoryAsOf>): Promise<readonly string[]> {
  const told: string[] = [];
  const silent: string[] = [];
  for (const one of peopleReadModels) {
    const model = one as unknown as PeopleReadModel<Needs, TableLine>;
    const lines = new Map<string, readonly TableLine[]>();
    for (const [letter, asOf] of views) lines.set(letter, await allOf(asOf.lines(model)));
    if ([...lines.values()].every(({ length }) => length === 0)) silent.push(model.name);
    else told.push('', `### ${model.name}`, '', model.question.id, '', ...tableText(lines));
  }
  return ['', '## Model baca', ...told, '', `Tanpa baris: ${silent.join(', ')}.`];
}

async function allOf<T>(lines: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
