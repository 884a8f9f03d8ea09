import type { EventStore } from '../store/event-store.js';

/** A turn among the decisions of this process that rest on views over many streams. */
export interface Turn {
  /** Waits until it is this decision's turn; at once when it has it already. */
  take(): Promise<void>;
  /** Lets the next one go on. */
  release(): void;
}

const last = new WeakMap<EventStore, Promise<void>>();

/**
 * A turn for one decision on a store. The append itself refuses a decision whose view has moved; taking turns spares the decisions of one
 * process from refusing each other.
 */
export function turnOf(store: EventStore): Turn {
  let finish: (() => void) | undefined;
  return {
    async take() {
      if (finish !== undefined) return;
      const before = last.get(store) ?? Promise.resolve();
      const mine = new Promise<void>((resolve) => {
        finish = resolve;
      });
      last.set(
        store,
        before.then(() => mine),
      );
      await before;
    },
    release() {
      finish?.();
      finish = undefined;
    },
  };
}
