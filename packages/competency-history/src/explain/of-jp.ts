import { developmentForms, formatJp, sourceKey, yearOf } from '@pembinaan/core';
import { creditsOf, sumOf } from '../records/jp-records.js';
import { againstMinimum } from '../views/jp-compliance.js';
import type { Step } from './explanation.js';
import { entriesOf, type Facts, type KnownOf } from './facts.js';
import { registrationSteps } from './of-service.js';
import {
  arithmeticStep,
  corrected,
  eventStep,
  figureSteps,
  missingStep,
  notStanding,
  type Obstacle,
  replacedBy,
  reversed,
  ruleStep,
} from './steps.js';
import { capWords } from './words.js';

export type Credited = KnownOf<'JpCredited'>;

/** JP hundredths of the calendar year up to the day, before and after the caps. */
export function jpOn({ jp, on }: Facts): { readonly raw: number; readonly credited: number } {
  const credits = creditsOf(jp, yearOf(on), on);
  return {
    raw: sumOf(credits, ({ jpRaw }) => jpRaw),
    credited: sumOf(credits, ({ jpCredited }) => jpCredited),
  };
}

/** How the JP of the calendar year came about (R22) and, for a PNS, how they stand to the minimum. */
export function jpSteps(facts: Facts): readonly Step[] {
  const year = yearOf(facts.on);
  const credits = creditsInYear(facts);
  const { raw, credited } = jpOn(facts);
  const none =
    credits.length === 0
      ? [missingStep('credits', `No JP were credited in ${year}.`, `Belum ada JP yang dikreditkan pada ${year}.`)]
      : [];
  return [
    ...registrationSteps(facts),
    ruleStep('R22'),
    ...credits.map((entry) => eventStep(entry, creditTells(entry), creditObstacle(entry, facts))),
    ...none,
    arithmeticStep(
      {
        en: `Credited in ${year} up to ${facts.on}: ${formatJp(credited)} JP.`,
        id: `Dikreditkan pada ${year} sampai ${facts.on}: ${formatJp(credited)} JP.`,
      },
      credits
        .filter((entry) => notStanding(entry, facts) === undefined && isInRecord(entry, facts))
        .map(({ data }) => ({ name: sourceKey(data.source), value: data.jpCredited })),
      credited,
    ),
    arithmeticStep(
      {
        en: `Before the caps it was ${formatJp(raw)} JP: the caps took ${formatJp(raw - credited)} JP.`,
        id: `Sebelum batas diterapkan jumlahnya ${formatJp(raw)} JP: batas memotong ${formatJp(raw - credited)} JP.`,
      },
      [
        { name: 'raw', value: raw },
        { name: 'credited', value: credited },
      ],
      raw - credited,
    ),
    ...minimumSteps(facts),
  ];
}

function minimumSteps(facts: Facts): readonly Step[] {
  if (facts.service?.kind !== 'pns') return [];
  const { employeeId, jp, policy, on } = facts;
  const { credited, limit, left } = againstMinimum({ unitId: null, employeeId }, jp, policy, on);
  const figure = figureSteps(facts, 'jp.minimum.pns.year', {
    en: `${formatJp(limit ?? 0)} JP in a calendar year, a target that blocks nothing`,
    id: `${formatJp(limit ?? 0)} JP per tahun kalender, sebagai target yang tidak menghalangi apa pun`,
  });
  if (limit === null || left === null) return figure;
  const outcome =
    left > 0
      ? { en: `${formatJp(left)} JP are still missing`, id: `masih kurang ${formatJp(left)} JP` }
      : { en: 'the minimum is reached', id: 'minimum tercapai' };
  return [
    ...figure,
    arithmeticStep(
      {
        en: `${formatJp(credited ?? 0)} JP against ${formatJp(limit)} JP: ${outcome.en}.`,
        id: `${formatJp(credited ?? 0)} JP terhadap ${formatJp(limit)} JP: ${outcome.id}.`,
      },
      [
        { name: 'jp.minimum.pns.year', value: limit },
        { name: 'credited', value: credited },
      ],
      left,
    ),
  ];
}

/** The credits in the ledger of the year, as they were known. */
export function creditsInYear(facts: Facts): readonly Credited[] {
  const year = yearOf(facts.on);
  return entriesOf(facts, 'JpCredited').filter(({ data }) => data.year === year);
}

/** What a credit tells. */
export function creditTells({ corrects, data }: Credited) {
  const { form, activityDate, jpRaw, jpCredited, source } = data;
  if (jpRaw === 0 && jpCredited === 0 && corrects !== undefined) {
    return {
      en: `The JP of ${sourceKey(source)} were taken back (${corrects.reason})`,
      id: `JP dari ${sourceKey(source)} ditarik kembali (${corrects.reason})`,
    };
  }
  const { en, id } = developmentForms[form];
  const earned = {
    en: `${en} (${form}, ${sourceKey(source)}) on ${activityDate}`,
    id: `${id} (${form}, ${sourceKey(source)}) tanggal ${activityDate}`,
  };
  if (jpCredited === 0 && jpRaw > 0) {
    return {
      en: `${earned.en}: ${formatJp(jpRaw)} JP before the cap`,
      id: `${earned.id}: ${formatJp(jpRaw)} JP sebelum batas diterapkan`,
    };
  }
  const cut =
    jpCredited < jpRaw
      ? {
          en: ` of ${formatJp(jpRaw)} JP; ${capWords(data.capApplied ?? null).en} took the rest`,
          id: ` dari ${formatJp(jpRaw)} JP; ${capWords(data.capApplied ?? null).id} memotong selebihnya`,
        }
      : { en: ' JP', id: ' JP' };
  return {
    en: `${earned.en}: credited ${formatJp(jpCredited)}${cut.en}`,
    id: `${earned.id}: dikreditkan ${formatJp(jpCredited)}${cut.id}`,
  };
}

/** What keeps a credit of the year from counting; undefined where it counts, also where it takes something back. */
export function creditObstacle(entry: Credited, facts: Facts): Obstacle | undefined {
  const { correctedBy, data } = entry;
  if (correctedBy !== null) return isReversal(correctedBy.data) ? reversed(correctedBy) : corrected(correctedBy);
  const standing = notStanding(entry, facts);
  if (standing !== undefined) return standing;
  if (!isInRecord(entry, facts)) {
    const recorded = facts.jp?.credits[placeOf(entry)]?.eventId;
    return replacedBy(entriesOf(facts, 'JpCredited').find(({ eventId }) => eventId === recorded));
  }
  if (data.jpCredited > 0 || data.jpRaw === 0) return undefined;
  const cap = capWords(data.capApplied ?? null);
  return { reason: 'cap', why: { en: `${cap.en} took all of it (R22)`, id: `seluruhnya terpotong ${cap.id} (R22)` } };
}

function isReversal(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'jpRaw' in data && data.jpRaw === 0;
}

/** Of a source the credit that was recorded last stands in the record. */
function isInRecord(entry: Credited, { jp }: Facts): boolean {
  return jp?.credits[placeOf(entry)]?.eventId === entry.eventId;
}

function placeOf({ data }: Credited): string {
  return `${data.year}/${sourceKey(data.source)}`;
}
