import fc from 'fast-check';
import { expect } from 'vitest';
import type { EventToAppend } from '../../event/envelope.js';
import type { ExpectedRevision } from '../../store/event-store.js';
import { jsonObject, text } from './arbitrary-json.js';
import { at, collect, collectPages, ids, type Law, newBatch, newEvent, newStream, startingAfter } from './subject.js';

const NOT_PLAIN: readonly (readonly [string, unknown])[] = [
  ['NaN', Number.NaN],
  ['an infinity', Number.POSITIVE_INFINITY],
  ['a negative infinity', Number.NEGATIVE_INFINITY],
  ['an integer beyond 2^53-1', 2 ** 53],
  ['a negative integer beyond 2^53-1', -(2 ** 53)],
  ['negative zero', -0],
  ['undefined', undefined],
  ['half of a surrogate pair', '\ud800'],
  ['the other half of a surrogate pair', 'x\udc00y'],
  ['U+0000', 'a\u0000b'],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a bigint', 1n],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a hole in an array', new Array(1)],
  ['a reserved key', JSON.parse('{"__proto__":1}')],
];

const EVENT = newEvent();

const BAD_EVENTS: readonly (readonly [string, readonly EventToAppend[]])[] = [
  ['no event', []],
  ['an id that is not a UUID', [newEvent({ id: 'event-1' })]],
  ['an id in capitals', [newEvent({ id: crypto.randomUUID().toUpperCase().replace(/^./, 'A') })]],
  ['an empty id', [newEvent({ id: '' })]],
  ['one id twice', [EVENT, newEvent(), EVENT]],
  ['an event of another command', [EVENT, newEvent({ metadata: { ...EVENT.metadata, commandId: 'command-2' } })]],
  ['a type that is not PascalCase', [newEvent({ type: 'thingDone' })]],
  ['a type with a space', [newEvent({ type: 'Thing Done' })]],
  ['a schema version of zero', [newEvent({ schemaVersion: 0 })]],
  ['a schema version that is no integer', [newEvent({ schemaVersion: 1.5 })]],
  ['a local time', [newEvent({ occurredAt: '2026-03-02T08:30:00.000+07:00' })]],
  ['a time without milliseconds', [newEvent({ occurredAt: '2026-03-02T01:30:00Z' })]],
  ['a day that does not exist', [newEvent({ occurredAt: '2026-02-30T01:30:00.000Z' })]],
];

const BAD_STREAMS = [
  '',
  'contract',
  'contract-',
  '-id',
  'Contract-id',
  'con tract-id',
  'contract-with space',
  'contract-with/slash',
  `contract-${'x'.repeat(129)}`,
  '$contract-id',
  'contract-198001012006041001',
  'contract-nip.198001012006041001',
];

/** What is refused before it is sent, and what is stored as it was given. */
export function admissionLaws(law: Law): void {
  for (const [name, value] of NOT_PLAIN) {
    law(`${name} in an event is refused and nothing is written`, async ({ store, log }) => {
      const stream = newStream();
      const metadata = { ...newEvent().metadata, note: value };
      for (const bad of [
        newEvent({ data: { deep: [{ value }] } }),
        newEvent({ data: value }),
        newEvent({ metadata }),
      ]) {
        await expect(store.append(stream, [newEvent(), bad], 'any')).rejects.toMatchObject({ code: 'not-plain-json' });
      }
      expect(await log()).toEqual([]);
      await expect(store.append(stream, newBatch(1), 'none')).resolves.toMatchObject({ revision: 0 });
    });
  }

  for (const [name, events] of BAD_EVENTS) {
    law(`${name} is refused and nothing is written`, async ({ store, log }) => {
      await expect(store.append(newStream(), events, 'any')).rejects.toMatchObject({ code: 'invalid-append' });
      expect(await log()).toEqual([]);
    });
  }

  law('a name that is not one of a stream is refused and nothing is written', async ({ store, log }) => {
    for (const stream of BAD_STREAMS) {
      await expect(store.append(stream, newBatch(1), 'any'), stream).rejects.toMatchObject({ code: 'invalid-append' });
    }
    expect(await log()).toEqual([]);
  });

  law('an expected revision that is none is refused and nothing is written', async ({ store, log }) => {
    const wrong: readonly ExpectedRevision[] = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY];
    for (const expected of wrong) {
      await expect(store.append(newStream(), newBatch(1), expected)).rejects.toMatchObject({ code: 'invalid-append' });
    }
    expect(await log()).toEqual([]);
  });

  law('whatever JSON carries is read as it was given', async ({ store, start }) => {
    let position = start;
    const metadata = fc.record(
      {
        correlationId: text,
        salt: text,
        onBehalfOf: text,
        policyVersion: text,
        roles: fc.array(text),
      },
      { requiredKeys: ['correlationId', 'salt', 'roles'] },
    );
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(fc.tuple(jsonObject, metadata), { minLength: 1, maxLength: 3 }),
        async (commandId, made) => {
          const stream = newStream();
          const batch = made.map(([data, { roles, ...rest }]) =>
            newEvent({
              data,
              metadata: { ...newEvent().metadata, ...rest, commandId, actor: { subjectId: 'subject-1', roles } },
            }),
          );
          await store.append(stream, batch, 'none');
          const given = batch.map(({ id, data, metadata: given }) => ({ id, data, metadata: given }));
          const pick = ({ id, data, metadata: read }: EventToAppend): object => ({ id, data, metadata: read });
          expect((await collect(store.read(stream))).map(pick)).toEqual(given);
          const all = await collectPages(store.readAll(startingAfter(position)));
          expect(all.map(pick)).toEqual(given);
          position = at(all, -1).position;
        },
      ),
      { numRuns: 100 },
    );
  });

  law('values at the edge of JSON are read as they were given', async ({ store }) => {
    const stream = newStream();
    const data = {
      largest: Number.MAX_SAFE_INTEGER,
      smallest: Number.MIN_SAFE_INTEGER,
      tiny: 5e-324,
      largestFraction: 4503599627370495.5,
      fraction: 0.1 + 0.2,
      controls: '\u0001\u001f\u007f\u2028\u2029"\\/',
      beyond: '𝒳 😀 ꦱꦸꦫ ي',
      '': 'empty key',
      'key with "quotes"': null,
      nested: [[[[[{ a: [] }, {}]]]]],
    };
    const scalars = [null, true, 0, '', []].map((value) => newEvent({ data: value }));
    await store.append(stream, [newEvent({ data }), ...scalars], 'none');
    const read = await collect(store.read(stream));
    expect(read.map((event) => event.data)).toEqual([data, ...scalars.map((event) => event.data)]);
  });

  law('a large batch of large events is stored whole', async ({ store, log }) => {
    const batch = newBatch(200, { data: { text: 'ꦱ'.repeat(5000) } });
    await store.append(newStream(), batch, 'none');
    expect(ids(await log())).toEqual(ids(batch));
  });
}
