import { nanoid } from 'nanoid';
import type { Instant } from '../instant.js';

/** The three things that are different at every run: the time, new ids, and chance. Hand in fixed ones for a reproducible run. */
export interface Runtime {
  now(): Instant;
  newId(): string;
  /** 128 random bits as 22 characters of base64url. */
  salt(): string;
}

/** The clock, the ids and the randomness of this machine. */
export const systemRuntime: Runtime = {
  now: () => new Date().toISOString(),
  newId: () => nanoid(),
  salt: () => {
    const bytes = randomBytes(16);
    return btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  },
};

/** Asking for chance costs the same for a little as for much, so that much is asked for at once; no byte is given out twice. */
const pool = new Uint8Array(4096);
let used = pool.length;

function randomBytes(count: number): Uint8Array {
  if (used + count > pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
}
