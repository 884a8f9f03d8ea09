import {
  type DevelopmentForm,
  type JpCap,
  JpClaimRejected,
  JpClaimSubmitted,
  JpCredited,
  type JpSource,
  type LocalDate,
  sourceKey,
} from '@pembinaan/core';
import { type PeopleRecord, peopleRecord, type Reads } from './record.js';

/** The JP of one source, as they count: a correction, also one to nothing, has taken the place of what it corrects. */
export interface JpCredit {
  readonly year: number;
  readonly source: JpSource;
  readonly form: DevelopmentForm;
  readonly on: LocalDate;
  /** JP hundredths before and after the caps. */
  readonly jpRaw: number;
  readonly jpCredited: number;
  /** The cap that took the difference, as the policy of its day had it. */
  readonly cap: JpCap | null;
  readonly eventId: string;
}

export interface JpRecord {
  /** By year of the ledger and source: a source whose year was wrong stands in two ledgers, in one of them with nothing. */
  credits: Record<string, JpCredit>;
  /** Claims that were neither credited nor rejected yet. */
  openClaims: string[];
}

/** The JP of each person over all years, and the claims that wait for a decision. */
export const jpRecords = jpRecordsFrom('jp', { categories: ['jpLedger'] });

/** The same of the year that is asked about. */
export const jpOfTheYear = jpRecordsFrom('jp-of-the-year', {
  streams: (employeeId, year) => [`jpLedger-${employeeId}-${year}`],
});

/** The same of the year that is asked about and the year before, in which the contract year of a PPPK may have begun. */
export const jpOfTwoYears = jpRecordsFrom('jp-of-two-years', {
  streams: (employeeId, year) => [year - 1, year].map((one) => `jpLedger-${employeeId}-${one}`),
});

function jpRecordsFrom(name: string, reads: Reads): PeopleRecord<JpRecord> {
  return peopleRecord({
    name,
    reads,
    events: [JpCredited, JpClaimSubmitted, JpClaimRejected],
    initial: (): JpRecord => ({ credits: {}, openClaims: [] }),
    on: {
      JpCredited: (record, { eventId, data }) => {
        const { year, source, form, activityDate, jpRaw, jpCredited, capApplied } = data;
        record.credits[`${year}/${sourceKey(source)}`] = {
          year,
          source,
          form,
          on: activityDate,
          jpRaw,
          jpCredited,
          cap: capApplied ?? null,
          eventId,
        };
        return source.kind === 'claim' ? settled(record, source.claimId) : record;
      },
      JpClaimSubmitted: (record, { data }) => {
        settled(record, data.claimId).openClaims.push(data.claimId);
        return record;
      },
      JpClaimRejected: (record, { data }) => settled(record, data.claimId),
    },
  });
}

function settled(record: JpRecord, claimId: string): JpRecord {
  record.openClaims = record.openClaims.filter((known) => known !== claimId);
  return record;
}

/** The credits that count for a year up to a day of it. */
export function creditsOf(record: JpRecord | undefined, year: number, until: LocalDate): readonly JpCredit[] {
  return Object.values(record?.credits ?? {}).filter((credit) => credit.year === year && credit.on <= until);
}

/** JP hundredths of some credits. */
export function sumOf(credits: readonly JpCredit[], of: (credit: JpCredit) => number): number {
  return credits.reduce((sum, credit) => sum + of(credit), 0);
}
