import type { Settings } from './measurement.js';

/** A ratio of two medians, or why there is none. */
export type Ratio =
  | { readonly like: true; readonly value: number }
  | { readonly like: false; readonly differences: readonly string[] };

/** A figure with the conditions under which it was measured. */
export interface Measured {
  readonly median: number;
  readonly settings: Settings;
}

/** Sizes may differ by so much: ids are drawn, and a version has more digits than another. */
const BYTES_TOLERANCE = 0.02;

/**
 * One median over another; refused where the two were not measured alike.
 * @param apart the conditions in which they differ on purpose, such as the driver of another library
 */
export function ratio(one: Measured, other: Measured, apart: readonly (keyof Settings)[] = []): Ratio {
  const differences = keysOf(one.settings)
    .filter((key) => !apart.includes(key) && !alike(key, one.settings, other.settings))
    .map((key) => `${key}: ${one.settings[key]} and ${other.settings[key]}`);
  if (!Number.isFinite(one.median) || !(other.median > 0)) differences.push('no measured value');
  return differences.length === 0 ? { like: true, value: one.median / other.median } : { like: false, differences };
}

/** The ratio as it is printed: `0.83`, or `unlike: synchronous: full and off`. */
export function ratioText(found: Ratio): string {
  if (!found.like) return `unlike: ${found.differences.join('; ')}`;
  return found.value >= 100 ? found.value.toFixed(0) : found.value.toPrecision(3);
}

function alike(key: keyof Settings, one: Settings, other: Settings): boolean {
  if (key !== 'bytes') return one[key] === other[key];
  return Math.abs(one.bytes - other.bytes) <= BYTES_TOLERANCE * Math.max(one.bytes, other.bytes);
}

function keysOf(settings: Settings): readonly (keyof Settings)[] {
  const { driver, synchronous, journal, durable, pattern, events, bytes, callers } = settings;
  const keys = { driver, synchronous, journal, durable, pattern, events, bytes, callers } satisfies Settings;
  return Object.keys(keys).filter((key): key is keyof Settings => key in settings);
}
