import { AssignWorkplaceLearning, CompleteWorkplaceLearning } from '@pembinaan/core';
import { documentHash, type Office, type Stage } from '@pembinaan-examples/stage';
import { experiencedAgency, staff } from './agency.js';

/** S3: June; two see for themselves how it is done elsewhere (benchmarking, NKL07), and bring a report home. */
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
        needId: 'slm-kebutuhan-berkala',
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
    id: 'Dua orang melakukan patok banding di instansi mitra; laporan dan surat tuan rumah ada, dan 10 JP masing-masing diakui dengan sendirinya.',
    en: 'Two go benchmarking at the partner agency; with their reports and the letters of the host, 10 JP each are credited by themselves.',
  });
}
