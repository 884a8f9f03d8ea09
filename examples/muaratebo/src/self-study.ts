import { CreditJp, jpLedgerId, SubmitJpClaim } from '@pembinaan/core';
import { documentHash, type Office, type Stage } from '@pembinaan-examples/stage';
import { staff } from './agency.js';

/** July. One who waits for the second round reads the new procedures by herself, on four evenings in two months. */
export async function studyAlone(stage: Stage, office: Office): Promise<void> {
  const { susi: employeeId } = staff;
  const claimId = 'mtb-klaim-susi';
  const ledgerId = jpLedgerId(employeeId, office.setup.year);
  stage.tells();
  stage.on('2026-07-13');
  await office.as(employeeId).does(
    ledgerId,
    SubmitJpClaim({
      claimId,
      employeeId,
      form: 'NKL09',
      days: [
        { date: '2026-06-29', minutes: 135 },
        { date: '2026-06-30', minutes: 90 },
        { date: '2026-07-01', minutes: 135 },
        { date: '2026-07-02', minutes: 45 },
      ],
      international: false,
      inWorkingHours: false,
      evidenceHash: documentHash('ringkasan SOP lintas unit'),
    }),
  );
  stage.on('2026-07-15');
  await office.as(office.who.verifier).does(ledgerId, CreditJp({ employeeId, source: { kind: 'claim', claimId } }));
  stage.say({
    id: 'Seorang calon peserta angkatan kedua mempelajari SOP baru sendiri pada empat malam di akhir Juni dan awal Juli: sembilan JP tercatat, tujuh dihitung, karena belajar mandiri dibatasi dua JP sehari.',
    en: 'One who waits for the second batch studies the new procedures by herself on four evenings at the turn of June to July: nine JP are recorded and seven count, since self-study is capped at two JP a day.',
  });
}
