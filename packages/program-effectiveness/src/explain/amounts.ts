import type { Bilingual } from '@pembinaan/event-sourcing';
import type { Measurement } from '../surroundings/service-history.js';

/** A figure of a service: seconds for speeds, basis points as a percentage for rates; `signed` for changes, of rates in percentage points. */
export function figureWords(metric: Measurement['metric'], value: number, signed?: 'signed'): Bilingual {
  const sign = signed === undefined || value <= 0 ? '' : '+';
  if (metric === 'error' || metric === 'rework') {
    const points = decimals(value / 100, 2);
    return signed === undefined
      ? percentage(value)
      : { en: `${sign}${points.en} percentage points`, id: `${sign}${points.id} poin persentase` };
  }
  const seconds = decimals(value, 1);
  return { en: `${sign}${seconds.en} seconds`, id: `${sign}${seconds.id} detik` };
}

/** Basis points as a percentage with two decimals, `12.25%`; Indonesian writes a comma. */
export function percentage(basisPoints: number): Bilingual {
  const { en, id } = decimals(basisPoints / 100, 2);
  return { en: `${en}%`, id: `${id}%` };
}

/** Hundredths with as many decimals as needed, `3.75`. */
export function inHundredths(hundredths: number): Bilingual {
  return decimals(hundredths / 100, 2);
}

/** At most so many decimals, without zeros at the end. */
function decimals(value: number, most: number): Bilingual {
  const en = String(Number(value.toFixed(most)) + 0);
  return { en, id: en.replace('.', ',') };
}
