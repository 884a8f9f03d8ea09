import { EventSourcingError } from '../errors.js';
import type { Runtime } from '../handling/runtime.js';
import { type Instant, isInstant } from '../instant.js';

export interface FixedRuntimeOptions {
  /** What the clock shows first; 2026-06-01T00:00:00.000Z when absent. */
  readonly start?: Instant;
  /** By how much the clock moves each time it is read; not at all when absent. */
  readonly stepMs?: number;
  /** What ids begin with, and what the salts depend on; `id` when absent. */
  readonly prefix?: string;
}

/** A runtime that comes out the same at every run, with a clock that can be set. */
export interface FixedRuntime extends Runtime {
  /**
   * Sets the clock, forwards or backwards.
   * @throws EventSourcingError `invalid-context` for what is not an instant.
   */
  set(instant: Instant): void;
}

/** The clock at which tests begin. */
export const DEFAULT_START: Instant = '2026-06-01T00:00:00.000Z';

/**
 * A clock, ids and salts that are the same at every run, so that a run is reproducible byte for byte.
 *
 * ```ts
 * const runtime = fixedRuntime({ start: '2026-03-02T01:00:00.000Z', stepMs: 1000, prefix: 'demo' });
 * const store = memoryStore({ now: runtime.now });
 * runtime.newId(); // demo-1
 * ```
 *
 * Never use it for real records: its salts can be guessed.
 *
 * @throws EventSourcingError `invalid-context` for a start that is not an instant.
 */
export function fixedRuntime(options: FixedRuntimeOptions = {}): FixedRuntime {
  const { start = DEFAULT_START, stepMs = 0, prefix = 'id' } = options;
  let time = timeOf(start);
  let ids = 0;
  const random = xorshift(seedOf(prefix));
  return {
    now() {
      const shown = new Date(time).toISOString();
      time += stepMs;
      return shown;
    },
    newId: () => `${prefix}-${++ids}`,
    salt: () => base64url(Array.from({ length: 16 }, () => random() & 0xff)),
    set(instant) {
      time = timeOf(instant);
    },
  };
}

function timeOf(instant: Instant): number {
  if (isInstant(instant)) return Date.parse(instant);
  throw new EventSourcingError('invalid-context', `'${instant}' is not an instant.`, {
    todo: 'Write it in UTC as 2026-03-02T01:30:00.000Z.',
  });
}

/** FNV-1a, 32 bits; never 0, with which a xorshift would stand still. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}

/** Marsaglia's xorshift, 32 bits: enough to look random, and always the same. */
function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 8;
  };
}

function base64url(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
