import type { Rejection } from '@pembinaan/event-sourcing';
import { G01 } from '../rules/ground-rules.js';
import type { PolicyFigures } from './figures.js';

/** Refuses figures by which no day could be told: a time zone that is not in the IANA database (G01). */
export function tellsDays(figures: PolicyFigures): Rejection | undefined {
  const { value } = figures['calendar.timeZone'];
  return isTimeZone(value) ? undefined : G01.refuse('unknownTimeZone', {});
}

/** Newer engines take offsets such as `+07:00` too; those know no changes of the law, so that a name is asked for. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-CA', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
