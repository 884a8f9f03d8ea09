/** Lets one loop wait until something happens. A ring while nobody waits is kept for the next who does. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, or after so many milliseconds. */
  heard(withinMs: number): Promise<void>;
}

export function bell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    heard: (withinMs) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          rung = false;
          wake = undefined;
          resolve();
        };
        const timer = setTimeout(end, withinMs);
        wake = end;
        if (rung) end();
      }),
  };
}
