import {
  AssessCompetency,
  AttendanceRecorded,
  CancelBatch,
  CompetencyAssessed,
  DecideParticipantOutcome,
  ParticipantOutcomeDecided,
  RecordAttendance,
  RevokeCertificate,
} from '@pembinaan/core';
import {
  firstEvent,
  issueCertificate,
  nominate,
  type Office,
  type Stage,
  scheduleBatch,
  unitOf,
} from '@pembinaan-examples/stage';
import { application, first, second, staff } from './agency.js';

/** June: what goes wrong is not hidden. */
export async function mishaps(stage: Stage, office: Office): Promise<void> {
  await forgotten(stage, office);
  await tooFew(stage, office);
  await wronglyAwarded(stage, office);
  await wrongKey(stage, office);
}

/** A certificate lay unsigned; the JP did not wait for it, since they follow from the outcome. */
async function forgotten(stage: Stage, office: Office): Promise<void> {
  const { batchId, versionUntil: until } = application;
  stage.tells();
  stage.on('2026-06-02');
  await issueCertificate(office, { batchId, employeeId: staff.bima, place: 2, until });
  stage.say({
    id: 'Satu sertifikat bimtek tertinggal di meja tanda tangan dan baru terbit pada 2 Juni; JP-nya tidak menunggu, karena mengikuti hasil akhir, bukan lembar sertifikatnya.',
    en: 'One certificate of the IT session was left unsigned and is issued on 2 June; the JP did not wait for it, since they follow from the outcome and not from the paper.',
  });
}

/** S2: a batch of the IT session for the kecamatan finds two people, and is cancelled; it leaves a gap in the cadence. */
async function tooFew(stage: Stage, office: Office): Promise<void> {
  const { cancelledBatchId, programId, evaluationId, commitmentId } = application;
  const organiser = office.as(office.who.organiser);
  stage.tells('S2');
  stage.on('2026-06-03');
  await organiser.does(
    cancelledBatchId,
    scheduleBatch(office, {
      batchId: cancelledBatchId,
      programId,
      evaluationId,
      commitmentId,
      venue: 'Ruang komputer sekretariat daerah (rekaan)',
      capacity: 6,
      sessions: [
        { sessionId: 'slm-aplikasi-2-sesi-1', date: '2026-06-17', minutes: 180 },
        { sessionId: 'slm-aplikasi-2-sesi-2', date: '2026-06-18', minutes: 180 },
      ],
    }),
  );
  await nominate(stage, unitOf(office, first.head), cancelledBatchId, { id: staff.galih });
  await nominate(stage, unitOf(office, second.head), cancelledBatchId, { id: staff.aji });
  stage.on('2026-06-10');
  await organiser.does(cancelledBatchId, CancelBatch({ reason: { code: 'quorum' } }));
  stage.say({
    id: 'Angkatan bimtek untuk kecamatan dibatalkan karena hanya dua orang dicalonkan; siapa yang kehilangan tempat tercatat dalam pembatalan itu.',
    en: 'A batch of the IT session for the kecamatan is cancelled, because only two were nominated; who lost a place is named in the cancellation.',
  });
}

/** An attendance sheet was misread: the certificate is revoked, its JP go by themselves, and the records are corrected, not overwritten. */
async function wronglyAwarded(stage: Stage, office: Office): Promise<void> {
  const { batchId } = application;
  const employeeId = staff.rini;
  const sessionId = 'slm-aplikasi-sesi-2';
  const reason = 'daftar hadir sesi kedua salah baca';
  const organiser = office.as(office.who.organiser);
  const stream = `batch-${batchId}`;
  const attended = await firstEvent(stage, stream, AttendanceRecorded, { employeeId, sessionId });
  const completed = await firstEvent(stage, stream, ParticipantOutcomeDecided, { employeeId });

  stage.tells();
  stage.on('2026-06-11');
  await office
    .as(office.who.verifier)
    .does(`${batchId}-sertifikat-5`, RevokeCertificate({ reason: { code: 'issuedInError' } }));
  await organiser.does(
    batchId,
    RecordAttendance({ employeeId, sessionId, present: false, minutes: 0, method: 'sheet' }),
    { corrects: { eventId: attended.id, reason } },
  );
  await organiser.does(
    batchId,
    DecideParticipantOutcome({ employeeId, outcome: 'notCompleted', reason: { code: 'absent' } }),
    { corrects: { eventId: completed.id, reason } },
  );
  stage.say({
    id: 'Daftar hadir ternyata salah baca: satu sertifikat dicabut, 8 JP-nya ditarik kembali dengan sendirinya, dan catatan yang keliru tetap terlihat di samping perbaikannya.',
    en: 'An attendance sheet turns out to have been misread: a certificate is revoked, its 8 JP are taken back by themselves, and the wrong record stays visible beside its correction.',
  });
}

/** A test of January was marked with the wrong key: the level is corrected with a reason, and holds from the day of the test. */
async function wrongKey(stage: Stage, office: Office): Promise<void> {
  const [employeeId, competency] = [staff.dimas, 'M03'];
  const assessed = await firstEvent(stage, `competencyProfile-${employeeId}`, CompetencyAssessed, { competency });
  stage.tells();
  stage.on('2026-06-12');
  await office.as(office.who.assessor).does(
    employeeId,
    AssessCompetency({
      assessmentId: `${employeeId}-${competency}-2026-01-09`,
      competency,
      level: 1,
      method: 'test',
      evidence: [{ kind: 'document', ref: `lembar-asesmen-${employeeId}-${competency}-2026-01-09` }],
    }),
    { corrects: { eventId: assessed.id, reason: 'lembar jawaban dinilai dengan kunci soal yang salah' } },
  );
  stage.say({
    id: 'Tes komunikasi seorang pegawai pada bulan Januari ternyata dinilai dengan kunci soal yang salah: levelnya diperbaiki dari 2 menjadi 1 beserta alasannya, dan berlaku sejak hari tes.',
    en: 'The test in communication that an employee took in January turns out to have been marked with the wrong key: the level is corrected from 2 to 1, with the reason, and holds from the day of the test.',
  });
}
