import type { ScorePair, UnitSeries } from '../../src/designs/index.js';

/** Numbers by chance, the same for the same seed on every machine. */
export interface Chance {
  /** From 0 to below 1. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
}

/** How the figures spread around their mean; both with mean 0 and standard deviation 1. */
export type Shape = 'normal' | 'logNormal';

export function chance(seed: number): Chance {
  let state = seed | 0;
  const uniform = (): number => {
    // A Weyl sequence through the finaliser of MurmurHash3.
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}

export function drawn(by: Chance, shape: Shape): number {
  if (shape === 'normal') return by.normal();
  return (Math.exp(by.normal()) - Math.exp(0.5)) / Math.sqrt((Math.E - 1) * Math.E);
}

export interface PeopleOptions {
  readonly n: number;
  readonly shape?: Shape;
  /** How much more the scores after spread than those of others. */
  readonly spread?: number;
  /** By how much everybody is abler, in standard deviations of a test. */
  readonly ability?: number;
  readonly effect?: number;
}

/** People whose score is what they can (sd 0.8) and what the day brought (sd 0.6): a test of standard deviation 1 and reliability 0.64. */
export function people(by: Chance, options: PeopleOptions): { readonly pre: number; readonly post: number }[] {
  const { n, shape = 'normal', spread = 1, ability = 0, effect = 0 } = options;
  return times(n, () => {
    const can = ability + 0.8 * by.normal();
    return { pre: can + 0.6 * by.normal(), post: can + effect + 0.6 * spread * drawn(by, shape) };
  });
}

/** Everybody but the share that did worst after, whose score after is not known. */
export function withoutTheWeak(
  group: readonly { readonly pre: number; readonly post: number }[],
  share: number,
): ScorePair[] {
  const lost = Math.round(share * group.length);
  const gains = group.map(({ pre, post }) => post - pre).sort((a, b) => a - b);
  const floor = gains[lost] ?? Number.POSITIVE_INFINITY;
  return group.map(({ pre, post }) => ({ pre, post: post - pre < floor ? null : post }));
}

export interface UnitsOptions {
  readonly n: number;
  readonly before: number;
  readonly after: number;
  readonly shape?: Shape;
  /** How much more the periods of these units spread than those of others. */
  readonly spread?: number;
  readonly effect?: number;
  /** By how much the figures rise every period, before and after. */
  readonly trend?: number;
}

/** Units whose periods spread by 1 around a mean of their own, which spreads by 1.5 between units. */
export function units(by: Chance, options: UnitsOptions): UnitSeries[] {
  const { n, before, after, shape = 'normal', spread = 1, effect = 0, trend = 0 } = options;
  return times(n, () => {
    const level = 1.5 * by.normal();
    const periods = times(before + after, (at) => level + trend * at + spread * drawn(by, shape));
    return { before: periods.slice(0, before), after: periods.slice(before).map((value) => value + effect) };
  });
}

/** A series of standard deviation 1 that follows its predecessor by `phi`; at 1 a random walk of steps of 1. */
export function series(by: Chance, n: number, phi: number): number[] {
  const step = phi === 1 ? 1 : Math.sqrt(1 - phi * phi);
  let value = by.normal();
  return times(n, () => {
    const now = value;
    value = phi * value + step * by.normal();
    return now;
  });
}

export function times<T>(n: number, make: (at: number) => T): T[] {
  return Array.from({ length: n }, (_, at) => make(at));
}

/** The share, in per cent, of programmes of which something holds. */
export function percentOf<T>(programmes: readonly T[], holds: (programme: T) => boolean): number {
  return (100 * programmes.filter(holds).length) / programmes.length;
}
