const DIGITS = 16;

/** A position as text that sorts: the number with leading zeros. For stores that count their positions. */
export function formatPosition(value: number): string {
  return String(value).padStart(DIGITS, '0');
}

/** The number behind a counted position. */
export function parsePosition(position: string): number {
  const value = /^\d{16}$/.test(position) ? Number(position) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw new RangeError(`'${position}' is not a position of this store.`);
  return value;
}
