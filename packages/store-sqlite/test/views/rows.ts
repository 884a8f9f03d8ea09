import { asOf, type EventStore, type Generation, replay } from '@pembinaan/event-sourcing';
import { ledger } from '../children/ledger.mjs';

/** All rows of a generation as text, so that the order of their fields counts too. */
export async function rowsOf(generation: Generation): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, unknown>();
  for await (const page of generation.rows()) for (const [key, row] of page) all.set(key, row);
  return asText(all);
}

/** What a fresh fold of the whole log comes to. */
export async function freshFold(store: EventStore, version = 1): Promise<ReadonlyMap<string, string>> {
  return asText((await replay(store, ledger({ version }))).rows);
}

/** What a fresh fold comes to that ends at the checkpoint of the generation. */
export async function foldUpToCheckpoint(
  store: EventStore,
  generation: Generation,
): Promise<ReadonlyMap<string, string>> {
  const { position } = await generation.checkpoint();
  if (position === undefined) return new Map();
  return asText((await asOf(store, ledger({ version: generation.version }), { position })).rows);
}

function asText(rows: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  return new Map([...rows].map(([key, row]) => [key, JSON.stringify(row)]));
}
