import type { Generation, ViewTarget } from '@pembinaan/event-sourcing';

/** The rows that are served, and those that are being built beside them or before any are served. */
export async function generationsOf(views: ViewTarget, projection: string): Promise<readonly Generation[]> {
  const found = [await views.active(projection), await views.building(projection)];
  return found.filter((generation) => generation !== undefined);
}

/** The generation that readers are served. */
export async function servedBy(views: ViewTarget, projection: string): Promise<Generation> {
  const served = await views.active(projection);
  if (served === undefined) throw new Error(`No rows of '${projection}' are served.`);
  return served;
}

/** All rows of a generation as text, so that the order of their fields counts too. */
export async function rowsOf(generation: Generation): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, unknown>();
  for await (const page of generation.rows()) for (const [key, row] of page) all.set(key, row);
  return asText(all);
}

export function asText(rows: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  return new Map(
    [...rows].map(([key, row]) => [key, JSON.stringify(row)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
