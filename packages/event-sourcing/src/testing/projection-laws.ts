import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyEventType, DomainEvent } from '../event/event.js';
import { assertPlainJson } from '../json.js';
import { memoryStore } from '../memory-store/memory-store.js';
import { asOf, replay } from '../projection/as-of.js';
import type { Projection } from '../projection/projection.js';
import { projector } from '../projection/projector.js';
import type { EventStore } from '../store/event-store.js';
import { type ArbitraryOverride, arbitraryOf } from './arbitrary-of.js';
import { DEFAULT_START, fixedRuntime } from './fixed-runtime.js';
import { storePast } from './history.js';

export interface ProjectionLawsOptions {
  /** In which streams an event of that type may stand; a few, so that they meet. */
  readonly streams: (type: string) => readonly string[];
  /** Data for parts of schemas: ids from a small set, so that events concern the same rows. */
  readonly override?: ArbitraryOverride;
  /** Events in a history, at most; 30 when absent. */
  readonly maxEvents?: number;
  /** Runs of each law; 30 when absent. */
  readonly runs?: number;
}

/** One event of a random history. */
interface RandomEvent {
  readonly stream: string;
  readonly event: DomainEvent;
  readonly correctsIndex: number | undefined;
}

/**
 * Registers the laws that every projection keeps, as property tests over random histories made from the schemas of its events:
 * rows are plain JSON; a fold is deterministic; what was built in steps, and what was rebuilt, equals a fresh fold; the view as of any
 * position equals the fold of what came before.
 *
 * ```ts
 * describeProjectionLaws('registrations', registrations, { streams: () => ['employee-a', 'employee-b'] });
 * ```
 */
export function describeProjectionLaws<Row>(
  name: string,
  projection: Projection<Row>,
  options: ProjectionLawsOptions,
): void {
  const histories = historiesOf(projection, options);
  const parameters = { numRuns: options.runs ?? 30 };

  describe(`${name} keeps the laws of projections:`, () => {
    it('what was built in steps, and what was rebuilt, equals a fresh fold', async () => {
      await fc.assert(
        fc.asyncProperty(histories, fc.array(fc.nat(30), { maxLength: 4 }), async (history, cuts) => {
          const store = memoryStore({ now: () => DEFAULT_START });
          const built = projector(store, projection);
          const stops = new Set(cuts.map((cut) => cut % (history.length + 1)));
          await fill(store, projection, history, async (index) => {
            if (stops.has(index)) await built.run();
          });
          await built.run();
          const fresh = await replay(store, projection);
          expect(asText(await built.rows())).toEqual(asText(fresh.rows));
          await built.rebuild();
          expect(asText(await built.rows())).toEqual(asText(fresh.rows));
        }),
        parameters,
      );
    });

    it('the view as of any position equals the fold of what came before, and rows are plain JSON', async () => {
      await fc.assert(
        fc.asyncProperty(histories, fc.nat(30), async (history, cut) => {
          const whole = memoryStore({ now: () => DEFAULT_START });
          const prefix = memoryStore({ now: () => DEFAULT_START });
          const size = cut % (history.length + 1);
          await fill(whole, projection, history);
          await fill(prefix, projection, history.slice(0, size));
          const position = await prefix.head();
          if (position === undefined) return;
          const then = await asOf(whole, projection, { position });
          const known = await replay(prefix, projection);
          expect(asText(then.rows)).toEqual(asText(known.rows));
          for (const [key, row] of then.rows) assertPlainJson(row, `row '${key}' of '${projection.name}'`);
        }),
        parameters,
      );
    });
  });
}

function historiesOf(
  projection: Projection<unknown>,
  { streams, override, maxEvents = 30 }: ProjectionLawsOptions,
): fc.Arbitrary<RandomEvent[]> {
  const one = fc.oneof(
    ...projection.events.map((definition) =>
      fc.record({
        stream: fc.constantFrom(...streams(definition.type)),
        event: presentSchema(definition, override).map((data) => ({ type: definition.type, data })),
        correctsIndex: fc.option(fc.nat(maxEvents), { nil: undefined, freq: 4 }),
      }),
    ),
  );
  return fc.array(one, { minLength: 1, maxLength: maxEvents });
}

function presentSchema(definition: AnyEventType, override: ArbitraryOverride | undefined): fc.Arbitrary<unknown> {
  const version = definition.versions.at(-1);
  if (version === undefined) throw new TypeError(`'${definition.type}' has no version.`);
  return arbitraryOf(version.schema, override);
}

/** Stores a history with fixed times; an event corrects an earlier one of its stream where it says so and there is one. */
async function fill(
  store: EventStore,
  projection: Projection<unknown>,
  history: readonly RandomEvent[],
  before: (index: number) => Promise<void> = async () => {},
): Promise<void> {
  const runtime = fixedRuntime();
  const ids = new Map<string, string[]>();
  for (const [index, { stream, event, correctsIndex }] of history.entries()) {
    await before(index);
    const known = ids.get(stream) ?? [];
    const corrected = correctsIndex === undefined ? undefined : known[correctsIndex % Math.max(1, known.length)];
    const details = {
      ...(corrected !== undefined && { corrects: { eventId: corrected, reason: 'law' } }),
    };
    await storePast(
      store,
      stream,
      { event, details },
      { catalog: projection.catalog, runtime, revision: known.length },
    );
    for await (const last of store.read(stream, { backwards: true, limit: 1 })) known.push(last.id);
    ids.set(stream, known);
  }
}

/** Rows as text, so that the order of their fields counts too. */
function asText(rows: ReadonlyMap<string, unknown>): Map<string, string> {
  return new Map([...rows].map(([key, row]) => [key, JSON.stringify(row)]));
}
