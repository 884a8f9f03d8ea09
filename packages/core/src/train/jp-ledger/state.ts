import { stream } from '@pembinaan/event-sourcing';
import type { Maker } from '../../values/acts.js';
import type { Jp } from '../../values/amounts.js';
import type { DevelopmentForm } from '../../values/development-form.js';
import type { ClaimId, Sha256, SubjectId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import {
  type ClaimedDay,
  JpClaimRejected,
  JpClaimSubmitted,
  JpCredited,
  type JpPart,
  type JpSource,
  type JpVariant,
  sourceKey,
} from './events.js';

export interface Credit {
  readonly source: JpSource;
  readonly form: DevelopmentForm;
  readonly variant: JpVariant | undefined;
  readonly activityDate: LocalDate;
  readonly jpCredited: Jp;
  /** The JP by meeting or day, for the caps; one part on the activity date for most. */
  readonly parts: readonly JpPart[];
}

/** What a person says to have done, with evidence; it earns JP once somebody else has verified it. */
export interface JpClaim {
  readonly status: 'claimed' | 'credited' | 'rejected';
  readonly employeeId: SubjectId;
  readonly form: DevelopmentForm;
  readonly variant: JpVariant | undefined;
  readonly days: readonly ClaimedDay[];
  readonly international: boolean;
  readonly jpOnCertificate: Jp | undefined;
  readonly evidenceHash: Sha256;
  readonly submittedBy: Maker;
}

export interface JpLedger {
  readonly claims: ReadonlyMap<ClaimId, JpClaim>;
  readonly credits: readonly Credit[];
}

const claimIn = (ledger: JpLedger, claimId: ClaimId, status: JpClaim['status']): JpLedger['claims'] => {
  const claim = ledger.claims.get(claimId);
  return claim === undefined ? ledger.claims : new Map(ledger.claims).set(claimId, { ...claim, status });
};

/** One ledger for each person and calendar year; its id is `<employeeId>-<year>`. */
export const jpLedgerState = stream('jpLedger', {
  events: [JpClaimSubmitted, JpClaimRejected, JpCredited],
  initial: (): JpLedger => ({ claims: new Map(), credits: [] }),
}).evolve({
  JpClaimSubmitted: (ledger, { data }) => ({
    ...ledger,
    claims: new Map(ledger.claims).set(data.claimId, {
      status: 'claimed',
      employeeId: data.employeeId,
      form: data.form,
      variant: data.variant,
      days: data.days,
      international: data.international,
      jpOnCertificate: data.jpOnCertificate,
      evidenceHash: data.evidenceHash,
      submittedBy: data.submittedBy,
    }),
  }),
  JpClaimRejected: (ledger, { data }) => ({ ...ledger, claims: claimIn(ledger, data.claimId, 'rejected') }),
  JpCredited: (ledger, { data }) => {
    const { source, form, variant, activityDate, jpRaw, jpCredited } = data;
    const parts = data.parts ?? [{ date: activityDate, jpRaw, jpCredited }];
    // A source stands in a ledger once: a second credit of it is a correction and takes the place of the first.
    const others = ledger.credits.filter((credit) => sourceKey(credit.source) !== sourceKey(source));
    // A rejected claim is credited with nothing, and stays rejected.
    const claims = source.kind === 'claim' && jpRaw > 0 ? claimIn(ledger, source.claimId, 'credited') : ledger.claims;
    return { claims, credits: [...others, { source, form, variant, activityDate, jpCredited, parts }] };
  },
});

/** The last day of a claim: the one that decides on its year, and on the policy by which it is counted. */
export function lastClaimedDay(days: readonly Pick<ClaimedDay, 'date'>[]): LocalDate {
  return days.map(({ date }) => date).reduce((last, date) => (date > last ? date : last));
}

/** The id of the ledger of a person in a calendar year. */
export function jpLedgerId(employeeId: string, year: number): string {
  return `${employeeId}-${year}`;
}
