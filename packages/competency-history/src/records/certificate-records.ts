import {
  CertificateIssued,
  CertificateRevoked,
  type DevelopmentForm,
  type LocalDate,
  type Period,
} from '@pembinaan/core';
import { idOf } from '@pembinaan/event-sourcing';
import { peopleRecord } from './record.js';

export interface CertificateEntry {
  readonly programId: string;
  readonly batchId: string;
  readonly number: string;
  readonly issuer: string;
  readonly form: DevelopmentForm;
  /** JP hundredths that stand on it. */
  readonly jp: number;
  readonly period: Period;
  readonly validUntil: LocalDate | null;
  /** Why it was revoked, when it was. */
  revoked: string | null;
}

export interface CertificatesRecord {
  /** By certificate. */
  certificates: Record<string, CertificateEntry>;
}

/** The certificates of each person, also those that were revoked. */
export const certificateRecords = peopleRecord({
  name: 'certificates',
  reads: { categories: ['certificate'] },
  events: [CertificateIssued, CertificateRevoked],
  initial: (): CertificatesRecord => ({ certificates: {} }),
  on: {
    CertificateIssued: (record, { data }, { stream }) => {
      const { programId, batchId, number, issuer, form, jp, period, validUntil } = data;
      record.certificates[idOf(stream)] = {
        programId,
        batchId,
        number,
        issuer,
        form,
        jp,
        period: { ...period },
        validUntil: validUntil ?? null,
        revoked: null,
      };
      return record;
    },
    CertificateRevoked: (record, { data }, { stream }) => {
      const certificate = record.certificates[idOf(stream)];
      if (certificate !== undefined) certificate.revoked = data.reason.code;
      return record;
    },
  },
});

/** What a certificate is worth on a day. */
export type CertificateState = 'notYet' | 'valid' | 'lapsed' | 'revoked';

/** Whether a certificate holds on a day: from the last day of its training to its own last day, unless it was revoked. */
export function certificateStateOn(
  { period, validUntil, revoked }: Pick<CertificateEntry, 'validUntil' | 'revoked'> & { readonly period: Period },
  on: LocalDate,
): CertificateState {
  if (revoked !== null) return 'revoked';
  if (on < period.to) return 'notYet';
  return validUntil !== null && validUntil < on ? 'lapsed' : 'valid';
}

/**
 * The certificates with a last day that hold or have lapsed. Left out is what was renewed: another certificate of the same programme holds
 * and is valid longer.
 */
export function runningOut(
  record: CertificatesRecord | undefined,
  on: LocalDate,
): readonly (CertificateEntry & {
  readonly certificateId: string;
  readonly validUntil: LocalDate;
  readonly state: 'valid' | 'lapsed';
})[] {
  const held = Object.entries(record?.certificates ?? {});
  return held.flatMap(([certificateId, certificate]) => {
    const state = certificateStateOn(certificate, on);
    const { validUntil } = certificate;
    if ((state !== 'valid' && state !== 'lapsed') || validUntil === null) return [];
    const renewed = held.some(
      ([, other]) => longer(other, certificate, validUntil) && certificateStateOn(other, on) === 'valid',
    );
    return renewed ? [] : [{ ...certificate, certificateId, validUntil, state }];
  });
}

function longer(other: CertificateEntry, one: CertificateEntry, validUntil: LocalDate): boolean {
  return other.programId === one.programId && (other.validUntil === null || validUntil < other.validUntil);
}
