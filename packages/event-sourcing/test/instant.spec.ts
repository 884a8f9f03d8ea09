import { isInstant } from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('an instant', () => {
  it.each([
    '2026-03-02T01:30:00.000Z',
    '2024-02-29T23:59:59.999Z',
    '2000-02-29T00:00:00.000Z',
    '2026-12-31T00:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
  ])('%s is one', (text) => {
    expect(isInstant(text)).toBe(true);
  });

  it.each([
    ['a day that its month does not have', '2026-02-30T01:30:00.000Z'],
    ['a leap day in a year without one', '1900-02-29T00:00:00.000Z'],
    ['the 31st of April', '2026-04-31T00:00:00.000Z'],
    ['a day of zero', '2026-04-00T00:00:00.000Z'],
    ['a month of thirteen', '2026-13-01T00:00:00.000Z'],
    ['the hour 24', '2026-03-02T24:00:00.000Z'],
    ['a leap second', '2016-12-31T23:59:60.000Z'],
    ['a local time', '2026-03-02T08:30:00.000+07:00'],
    ['no milliseconds', '2026-03-02T01:30:00Z'],
    ['a line after it', '2026-03-02T01:30:00.000Z\n'],
    ['a number', 1],
  ])('%s is none', (_, value) => {
    expect(isInstant(value)).toBe(false);
  });

  it('is what the clock writes, and nothing else is', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
    const likely = fc
      .tuple(digits(4), digits(2), digits(2), digits(2), digits(2), digits(2), digits(3))
      .map(([y, mo, d, h, mi, s, ms]) => `${y}-${mo}-${d}T${h}:${mi}:${s}.${ms}Z`);
    const real = fc
      .date({
        noInvalidDate: true,
        min: new Date('0000-01-01T00:00:00.000Z'),
        max: new Date('9999-12-31T23:59:59.999Z'),
      })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.oneof(likely, real), (text) => {
        const time = Date.parse(text);
        expect(isInstant(text)).toBe(!Number.isNaN(time) && new Date(time).toISOString() === text);
      }),
      { numRuns: 2000 },
    );
  });
});
