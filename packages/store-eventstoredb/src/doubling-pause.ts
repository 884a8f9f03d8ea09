const FIRST_MS = 25;
const LONGEST_MS = 2000;

/** Pauses between tries: each twice as long as the one before, up to two seconds, and shifted at random so that writers part. */
export interface DoublingPause {
  /** Resolves after the pause, or when the signal aborts. */
  wait(signal: AbortSignal): Promise<void>;
  /** Milliseconds of the next pause; the one after it is longer. */
  next(): number;
  /** Begins again with the shortest. */
  reset(): void;
}

export function doublingPause(): DoublingPause {
  let ms = FIRST_MS;
  const next = (): number => {
    const pause = ms * (0.5 + Math.random() / 2);
    ms = Math.min(ms * 2, LONGEST_MS);
    return pause;
  };
  return {
    next,
    reset() {
      ms = FIRST_MS;
    },
    wait: (signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, next());
        signal.addEventListener('abort', wake, { once: true });
        if (signal.aborted) wake();
      }),
  };
}
