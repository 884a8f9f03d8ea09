import {
  AssignWorkplaceLearning,
  CompleteWorkplaceLearning,
  CreditJp,
  jpLedgerId,
  SubmitJpClaim,
} from '@pembinaan/core';
import { documentHash, type Office, type Stage } from '@pembinaan-examples/stage';
import { benchmarking, experiencedAgency, staff } from './agency.js';

/** June. One read on alone after the second round, and hands in what she learnt two weeks later. */
export async function readOn(stage: Stage, office: Office): Promise<void> {
  const { lestari: employeeId } = staff;
  const claimId = 'slm-klaim-lestari';
  const ledgerId = jpLedgerId(employeeId, office.setup.year);
  stage.tells();
  // Before work: in UTC it is still the day before.
  stage.on('2026-06-15', '06:30');
  await office.as(employeeId).does(
    ledgerId,
    SubmitJpClaim({
      claimId,
      employeeId,
      form: 'NKL09',
      days: [
        { date: '2026-05-28', minutes: 135 },
        { date: '2026-05-29', minutes: 45 },
      ],
      international: false,
      inWorkingHours: false,
      evidenceHash: documentHash('ringkasan modul melayani'),
    }),
  );
  stage.on('2026-06-15', '08:30');
  await office.as(office.who.verifier).does(ledgerId, CreditJp({ employeeId, source: { kind: 'claim', claimId } }));
  stage.say({
    id: 'Seorang peserta membaca modul lagi pada dua malam di bulan Mei dan baru mengajukan klaimnya pada bulan Juni: tiga dari empat JP dikreditkan (batas per hari), terlambat, tetapi terhitung pada bulan Mei.',
    en: 'A participant reads the module again on two evenings in May and hands in her claim only in June: three of four JP are credited (the cap of a day), late, yet they count in May.',
  });
}

/** S3: June; two see for themselves how it is done elsewhere (benchmarking, NKL07), one of them for a need of her own, and bring a report home. */
export async function lookElsewhere(stage: Stage, office: Office): Promise<void> {
  const visitors = [staff.ratna, staff.retno];
  const stayOf = (id: string): string => `slm-patok-banding-${id}`;
  stage.tells('S3');
  stage.on('2026-06-15');
  for (const employeeId of visitors) {
    await office.as(office.who.planner).does(
      stayOf(employeeId),
      AssignWorkplaceLearning({
        employeeId,
        form: 'NKL07',
        host: { kind: 'partner', partnerId: experiencedAgency },
        hostMentorId: 'slm-narasumber-1',
        period: { from: '2026-06-22', to: '2026-06-24' },
        objectives: ['melihat bagaimana syarat layanan dijelaskan di loket mitra'],
        international: false,
        needId: employeeId === staff.ratna ? benchmarking.needId : 'slm-kebutuhan-berkala',
      }),
    );
  }
  stage.on('2026-06-26');
  for (const employeeId of visitors) {
    await office.as(office.who.verifier).does(
      stayOf(employeeId),
      CompleteWorkplaceLearning({
        outcome: 'completed',
        on: '2026-06-24',
        reportHash: documentHash(`laporan patok banding ${employeeId}`),
        lessons: ['satu lembar syarat untuk setiap layanan', 'petugas penyapa pada jam ramai'],
        hostConfirmation: `surat mitra 2026/06/${employeeId}`,
      }),
    );
  }
  stage.say({
    id: 'Dua orang melakukan patok banding di instansi mitra; laporan dan surat tuan rumah ada, dan 10 JP masing-masing diakui dengan sendirinya. Bagi salah satunya hal itu direncanakan sejak Januari untuk kebutuhannya sendiri.',
    en: 'Two go benchmarking at the partner agency; with their reports and the letters of the host, 10 JP each are credited by themselves. For one of them it was planned in January, for a need of her own.',
  });
}
