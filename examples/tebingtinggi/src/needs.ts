import type { PlannedNeed } from '@pembinaan-examples/stage';
import { taxCounter, timeManagement, workCulture } from './agency.js';
import { forums } from './forums.js';

/** T1: from a gap that was validated. */
export const time: PlannedNeed = {
  needId: 'tbt-kebutuhan-waktu',
  origin: { kind: 'gap', ref: 'tbt-celah-01-m04' },
  target: { kind: 'unit', unitId: taxCounter },
  competency: 'M04',
  expectedServiceEffect: 'waktu tunggu mutasi PBB turun tanpa menambah kesalahan berkas',
  item: {
    itemId: timeManagement.itemId,
    form: 'KL07',
    target: 'individual',
    participantsPlanned: 8,
    jp: 1000,
    cost: 16_000_000,
    missionRef: 'RPJMD misi 1 (rekaan)',
    impactIndicator: 'waktu tunggu median mutasi PBB, dengan persentase berkas salah sebagai penjaga',
    learningModel: 'formal10',
  },
};

/** T6: from what was said at a forum with residents. */
export const culture: PlannedNeed = {
  needId: 'tbt-kebutuhan-budaya',
  origin: { kind: 'forum', ref: `${forums.january}/tbt-masukan-syarat` },
  target: { kind: 'unit', unitId: taxCounter },
  competency: 'M01',
  expectedServiceEffect: 'warga menilai petugas lebih terbuka tentang syarat dan biaya',
  item: {
    itemId: workCulture.itemId,
    form: 'KL05',
    target: 'individual',
    participantsPlanned: 8,
    jp: 1200,
    cost: 14_000_000,
    missionRef: 'RPJMD misi 1 (rekaan)',
    impactIndicator: 'unsur U6, U7, dan U8 pada survei kepuasan',
    learningModel: 'formal10',
  },
};

/** A study visit as it was proposed first: it says nothing about what the service gains. */
export const roughStudy: PlannedNeed = {
  needId: 'tbt-kebutuhan-studi',
  origin: { kind: 'strategic' },
  target: { kind: 'unit', unitId: taxCounter },
  competency: 'T-PAJAK-01',
  item: {
    itemId: 'tbt-butir-studi',
    form: 'NKL07',
    target: 'institution',
    participantsPlanned: 4,
    jp: 1000,
    cost: 28_000_000,
    missionRef: 'RPJMD misi 1 (rekaan)',
    impactIndicator: 'jumlah cara kerja yang ditiru dan dipakai di loket',
    learningModel: 'work70',
  },
};

/** The study visit as it came back. */
export const study: PlannedNeed = {
  ...roughStudy,
  expectedServiceEffect: 'petugas melihat sendiri loket pajak yang sudah memakai antrean daring',
};

/** T14: coaching in values, because the training alone did not show what it did. */
export const coaching: PlannedNeed = {
  needId: 'tbt-kebutuhan-coaching',
  origin: { kind: 'strategic', ref: workCulture.evaluationId },
  target: { kind: 'unit', unitId: taxCounter },
  competency: 'M01',
  item: {
    itemId: 'tbt-butir-coaching',
    form: 'NKL01',
    target: 'individual',
    participantsPlanned: 7,
    jp: 800,
    cost: 0,
    missionRef: 'RPJMD misi 1 (rekaan)',
    impactIndicator: 'penilaian perilaku akuntabel sebelum dan sesudah coaching',
    learningModel: 'social20',
  },
};

/** T14: from what was said at the last forum of 2026, for the plan of 2027. */
export const onlineQueue: PlannedNeed = {
  needId: 'tbt-kebutuhan-2027-daring',
  origin: { kind: 'forum', ref: `${forums.september}/tbt-masukan-daring` },
  target: { kind: 'unit', unitId: taxCounter },
  competency: 'M07',
  expectedServiceEffect: 'sebagian besar pemohon memperoleh nomor antrean dari rumah',
  item: {
    itemId: 'tbt-butir-2027-daring',
    form: 'KL10',
    target: 'individual',
    participantsPlanned: 8,
    jp: 800,
    cost: 9_000_000,
    missionRef: 'RPJMD misi 1 (rekaan)',
    impactIndicator: 'bagian layanan yang memakai antrean daring',
    learningModel: 'formal10',
  },
};
