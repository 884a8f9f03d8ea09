import { peopleReadModel } from '../history/people-read-model.js';
import { inOrder } from '../order.js';
import { assignmentRecords } from '../records/assignment-records.js';
import { certificateRecords } from '../records/certificate-records.js';
import { serviceRecords, unitOn } from '../records/service-records.js';

export interface CertificateAtOddsLine {
  readonly unitId: string | null;
  readonly employeeId: string;
  readonly certificateId: string;
  readonly number: string;
  readonly issuer: string;
  readonly programId: string;
  readonly batchId: string;
  readonly jp: number;
  /** What the outcome is now; null where the events tell of no part of the person in that batch. */
  readonly outcome: string | null;
}

/** R20: a certificate that was issued for a completed outcome, and the outcome was corrected since. It should be revoked. */
export const certificatesAtOdds = peopleReadModel({
  name: 'CertificatesAtOdds',
  question: {
    en: 'Which certificates stand although the outcome is no longer completed?',
    id: 'Sertifikat mana yang masih berlaku padahal hasil akhirnya tidak lagi selesai?',
  },
  needs: [certificateRecords, assignmentRecords, serviceRecords],
  linesOf: 'person',
  tells: 'everPlaced',
  looksBackTo: (on) => on,
  answer: ([certificates, assignments, service], on) =>
    inOrder(
      [...certificates.rows].flatMap(([employeeId, record]) =>
        Object.entries(record.certificates).flatMap(([certificateId, certificate]): CertificateAtOddsLine[] => {
          const { programId, batchId, number, issuer, jp, revoked } = certificate;
          const outcome = assignments.get(employeeId)?.batches[batchId]?.status ?? null;
          // An outcome that is not decided yet says nothing: the certificate counts from the last day of the training, the outcome from later on.
          if (revoked !== null || outcome === 'completed' || outcome === 'confirmed' || outcome === 'nominated')
            return [];
          const unitId = unitOn(service.get(employeeId), on);
          return [{ unitId, employeeId, certificateId, number, issuer, programId, batchId, jp, outcome }];
        }),
      ),
      ({ unitId, employeeId, certificateId }) => [unitId, employeeId, certificateId],
    ),
});
