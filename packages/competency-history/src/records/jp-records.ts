import {
  type DevelopmentForm,
  JpClaimRejected,
  JpClaimSubmitted,
  JpCredited,
  type JpSource,
  type LocalDate,
  sourceKey,
} from '@pembinaan/core';
import { projection } from '@pembinaan/event-sourcing';

/** The JP of one source, as they count: a correction, also one to nothing, has taken the place of what it corrects. */
export interface JpCredit {
  readonly year: number;
  readonly source: JpSource;
  readonly form: DevelopmentForm;
  readonly on: LocalDate;
  /** JP hundredths before and after the caps. */
  readonly jpRaw: number;
  readonly jpCredited: number;
}

export interface JpRecord {
  /** By year of the ledger and source: a source whose year was wrong stands in two ledgers, in one of them with nothing. */
  credits: Record<string, JpCredit>;
  /** Claims that were neither credited nor rejected yet. */
  openClaims: string[];
}

/** The JP of each person over all years, and the claims that wait for a decision; keyed by employee id. */
export const jpRecords = projection({
  name: 'jp-records',
  version: 1,
  events: [JpCredited, JpClaimSubmitted, JpClaimRejected],
  initial: (): JpRecord => ({ credits: {}, openClaims: [] }),
  key: (event) => event.data.employeeId,
  on: {
    JpCredited: (record, { data }) => {
      const { year, source, form, activityDate, jpRaw, jpCredited } = data;
      record.credits[`${year}/${sourceKey(source)}`] = {
        year,
        source: { ...source },
        form,
        on: activityDate,
        jpRaw,
        jpCredited,
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
