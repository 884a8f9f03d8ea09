import fc from 'fast-check';
import { expect } from 'vitest';
import type { EventToAppend } from '../../event/envelope.js';
import { meetsExpectation } from '../../store/conflicts.js';
import type { EventStore, ExpectedRevision, ReadAllOptions, ReadOptions } from '../../store/event-store.js';
import { categoryOf } from '../../store/stream-name.js';
import { at, collect, collectPages, ids, type Law, newEvent, newStream, startingAfter } from './subject.js';

interface ModelEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
}

/** The simplest store that could be right. */
interface Model {
  readonly streams: readonly string[];
  readonly log: ModelEvent[];
  readonly batches: { readonly stream: string; readonly events: readonly EventToAppend[]; readonly first: number }[];
}

/** The store, and where this run began in it. */
interface Real {
  readonly store: EventStore;
  readonly start: string | undefined;
}

const TYPES = ['ThingDone', 'ThingMade', 'ThingSent', 'ThingLost'];

/** Whatever is done in whatever order, the store is as a list is. */
export function modelLaws(law: Law): void {
  law('whatever is appended, retried and read, the store is as a simple model says', async ({ store }) => {
    const commands = fc.commands([append, append, retry, mix, readStream, readAll, readAll], {
      size: 'medium',
      maxCommands: 60,
    });
    await fc.assert(
      fc.asyncProperty(commands, async (chosen) => {
        const start = await store.head();
        await fc.asyncModelRun(
          () => ({
            model: { streams: [newStream(), newStream(), newStream('other')], log: [], batches: [] },
            real: { store, start },
          }),
          chosen,
        );
      }),
      { numRuns: 40 },
    );
  });
}

type Step = fc.AsyncCommand<Model, Real>;

const streamIndex = fc.nat({ max: 2 });

const append: fc.Arbitrary<Step> = fc
  .record({
    stream: streamIndex,
    types: fc.array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 4 }),
    expected: fc.oneof(
      fc.constantFrom<ExpectedRevision>('none', 'exists', 'any', 'any'),
      fc.record({ off: fc.constantFrom(0, 0, 0, -1, 1) }),
    ),
  })
  .map(({ stream, types, expected }) =>
    step(`append ${types.length} to ${stream}, ${JSON.stringify(expected)}`, async (model, { store }) => {
      const name = at(model.streams, stream);
      const actual = lastRevision(model, name);
      const stated = typeof expected === 'object' ? Math.max(0, actual + expected.off) : expected;
      const events = types.map((type) => newEvent({ type }));
      const appending = store.append(name, events, stated);
      if (!meetsExpectation(actual, stated)) {
        await expect(appending).rejects.toMatchObject({ code: 'version-conflict', place: { revision: actual } });
        return;
      }
      expect(await appending).toMatchObject({
        firstRevision: actual + 1,
        revision: actual + events.length,
        repeated: false,
      });
      model.batches.push({ stream: name, events, first: actual + 1 });
      for (const [index, { id, type }] of events.entries()) {
        model.log.push({ id, stream: name, revision: actual + 1 + index, type });
      }
    }),
  );

const retry: fc.Arbitrary<Step> = fc
  .record({ pick: fc.nat(), expected: fc.constantFrom<ExpectedRevision>('none', 'exists', 'any', 0, 3) })
  .map(({ pick, expected }) =>
    step(`retry batch ${pick}, ${expected}`, async (model, { store }) => {
      const batch = model.batches.at(pick % Math.max(1, model.batches.length));
      if (batch === undefined) return;
      expect(await store.append(batch.stream, batch.events, expected)).toMatchObject({
        firstRevision: batch.first,
        revision: batch.first + batch.events.length - 1,
        repeated: true,
      });
    }),
  );

const mix: fc.Arbitrary<Step> = fc
  .record({ pick: fc.nat(), stream: streamIndex, before: fc.boolean() })
  .map(({ pick, stream, before }) =>
    step(`mix batch ${pick} with new events on ${stream}`, async (model, { store }) => {
      if (!store.capabilities.uniqueEventIds) return;
      const batch = model.batches.at(pick % Math.max(1, model.batches.length));
      if (batch === undefined) return;
      const mixed = before ? [newEvent(), ...batch.events] : [...batch.events, newEvent()];
      await expect(store.append(at(model.streams, stream), mixed, 'any')).rejects.toMatchObject({
        code: 'duplicate-event',
      });
    }),
  );

const range: fc.Arbitrary<ReadOptions> = fc.record(
  { from: fc.nat({ max: 12 }), to: fc.nat({ max: 12 }), limit: fc.nat({ max: 9 }), backwards: fc.boolean() },
  { requiredKeys: [] },
);

const readStream: fc.Arbitrary<Step> = fc.record({ stream: streamIndex, options: range }).map(({ stream, options }) =>
  step(`read ${stream} ${JSON.stringify(options)}`, async (model, { store }) => {
    const name = at(model.streams, stream);
    const { from = 0, to = Number.POSITIVE_INFINITY, limit = Number.POSITIVE_INFINITY, backwards = false } = options;
    const events = model.log.filter((e) => e.stream === name && e.revision >= from && e.revision <= to);
    const wanted = (backwards ? events.toReversed() : events).slice(0, limit);
    const read = await collect(store.read(name, options));
    expect(read.map(({ id, revision, type }) => ({ id, stream: name, revision, type }))).toEqual(wanted);
  }),
);

const readAll: fc.Arbitrary<Step> = fc
  .record(
    {
      after: fc.nat({ max: 40 }),
      until: fc.nat({ max: 40 }),
      types: fc.subarray(TYPES),
      categories: fc.subarray(['contract', 'other']),
      limit: fc.nat({ max: 30 }),
    },
    { requiredKeys: [] },
  )
  .map(({ after, until, types, categories, limit }) =>
    step(`read all ${JSON.stringify({ after, until, types, categories, limit })}`, async (model, { store, start }) => {
      const stored = await collectPages(store.readAll(startingAfter(start)));
      expect(ids(stored)).toEqual(ids(model.log));
      const [low, high] = [
        after === undefined ? undefined : stored.at(after),
        until === undefined ? undefined : stored.at(until),
      ];
      const options: ReadAllOptions = {
        ...startingAfter(low?.position ?? start),
        ...(high !== undefined && { until: high.position }),
        ...(types !== undefined && { types }),
        ...(categories !== undefined && { categories }),
        ...(limit !== undefined && { limit }),
      };
      const wanted = model.log
        .slice(low === undefined ? 0 : (after ?? 0) + 1, high === undefined ? undefined : (until ?? 0) + 1)
        .filter((e) => types === undefined || types.includes(e.type))
        .filter((e) => categories === undefined || categories.includes(categoryOf(e.stream)))
        .slice(0, limit);
      expect(ids(await collectPages(store.readAll(options)))).toEqual(ids(wanted));
    }),
  );

function step(name: string, run: (model: Model, real: Real) => Promise<void>): Step {
  return { check: () => true, run, toString: () => name };
}

function lastRevision(model: Model, stream: string): number {
  return model.log.filter((event) => event.stream === stream).length - 1;
}
