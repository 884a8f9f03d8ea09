import { catalogue, pembinaan } from '@pembinaan/core';
import type { AnyEventType, RecordedEvent } from '@pembinaan/event-sourcing';
import * as z from 'zod';

/** The parts of the catalogue, by the numbers of their events. */
const parts = [
  { title: 'Plan', from: 1, to: 21 },
  { title: 'Train', from: 22, to: 41 },
  { title: 'Mentor', from: 42, to: 52 },
  { title: 'Evaluate', from: 53, to: 62 },
  { title: 'Revise', from: 63, to: 71 },
  { title: 'People, partners, public voice, governance', from: 72, to: 90 },
] as const;

/** The page on all events: what each tells, in which stream, with which fields, and one of them from the stories. */
export function eventsPage(examples: ReadonlyMap<string, RecordedEvent>): string {
  const numbered = (event: AnyEventType): number => event.about?.number ?? 0;
  const sorted = [...catalogue].sort((a, b) => numbered(a) - numbered(b));
  const beyond = sorted.filter((event) => numbered(event) === 0);
  return [
    '# Events',
    '',
    `All ${sorted.length - beyond.length} events of the catalogue, and ${beyond.length} more. This page is made from the code and from the five stories;`,
    '`npm run pages` makes it anew, and a test fails when it is stale. JP, scores and levels of',
    'indices are hundredths, shares basis points, money whole rupiah, times seconds or minutes: integers everywhere.',
    '',
    ...parts.flatMap(({ title, from, to }) =>
      section(
        title,
        sorted.filter((e) => numbered(e) >= from && numbered(e) <= to),
        examples,
      ),
    ),
    ...section('Beyond the ninety', beyond, examples),
  ].join('\n');
}

function section(
  title: string,
  events: readonly AnyEventType[],
  examples: ReadonlyMap<string, RecordedEvent>,
): string[] {
  return [`## ${title}`, '', ...events.flatMap((event) => entry(event, examples.get(event.type)))];
}

function entry(event: AnyEventType, example: RecordedEvent | undefined): string[] {
  const { about } = event;
  const number = about?.number === undefined ? '' : `${about.number}. `;
  return [
    `### ${number}${event.type}`,
    '',
    `${about?.en ?? ''}`,
    '',
    `_${about?.id ?? ''}_`,
    '',
    `- Stream: \`${categoryOf(event)}\`. Version ${event.version}.${event.identity === undefined ? '' : ' A wrong one is corrected by a later one about the same thing.'}`,
    `- Basis: ${about?.basis ?? ''}`,
    `- Fields: ${fieldsOf(event)}`,
    '',
    ...(example === undefined
      ? []
      : [
          '```json',
          JSON.stringify({ stream: example.stream, occurredAt: example.occurredAt, data: example.data }, null, 1),
          '```',
          '',
        ]),
  ];
}

function categoryOf(event: AnyEventType): string {
  return pembinaan.deciders.find((decider) => decider.events.some(({ type }) => type === event.type))?.category ?? '';
}

/** The fields of the payload; those that may be absent with a question mark. */
function fieldsOf(event: AnyEventType): string {
  const schema = z.toJSONSchema(event.versions.at(-1)?.schema ?? z.unknown(), { unrepresentable: 'any', io: 'output' });
  const required = new Set(schema.required ?? []);
  return Object.keys(schema.properties ?? {})
    .map((name) => `\`${name}${required.has(name) ? '' : '?'}\``)
    .join(', ');
}
