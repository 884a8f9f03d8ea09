import { weightOf } from './row-weight.js';
import type { Generation } from './view-target.js';

/** What is assumed of a row that was not weighed yet, before any was. */
const FIRST_GUESS = 1000;

/**
 * The rows of one generation that were used last, as objects that the fold changes in place.
 *
 * It is right as long as nobody else writes the generation, which the checkpoint tells at each commit.
 */
export interface RowCache {
  /** Gets those that are not here yet from the generation, in one go. */
  load(keys: Iterable<string>): Promise<void>;
  /** The row of a key that was loaded; undefined when there is none. */
  get(key: string): unknown;
  /** Takes a row that was changed or is new; undefined removes it. */
  set(key: string, row: unknown): void;
  /** The keys that were set since the last {@link settle}. */
  changed(): ReadonlySet<string>;
  /** Weighs the changed rows; the key of the first that is not plain JSON, if there is one. */
  spoiled(): string | undefined;
  /** About how many characters all rows here have as JSON. */
  weight(): number;
  /** Notes that what changed is stored, and lets rows go until the weight is within that limit. */
  settle(limit: number): void;
  /** Forgets one row, also when it was changed. */
  forget(key: string): void;
  /** Forgets everything, also what was changed. */
  clear(): void;
}

/** @param empty the generation has no rows yet: then nothing has to be asked for until a row was let go */
export function rowCache(generation: Generation, empty: boolean): RowCache {
  const rows = new Map<string, unknown>();
  const weights = new Map<string, number>();
  const changed = new Set<string>();
  let weighed = 0;
  let whole = empty;

  const drop = (key: string): void => {
    rows.delete(key);
    weighed -= weights.get(key) ?? 0;
    weights.delete(key);
    whole = false;
  };
  const average = (): number => (weights.size === 0 ? FIRST_GUESS : weighed / weights.size);

  return {
    async load(keys) {
      if (whole) return;
      const missing = new Set<string>();
      for (const key of keys) if (!rows.has(key)) missing.add(key);
      if (missing.size === 0) return;
      const found = await generation.load([...missing]);
      for (const key of missing) rows.set(key, found.get(key));
    },
    get: (key) => rows.get(key),
    set(key, row) {
      rows.set(key, row);
      changed.add(key);
    },
    changed: () => changed,

    spoiled() {
      for (const key of changed) {
        const row = rows.get(key);
        const weight = row === undefined ? 0 : weightOf(row);
        if (weight === undefined) return key;
        weighed += weight - (weights.get(key) ?? 0);
        weights.set(key, weight);
      }
      return undefined;
    },
    weight: () => weighed + (rows.size - weights.size) * average(),

    settle(limit) {
      if (weighed + (rows.size - weights.size) * average() > limit) {
        for (const key of [...rows.keys()]) if (!changed.has(key)) drop(key);
        if (weighed > limit) for (const key of [...rows.keys()]) drop(key);
      }
      changed.clear();
    },
    forget(key) {
      drop(key);
      changed.delete(key);
    },
    clear() {
      rows.clear();
      weights.clear();
      changed.clear();
      weighed = 0;
      whole = false;
    },
  };
}
