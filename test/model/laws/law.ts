import type { History, Told } from './history.js';

/** A rule that the log breaks, and where. */
export interface Violation {
  readonly rule: string;
  readonly event: string;
  readonly what: string;
}

/** One rule, asked of a whole log. */
export interface Law {
  readonly rule: string;
  readonly text: string;
  /** What breaks it; nothing for a log that keeps it. */
  broken(history: History): Iterable<Violation>;
}

/** Says where a log breaks a rule. */
export type Complain = (event: Told<unknown>, what: string) => void;

/** A law from its rule, its text, and an examination that complains. */
export function law(rule: string, text: string, examine: (history: History, complain: Complain) => void): Law {
  return {
    rule,
    text,
    broken(history) {
      const found: Violation[] = [];
      examine(history, (event, what) => {
        found.push({ rule, event: `${event.type} ${event.stream} (event ${event.index}, ${event.on})`, what });
      });
      return found;
    },
  };
}

/** Those who stand in both lists. */
export function inBoth(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter((one) => others.includes(one));
}

/** Groups things by a key. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group === undefined) groups.set(keyOf(thing), [thing]);
    else group.push(thing);
  }
  return groups;
}

/** The sum of a figure over things. */
export function sum<T>(things: readonly T[], figure: (thing: T) => number): number {
  return things.reduce((total, thing) => total + figure(thing), 0);
}
