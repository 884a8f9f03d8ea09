import { daysBetween } from '@pembinaan/core';
import { peopleReadModel } from '../history/people-read-model.js';
import { inOrder } from '../order.js';
import { certificateRecords, runningOut } from '../records/certificate-records.js';
import { serviceRecords, servingOn } from '../records/service-records.js';

export interface ExpiringCertificateLine {
  readonly validUntil: string;
  /** Below 0 once it has lapsed. */
  readonly daysLeft: number;
  readonly unitId: string | null;
  readonly employeeId: string;
  readonly certificateId: string;
  readonly number: string;
  readonly issuer: string;
  readonly programId: string;
  readonly state: 'valid' | 'lapsed';
}

/** The certificates with a last day, of those who serve, by unit, the most urgent first; also those that have lapsed and were not renewed. */
export const expiringCertificates = peopleReadModel({
  name: 'ExpiringCertificates',
  question: {
    en: 'Which certificates lapse when, and which have lapsed without being renewed?',
    id: 'Sertifikat mana yang akan habis masa berlakunya dan kapan, dan mana yang sudah habis tanpa diperbarui?',
  },
  needs: [certificateRecords, serviceRecords],
  linesOf: 'people',
  tells: 'serving',
  among: 'certificatesWithAnEnd',
  dayOf: ({ validUntil }: ExpiringCertificateLine) => validUntil,
  answer: ([certificates, service], on) =>
    inOrder(
      servingOn(service.rows, on).flatMap(({ employeeId, unitId }) =>
        runningOut(certificates.get(employeeId), on).map(
          ({ validUntil, certificateId, number, issuer, programId, state }): ExpiringCertificateLine => ({
            validUntil,
            daysLeft: daysBetween(on, validUntil),
            unitId,
            employeeId,
            certificateId,
            number,
            issuer,
            programId,
            state,
          }),
        ),
      ),
      ({ validUntil, unitId, employeeId, certificateId }) => [validUntil, unitId, employeeId, certificateId],
    ),
});
