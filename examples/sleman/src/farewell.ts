import {
  ApproveMentorship,
  ConfirmMentoringSession,
  DecideDataSubjectRequest,
  DestroySubjectKey,
  NominateParticipant,
  PlaceEmployee,
  ProposeMentorship,
  RecordMentoringSession,
  RecordPersonalDataAccess,
  SeparateEmployee,
} from '@pembinaan/core';
import { assess, decree, type Office, type Stage, spend } from '@pembinaan-examples/stage';
import { analystPost, dataSection, regular, staff } from './agency.js';
import { holdRound } from './train.js';

const mentorshipId = 'slm-pendampingan-data';

/** November and December: one leaves, and leaves nothing open; the last round of the year goes on without him. */
export async function lastRound(stage: Stage, office: Office): Promise<void> {
  await guidance(stage, office);
  await newVersion(stage, office);
  const { laterEvaluationId, expansionCommitmentId } = regular;
  const batchId = 'slm-berkala-4';
  const completed = await holdRound(stage, office, {
    batchId,
    evaluationId: laterEvaluationId,
    commitmentId: expansionCommitmentId,
    unit: dataSection,
    scheduledOn: '2026-11-10',
    days: ['2026-12-01', '2026-12-02', '2026-12-03'],
    participants: [
      { id: staff.nanda, pre: 6000, post: 8400 },
      { id: staff.bima, pre: 5500, post: 7800 },
      { id: staff.sekar, pre: 5800, post: 8100 },
      { id: staff.rini, pre: 5700, post: 8000 },
    ],
    afterScheduling: async () => {
      await farewell(stage, office, batchId);
      stage.tells('S2', 'S3', 'S15');
    },
  });
  await spend(stage, office, '2026-12-10', expansionCommitmentId, 3_100_000);
  stage.say({
    id: `Angkatan keempat dalam setahun, kini bagian data: ${completed.length} selesai; peserta yang sertifikatnya dicabut pada bulan Juni ikut lagi dan lulus.`,
    en: `Fourth batch of the year, now the data section: ${completed.length} completed; she whose certificate was revoked in June takes part again and passes.`,
  });
  await successor(stage, office);
}

/** S4: before the old version of the application ends, one of three is tested on the new one; the others will be without a test on it. */
async function newVersion(stage: Stage, office: Office): Promise<void> {
  stage.tells('S4');
  await assess(stage, office, '2026-11-09', [[staff.bima, 'T-DATA-01', 3]], undefined, '2027-11-30');
  stage.tells();
  stage.say({
    id: 'Menjelang pergantian versi aplikasi seorang pengolah data diuji lagi dan mencapai level 3. Dua rekannya belum: sejak 1 Desember level mereka dari bulan Mei tidak berlaku lagi, yang satu kembali ke level 2 dari bulan Januari, yang lain tanpa level.',
    en: 'Before the application changes its version a data processor is tested again and reaches level 3. Two colleagues are not: from 1 December their levels of May have lapsed, one is back at the level 2 of January, the other without a level.',
  });
}

/** The post that became vacant is filled from the first kecamatan; from that day on another standard holds for him. */
async function successor(stage: Stage, office: Office): Promise<void> {
  stage.tells();
  stage.on('2026-12-11');
  await office.as(office.who.registrar).does(
    staff.galih,
    PlaceEmployee({
      ...analystPost,
      from: '2026-12-14',
      decree: decree(`TEMPAT-${staff.galih}-2026-2`, '2026-12-11'),
    }),
  );
  stage.say({
    id: 'Jabatan yang ditinggalkan diisi oleh seorang petugas kecamatan pertama sejak 14 Desember; sejak hari itu standar pengolah data yang berlaku baginya.',
    en: 'The post that was left is filled by somebody of the first kecamatan from 14 December; from that day on the standard of a data processor holds for him.',
  });
}

/** A mentorship in data processing, with one session so far. */
async function guidance(stage: Stage, office: Office): Promise<void> {
  const sessionId = 'slm-pendampingan-data-1';
  stage.tells();
  stage.on('2026-10-29');
  await office.as(office.who.planner).does(
    mentorshipId,
    ProposeMentorship({
      mentorId: staff.nanda,
      menteeId: staff.jati,
      kind: 'mentoring',
      competencies: ['T-DATA-01'],
      goals: [{ goalId: 'laporan-mandiri', topicCode: 'pengolahan-data' }],
      period: { from: '2026-11-02', to: '2027-02-26' },
    }),
  );
  stage.on('2026-10-30');
  await office.as(office.who.validator).does(mentorshipId, ApproveMentorship({}));
  stage.on('2026-11-05');
  await office.as(staff.nanda).does(
    mentorshipId,
    RecordMentoringSession({
      sessionId,
      date: '2026-11-05',
      minutes: 90,
      topicCodes: ['pengolahan-data'],
      goalProgress: [{ goalId: 'laporan-mandiri', percent: 30 }],
    }),
  );
  stage.on('2026-11-06');
  await office.as(staff.jati).does(mentorshipId, ConfirmMentoringSession({ sessionId, agreed: true }));
}

/** He is nominated, and then moves to another region: nomination and mentorship end by themselves, and his contact data may be erased. */
async function farewell(stage: Stage, office: Office, batchId: string): Promise<void> {
  const { who } = office;
  stage.tells();
  await office.as(dataSection.head).does(batchId, NominateParticipant({ employeeId: staff.jati }));
  stage.on('2026-11-16');
  await office.as(who.registrar).does(staff.jati, SeparateEmployee({ kind: 'moved', on: '2026-11-16' }));
  stage.say({
    id: 'Seorang pengolah data pindah ke daerah lain: pencalonannya ditolak dan pendampingannya diakhiri dengan sendirinya, tanpa ada yang perlu mengingatnya.',
    en: 'A data processor moves to another region: his nomination is declined and his mentorship ended by themselves, without anybody having to remember.',
  });
  await forget(stage, office);
}

/** What is only about how to reach him is erased, by destroying its key; what he was paid and trained for stays, by law. */
async function forget(stage: Stage, office: Office): Promise<void> {
  const { who } = office;
  const requestId = 'slm-permintaan-hapus-1';
  const destroy = DestroySubjectKey({ keyId: 'slm-kunci-kontak-20', basis: { kind: 'request', requestId } });
  stage.on('2026-11-19');
  await office
    .as(who.dataOfficer)
    .does(staff.jati, RecordPersonalDataAccess({ fields: ['alamat', 'telepon'], purpose: 'subjectRequest' }));
  stage.on('2026-11-20');
  await office.as(who.dataOfficer).does(
    staff.jati,
    DecideDataSubjectRequest({
      requestId,
      right: 'erasure',
      receivedOn: '2026-11-17',
      decision: 'partly',
      ground: 'UU 27/2022 Pasal 8; data kepegawaian tetap disimpan: Pasal 15 ayat (1) huruf c',
    }),
  );
  await office.as(who.dataOfficer).isRefused('R02', staff.jati, destroy);
  stage.on('2026-11-23');
  await office.as(who.keyKeeper).does(staff.jati, destroy);
  stage.say({
    id: 'Ia meminta datanya dihapus: data kontak dikabulkan, data kepegawaian tetap. Yang memutuskan tidak boleh memusnahkan kuncinya sendiri (R02); pemegang kunci yang melakukannya, dan rantai catatan tetap utuh.',
    en: 'He asks for erasure: granted for his contact data, not for his record of service. Who decided may not destroy the key himself (R02); the keeper of the keys does, and the chain of records stays whole.',
  });
}
