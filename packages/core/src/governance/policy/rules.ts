import type { Rejection } from '@pembinaan/event-sourcing';
import { jpRuleFor } from '../../train/jp-ledger/jp-rule.js';
import { G01 } from '../rules/ground-rules.js';
import type { FigureKey, PolicyFigures } from './figures.js';

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

/** Refuses figures that contradict themselves or each other (G01). */
export function consistent(figures: PolicyFigures): Rejection | undefined {
  return (
    eachOnce(figures) ??
    ascending(figures) ??
    weighed(figures) ??
    pointsAsWeights(figures) ??
    holidaysInTheirYears(figures) ??
    jpRulesWhole(figures)
  );
}

/** What may stand in a list once. Two holidays may fall on one day. */
function eachOnce(figures: PolicyFigures): Rejection | undefined {
  const lists: readonly (readonly [FigureKey, readonly string[]])[] = [
    ['calendar.workweek', figures['calendar.workweek'].value.map(String)],
    ['competency.catalogue', figures['competency.catalogue'].value.map(({ code }) => code)],
    [
      'jp.table',
      figures['jp.table'].value.map(({ form, variant }) => (variant === undefined ? form : `${form}/${variant}`)),
    ],
    ['needs.cycle.steps', figures['needs.cycle.steps'].value.map(({ step }) => step)],
  ];
  for (const [key, items] of lists) {
    const item = items.find((each, index) => items.indexOf(each) !== index);
    if (item !== undefined) return G01.refuse('figureRepeats', { key, item });
  }
  return undefined;
}

/** Bounds that did not rise would leave a band that nothing could ever reach. */
function ascending(figures: PolicyFigures): Rejection | undefined {
  const window = figures['evaluation.l3.window'].value;
  const ikm = figures['ikm.bands'].value;
  const jpm = figures['jpm.bands'].value;
  const ipAsn = figures['ipasn.categories'].value;
  const bounds: readonly (readonly [FigureKey, readonly number[]])[] = [
    ['evaluation.l3.window', [window.from, window.to]],
    ['ikm.bands', [ikm.C, ikm.B, ikm.A]],
    ['jpm.bands', [jpm.fairlyOptimal, jpm.optimal]],
    ['ipasn.categories', [ipAsn.rendah, ipAsn.sedang, ipAsn.tinggi, ipAsn.sangatTinggi]],
  ];
  for (const [key, values] of bounds) {
    const rises = values.every((value, index) => index === 0 || (values[index - 1] ?? value) < value);
    if (!rises) return G01.refuse('figureNotAscending', { key, values });
  }
  return undefined;
}

function weighed(figures: PolicyFigures): Rejection | undefined {
  if (figures['ikm.weights'].value.every((weight) => weight === 0)) {
    return G01.refuse('weightless', { key: 'ikm.weights' });
  }
  const sum = Object.values(figures['ipasn.weights'].value).reduce((total, weight) => total + weight, 0);
  return sum === 100 ? undefined : G01.refuse('weightsNotHundred', { key: 'ipasn.weights', sum });
}

/** The most points of each dimension of IP ASN are its weight: else nobody could reach 100, or somebody could pass it. */
function pointsAsWeights(figures: PolicyFigures): Rejection | undefined {
  const weights = figures['ipasn.weights'].value;
  const { position, pelaksana } = figures['ipasn.competence'].value;
  const most: readonly (readonly [FigureKey, number, number])[] = [
    ['ipasn.qualification', Math.max(...Object.values(figures['ipasn.qualification'].value)), weights.qualification],
    ['ipasn.competence', position.leadershipOrFunctional + position.technical + position.seminar, weights.competence],
    ['ipasn.competence', pelaksana.technical + pelaksana.seminar, weights.competence],
    ['ipasn.performance', Math.max(...Object.values(figures['ipasn.performance'].value)), weights.performance],
    ['ipasn.discipline', Math.max(...Object.values(figures['ipasn.discipline'].value)), weights.discipline],
  ];
  for (const [key, points, weight] of most) {
    if (points !== weight * 100) return G01.refuse('pointsNotWeight', { key, points, weight });
  }
  return undefined;
}

function holidaysInTheirYears({ holidays: { value } }: PolicyFigures): Rejection | undefined {
  const outside = value.days.find(({ date }) => !value.years.some((year) => year === Number(date.slice(0, 4))));
  return outside && G01.refuse('holidayOutside', { date: outside.date });
}

/** Only a programme says its JP itself. */
function jpRulesWhole(figures: PolicyFigures): Rejection | undefined {
  for (const { form, variant, mode } of figures['jp.table'].value) {
    if (mode !== 'program' && jpRuleFor(form, figures, variant)?.value === undefined) {
      return G01.refuse('jpValueMissing', { form, mode });
    }
  }
  return undefined;
}
