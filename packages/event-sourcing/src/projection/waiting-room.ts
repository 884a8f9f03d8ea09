import { EventSourcingError } from '../errors.js';
import type { Lane } from './lane.js';
import type { Projection } from './projection.js';
import { pause } from './turns.js';

/** Where those wait who want to read what was just stored. */
export interface WaitingRoom {
  /** Tells that something was stored or seen, or stopped. */
  announce(): void;
  /**
   * Resolves when all of them have come to that position.
   * @throws EventSourcingError `wait-timeout`; the failure of one that stopped before.
   */
  until(lanes: readonly Lane[], position: string, timeoutMs: number): Promise<void>;
}

/** How often it is looked whether another process has stored something. */
const POLL_MS = 50;

export function waitingRoom(): WaitingRoom {
  const asleep = new Set<() => void>();
  return {
    announce() {
      for (const wake of [...asleep]) wake();
    },

    async until(lanes, position, timeoutMs) {
      const deadline = performance.now() + timeoutMs;
      for (;;) {
        // Asleep before it looks: what is announced while it looks wakes it at once.
        const nap = napIn(asleep, POLL_MS);
        try {
          const late = await firstBehind(lanes, position);
          if (late === undefined) return;
          if (late.hasStopped()) throw late.lastError();
          const left = deadline - performance.now();
          if (left <= 0) throw waitTimeout(late.projection, position, timeoutMs);
          await (left < POLL_MS ? Promise.race([nap.over, pause(left)]) : nap.over);
        } finally {
          nap.end();
        }
      }
    },
  };
}

/** Ends by itself after that time, or when it is woken. */
function napIn(asleep: Set<() => void>, ms: number): { readonly over: Promise<void>; end(): void } {
  let end = (): void => {};
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(() => end(), ms);
    end = () => {
      clearTimeout(timer);
      asleep.delete(end);
      resolve();
    };
    asleep.add(end);
  });
  return { over, end };
}

async function firstBehind(lanes: readonly Lane[], position: string): Promise<Lane | undefined> {
  for (const one of lanes) if (!(await one.hasReached(position))) return one;
  return undefined;
}

function waitTimeout({ name }: Projection<unknown>, position: string, timeoutMs: number): EventSourcingError {
  return new EventSourcingError(
    'wait-timeout',
    `The projection '${name}' did not come to the position in ${timeoutMs} ms.`,
    {
      place: { position, projection: name },
      todo: 'Look at status(): it may not be running, be far behind, or have stopped; or wait longer.',
    },
  );
}
