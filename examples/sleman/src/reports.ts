import { ClosePublicReport } from '@pembinaan/core';
import {
  answerReport,
  closeReport,
  type Office,
  receiveReport,
  type Stage,
  verifyReport,
} from '@pembinaan-examples/stage';
import { first, letters, second, secretariat, staff, topics } from './agency.js';

/** The reports of the year. */
export const reports = {
  requirements: 'slm-laporan-1',
  illegalFee: 'slm-laporan-2',
  requirementsAgain: 'slm-laporan-3',
  afterTraining: 'slm-laporan-4',
} as const;

/** S5: February; a complaint is closed fast, and comes back because it was not solved. One with oversight content comes in between. */
export async function complaintsBefore(stage: Stage, office: Office): Promise<void> {
  stage.tells('S5');
  await receiveReport(stage, office, reports.requirements, {
    externalRef: 'LAPOR-2026-0117 (rekaan)',
    channel: 'sp4nLapor',
    classification: 'complaint',
    service: letters,
    unitId: first.unitId,
    topicCodes: [topics.requirements],
    receivedOn: '2026-02-12',
  });
  await verifyReport(stage, office, '2026-02-13', reports.requirements, first.unitId);
  await receiveReport(stage, office, reports.illegalFee, {
    externalRef: 'LAPOR-2026-0129 (rekaan)',
    channel: 'sp4nLapor',
    classification: 'complaintOversight',
    service: letters,
    unitId: second.unitId,
    topicCodes: [topics.illegalFee],
    receivedOn: '2026-02-16',
  });
  await verifyReport(stage, office, '2026-02-17', reports.illegalFee, secretariat);
  await answerReport(stage, office, '2026-02-18', reports.requirements, staff.bagas);
  await closeReport(stage, office, reports.requirements, { on: '2026-02-19', satisfied: false });
  await answerReport(stage, office, '2026-02-20', reports.illegalFee, office.who.secretary);

  await receiveReport(stage, office, reports.requirementsAgain, {
    externalRef: 'LAPOR-2026-0117 (rekaan)',
    channel: 'sp4nLapor',
    classification: 'complaint',
    service: letters,
    unitId: first.unitId,
    topicCodes: [topics.requirements],
    receivedOn: '2026-02-23',
    reopens: reports.requirements,
  });
  await verifyReport(stage, office, '2026-02-24', reports.requirementsAgain, first.unitId);
  await answerReport(stage, office, '2026-02-25', reports.requirementsAgain, staff.endah);
  await closeReport(stage, office, reports.requirementsAgain, {
    on: '2026-02-26',
    satisfied: true,
    developmentNeedId: 'slm-kebutuhan-berkala',
  });
  stage.say({
    id: 'Sebuah pengaduan ditutup dalam lima hari kerja, lalu dibuka kembali karena tidak terselesaikan; penutupan keduanya merujuk kebutuhan pelatihan yang dijawabnya.',
    en: 'A complaint is closed within five working days, and is taken up again because it was not solved; when it is closed for good it names the need for training behind it.',
  });
}

/** S5: May; a complaint about a fee outside the tariff is not ended by the camat of the kecamatan complained of. */
export async function oversight(stage: Stage, office: Office): Promise<void> {
  stage.tells('S5');
  stage.on('2026-05-11');
  const closing = ClosePublicReport({ on: '2026-05-11' });
  await office.as(second.head).isRefused('R38', reports.illegalFee, closing);
  await office.as(office.who.publicDesk).does(reports.illegalFee, closing);
  stage.say({
    id: 'Pengaduan pungutan di luar tarif tidak boleh ditutup oleh camat yang kantornya diadukan (R38); loket aduan menutupnya sebelum 60 hari kerja berlalu.',
    en: 'A complaint about a fee outside the tariff is not closed by the camat whose office is complained of (R38); the public desk closes it before the 60 working days are over.',
  });
}

/** S5: July, after the training: heard, answered rightly and fast, and it does not come back. */
export async function complaintAfter(stage: Stage, office: Office): Promise<void> {
  stage.tells('S5');
  await receiveReport(stage, office, reports.afterTraining, {
    externalRef: 'LAPOR-2026-0733 (rekaan)',
    channel: 'counter',
    classification: 'complaint',
    service: letters,
    unitId: first.unitId,
    topicCodes: [topics.requirements],
    receivedOn: '2026-07-22',
  });
  await verifyReport(stage, office, '2026-07-23', reports.afterTraining, first.unitId);
  await answerReport(stage, office, '2026-07-24', reports.afterTraining, staff.ratna);
  await closeReport(stage, office, reports.afterTraining, { on: '2026-07-27', satisfied: true });
  stage.say({
    id: 'Sesudah pelatihan, pengaduan serupa dijawab pada hari kerja kedua, pelapornya puas, dan tidak dibuka kembali.',
    en: 'After the training a similar complaint is answered on the second working day, the reporter is satisfied, and it does not come back.',
  });
}
