/**
 * A part of a whole on a scale, rounded half up to a whole number: `scaled(1, 3, 10_000)` is 3333 basis points.
 * Null where the whole is nothing, so that no view ever shows a number that is none.
 *
 * @param part 0 or more
 * @param whole 0 or more
 */
export function scaled(part: number, whole: number, scale: number): number | null {
  return whole === 0 ? null : Math.floor((2 * part * scale + whole) / (2 * whole));
}

/** The share in basis points; null of nothing. */
export function share(part: number, whole: number): number | null {
  return scaled(part, whole, 10_000);
}

/** The mean in hundredths; null of nothing. */
export function meanHundredths(values: readonly number[]): number | null {
  return scaled(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
    100,
  );
}
