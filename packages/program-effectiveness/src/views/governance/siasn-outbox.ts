import type { View } from '@pembinaan/event-sourcing';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, inOneCell } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { type CertificateRow, certificateStatuses } from '../../records/certificate-statuses.js';
import { type SyncRow, siasnRecords } from '../../records/sync-records.js';

/** A certificate, or something else that was sent to SIASN, and how it stands there. */
export type SiasnOutboxLine = {
  readonly what: string;
  /** Null for what is no certificate. */
  readonly certificateId: string | null;
  /** The event that was sent, or is to be sent. */
  readonly eventId: string | null;
  readonly employeeId: string | null;
  /**
   * `notSent`: issued here, unknown there. `withdraw`: revoked here, after it was sent, and its revocation was not accepted there yet.
   */
  readonly state: 'notSent' | 'accepted' | 'rejected' | 'differs' | 'withdraw';
  readonly issuedOn: string | null;
  readonly sentOn: string | null;
  readonly attempts: number;
  readonly externalRef: string | null;
  /** The fields that differ, by name. */
  readonly differingFields: string | null;
};

/** What the national record (SIASN) has, lacks, or has otherwise. */
export const siasnOutbox = agencyReadModel({
  name: 'SiasnOutbox',
  question: {
    en: 'What was sent to SIASN, what did it accept, what differs, and which certificates are not there yet?',
    id: 'Apa yang sudah dikirim ke SIASN, mana yang diterima, mana yang berbeda, dan sertifikat mana yang belum dikirim?',
  },
  projections: [certificateStatuses, siasnRecords, agencyPolicy],
  answer: ([certificates, sent, policies], on): readonly SiasnOutboxLine[] => {
    const { dayOf } = policyOnDay(policies, on);
    const ofCertificates = new Set(
      [...certificates.rows.values()].flatMap(({ eventId, revocationId }) =>
        [eventId ?? [], revocationId ?? []].flat(),
      ),
    );
    const others = [...sent.rows.values()].filter(({ eventId }) => eventId === null || !ofCertificates.has(eventId));
    return [
      ...[...certificates.rows.values()].flatMap((certificate) => certificateLine(certificate, sent)),
      ...others.map((record) => ({ ...sending(record), certificateId: null, issuedAt: null })),
    ]
      .map(
        ({ issuedAt, sentAt, ...line }): SiasnOutboxLine => ({
          ...line,
          issuedOn: issuedAt === null ? null : dayOf(issuedAt),
          sentOn: sentAt === null ? null : dayOf(sentAt),
        }),
      )
      .filter(({ issuedOn, sentOn }) => (issuedOn ?? sentOn ?? on) <= on)
      .sort(
        byCells(
          ({ state }) => state === 'accepted',
          ({ issuedOn }) => issuedOn,
          ({ certificateId }) => certificateId,
          ({ externalRef }) => externalRef,
        ),
      );
  },
});

type Entry = Omit<SiasnOutboxLine, 'issuedOn' | 'sentOn'> & {
  readonly issuedAt: string | null;
  readonly sentAt: string | null;
};

/** A certificate with its last sending; nothing where it was revoked before it was ever sent, or its revocation has arrived. */
function certificateLine(certificate: CertificateRow, sent: View<SyncRow>): readonly Entry[] {
  const { certificateId, eventId, employeeId, issuedAt, revocationId } = certificate;
  if (eventId === null) return [];
  const record = sent.get(eventId);
  const head = { certificateId, issuedAt };
  if (revocationId !== null) {
    const arrived = sent.get(revocationId)?.outcome === 'accepted';
    if (record === undefined || record.outcome === 'rejected' || arrived) return [];
    return [{ ...sending(record), ...head, eventId: revocationId, state: 'withdraw' }];
  }
  if (record !== undefined) return [{ ...sending(record), ...head, employeeId }];
  const never = { sentAt: null, attempts: 0, externalRef: null, differingFields: null };
  return [{ ...head, ...never, what: 'certificate', eventId, employeeId, state: 'notSent' }];
}

function sending({ what, eventId, employeeId, outcome, at, attempts, externalRef, differingFields }: SyncRow) {
  return {
    what,
    eventId,
    employeeId,
    state: outcome,
    sentAt: at,
    attempts,
    externalRef,
    differingFields: inOneCell(differingFields),
  };
}
