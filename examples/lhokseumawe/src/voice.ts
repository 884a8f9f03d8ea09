import {
  answerReport,
  closeReport,
  type Office,
  receiveReport,
  type Stage,
  verifyReport,
} from '@pembinaan-examples/stage';
import { birthCertificate, civilRegistry, heads, units } from './agency.js';

const report = {
  channel: 'sp4nLapor',
  classification: 'complaint',
  service: birthCertificate,
  unitId: units.dukcapil,
} as const;

/** L10: March. Somebody has waited too long for a birth certificate; the answer takes twelve working days and satisfies nobody. */
export async function slowAnswer(stage: Stage, office: Office): Promise<void> {
  const reportId = 'lsm-aduan-maret';
  stage.tells('L10');
  await receiveReport(stage, office, reportId, {
    ...report,
    externalRef: 'LAPOR-rekaan-0311',
    topicCodes: ['waktu-tunggu'],
    receivedOn: '2026-03-09',
  });
  await verifyReport(stage, office, '2026-03-10', reportId, units.dukcapil);
  await answerReport(stage, office, '2026-03-25', reportId, heads.dukcapil);
  await closeReport(stage, office, reportId, {
    on: '2026-03-26',
    satisfied: false,
    developmentNeedId: civilRegistry.needId,
  });
  stage.tells();
  stage.say({
    id: 'Aduan tentang akta kelahiran dijawab setelah dua belas hari kerja dan pelapor tidak puas; aduan itu dihubungkan dengan kebutuhan pelatihan Dukcapil.',
    en: 'A complaint about birth certificates is answered after twelve working days, and whoever complained is not satisfied; it is tied to the training need of the civil registry.',
  });
}

/** L10: August, after training and mentoring. The next one is answered in two days. */
export async function quickAnswer(stage: Stage, office: Office): Promise<void> {
  const reportId = 'lsm-aduan-agustus';
  stage.tells('L10');
  await receiveReport(stage, office, reportId, {
    ...report,
    externalRef: 'LAPOR-rekaan-0858',
    topicCodes: ['salah-ketik'],
    receivedOn: '2026-08-10',
  });
  await verifyReport(stage, office, '2026-08-11', reportId, units.dukcapil);
  await answerReport(stage, office, '2026-08-12', reportId, heads.dukcapil);
  await closeReport(stage, office, reportId, { on: '2026-08-13', satisfied: true });
  stage.tells();
  stage.say({
    id: 'Aduan berikutnya, nama salah ketik, dijawab dalam dua hari kerja, dan pelapor puas.',
    en: 'The next complaint, a misspelt name, is answered within two working days, and whoever complained is satisfied.',
  });
}
