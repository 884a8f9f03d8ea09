import { isDeepStrictEqual } from 'node:util';
import type { EventStore, RecordedEvent } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { entries } from './programs/entries.mjs';

const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('sending'), batch: z.string(), stream: z.string(), size: z.int() }),
  z.object({
    kind: z.literal('stored'),
    batch: z.string(),
    firstRevision: z.int(),
    positions: z.array(z.string()),
  }),
  z.object({ kind: z.literal('seen'), position: z.string() }),
]);

/** A batch that was sent, and perhaps stored. */
export interface Sent {
  readonly batch: string;
  readonly stream: string;
  readonly size: number;
}

/** Knows what writers sent and what was acknowledged to them, and holds the log against it. */
export interface BookKeeper {
  /** Takes in what a writer told. */
  hear(told: readonly unknown[]): void;
  /** What was sent and not acknowledged. */
  unanswered(): readonly Sent[];
  /** Of the batches that were sent last, so many that were acknowledged: whoever lost the answer sends them again. */
  answered(count: number): readonly Sent[];
  acknowledged(): number;
  /** The farthest position that somebody saw in a view. */
  seen(): string;
  /**
   * Reads what the log holds beyond what was read before, and says all that is wrong with it: batches that are not whole, that were
   * never sent, that are there twice or have other content; gaps; acknowledged batches that are missing or elsewhere.
   */
  examine(store: EventStore): Promise<readonly string[]>;
  /** The events that were read. */
  readonly log: readonly RecordedEvent[];
}

/** A fresh one; `from` knows what another one heard, and has read nothing. */
export function bookKeeper(): BookKeeper & { afresh(): BookKeeper } {
  return keeper(new Map(), new Map(), { position: '' });
}

interface Answer {
  readonly firstRevision: number;
  readonly positions: readonly string[];
}

function keeper(
  sent: Map<string, Sent>,
  answers: Map<string, Answer>,
  farthest: { position: string },
): BookKeeper & { afresh(): BookKeeper } {
  const log: RecordedEvent[] = [];
  const found = new Map<string, Answer & { readonly stream: string }>();
  const revisions = new Map<string, number>();
  const unchecked = new Set(answers.keys());

  return {
    log,
    afresh: () => keeper(sent, answers, farthest),

    hear(told) {
      for (const line of told) {
        const message = Told.parse(line);
        if (message.kind === 'sending') sent.set(message.batch, message);
        if (message.kind === 'stored') {
          answers.set(message.batch, message);
          unchecked.add(message.batch);
        }
        if (message.kind === 'seen' && message.position > farthest.position) farthest.position = message.position;
      }
    },

    unanswered: () => [...sent.values()].filter(({ batch }) => !answers.has(batch)),
    answered: (count) =>
      [...sent.values()]
        .slice(-5 * count)
        .filter(({ batch }) => answers.has(batch))
        .slice(-count),
    acknowledged: () => answers.size,
    seen: () => farthest.position,

    async examine(store) {
      const wrong: string[] = [];
      const after = log.at(-1)?.position;
      const fresh: RecordedEvent[] = [];
      for await (const page of store.readAll(after === undefined ? {} : { after })) fresh.push(...page);

      for (let start = 0; start < fresh.length; ) {
        const first = fresh[start];
        if (first === undefined) break;
        const { commandId: batch } = first.metadata;
        const known = sent.get(batch);
        if (known === undefined) {
          wrong.push(`${first.position}: nobody sent the batch ${batch}`);
          break;
        }
        if (found.has(batch)) wrong.push(`${first.position}: the batch ${batch} is there twice`);
        const firstRevision = (revisions.get(known.stream) ?? -1) + 1;
        const expected = entries(batch, known.size);
        const stored = fresh.slice(start, start + known.size);
        for (const [index, entry] of expected.entries()) {
          const place = { stream: known.stream, revision: firstRevision + index };
          wrong.push(...differences(stored[index], { ...entry, ...place }));
        }
        found.set(batch, { stream: known.stream, firstRevision, positions: stored.map(({ position }) => position) });
        revisions.set(known.stream, firstRevision + known.size - 1);
        start += known.size;
      }
      for (let index = 1; index < fresh.length; index++) {
        if ((fresh[index]?.position ?? '') <= (fresh[index - 1]?.position ?? '')) wrong.push('positions go back');
      }
      log.push(...fresh);

      for (const batch of unchecked) {
        const { firstRevision, positions } = answers.get(batch) ?? { firstRevision: -1, positions: [] };
        const there = found.get(batch);
        if (there === undefined) wrong.push(`the acknowledged batch ${batch} is lost`);
        else if (there.firstRevision !== firstRevision || !isDeepStrictEqual(there.positions, positions)) {
          wrong.push(`the acknowledged batch ${batch} is elsewhere`);
        }
      }
      unchecked.clear();
      return wrong;
    },
  };
}

function differences(stored: RecordedEvent | undefined, expected: Partial<RecordedEvent>): readonly string[] {
  if (stored === undefined) return [`the batch ${expected.metadata?.commandId} is not whole`];
  const other = Object.entries(expected).filter(
    ([field, value]) => !isDeepStrictEqual(Reflect.get(stored, field), value),
  );
  return other.map(([field]) => `${stored.position}: ${field} of the batch ${expected.metadata?.commandId} is another`);
}
