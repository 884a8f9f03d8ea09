import { EndPartnerAgreement } from '@pembinaan/core';
import { type Office, type Stage, signAgreement } from '@pembinaan-examples/stage';
import { partners } from './agency.js';

/** L7, L8: February. A training institute may act at once; with the university there is but a memorandum. */
export async function firstPartners(stage: Stage, office: Office): Promise<void> {
  stage.tells('L7', 'L8');
  await signAgreement(stage, office, '2026-02-02', partners.university, {
    agreementId: 'lsm-mou-universitas',
    kind: 'university',
    level: 'mou',
    contribution: [],
    period: { from: '2026-02-02', to: '2029-02-01' },
  });
  await signAgreement(stage, office, '2026-02-03', partners.trainingInstitute, {
    agreementId: 'lsm-pks-balai',
    kind: 'trainingInstitute',
    level: 'pks',
    contribution: ['material', 'speakers'],
    period: { from: '2026-02-03', to: '2026-12-31' },
  });
}

/** L7, L8, L11: the university gives what the budget does not hold. */
export async function bindUniversity(stage: Stage, office: Office): Promise<void> {
  stage.tells('L7', 'L8', 'L11');
  await signAgreement(stage, office, '2026-02-23', partners.university, {
    agreementId: 'lsm-pks-universitas',
    kind: 'university',
    level: 'pks',
    contribution: ['speakers', 'material', 'venue'],
    period: { from: '2026-02-23', to: '2027-02-22' },
  });
}

/** L7, L8: December. What was agreed with the institute is done; the agreement ends, and the agency says how it was. */
export async function partWays(stage: Stage, office: Office): Promise<void> {
  stage.tells('L7', 'L8');
  stage.on('2026-12-01');
  await office.pyb().does(
    partners.trainingInstitute,
    EndPartnerAgreement({
      agreementId: 'lsm-pks-balai',
      on: '2026-12-01',
      reason: { code: 'fulfilled' },
      rating: 4,
    }),
  );
  stage.tells();
  stage.say({
    id: 'PKS dengan balai pelatihan selesai lebih awal karena seluruh isinya terpenuhi; penilaiannya 4 dari 5. Modul yang ditulis bersama berlaku sampai akhir November, dan sejak hari ini tercatat kedaluwarsa.',
    en: 'The agreement with the training institute ends early because all of it is done; it is rated 4 of 5. The module written together was valid until the end of November, and from today is on the list of what has expired.',
  });
}
