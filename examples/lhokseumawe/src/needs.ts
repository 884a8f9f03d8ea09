import type { PlannedNeed } from '@pembinaan-examples/stage';
import { civilRegistry, classroom, healthPolicy, publicManagement, units } from './agency.js';

/** L1: the four needs of the year, each with its plan item; together they cost more than the budget will hold. */
export function plannedNeeds(cycleId: string): readonly PlannedNeed[] {
  return [health, teaching, management, registry].map((need) => ({ ...need, cycleId }));
}

const health: PlannedNeed = {
  needId: healthPolicy.needId,
  origin: { kind: 'policy', ref: 'peraturan kesehatan terbaru (rekaan)' },
  target: { kind: 'unit', unitId: units.puskesmas },
  competency: 'T-KES-01',
  expectedServiceEffect: 'keterangan petugas kepada warga sesuai kebijakan yang berlaku',
  item: {
    itemId: healthPolicy.itemId,
    form: 'KL10',
    target: 'individual',
    participantsPlanned: 10,
    jp: 1200,
    // Two rounds of five; the programme is opened with the money of the first.
    cost: 24_000_000,
    missionRef: 'RPJMD misi 1 (rekaan)',
    impactIndicator: 'ketepatan keterangan petugas puskesmas',
    learningModel: 'formal10',
  },
};

const teaching: PlannedNeed = {
  needId: classroom.needId,
  origin: { kind: 'strategic' },
  target: { kind: 'unit', unitId: units.school },
  competency: 'T-TIK-01',
  item: {
    itemId: classroom.itemId,
    form: 'KL07',
    target: 'individual',
    participantsPlanned: 5,
    jp: 1000,
    cost: 20_000_000,
    missionRef: 'RPJMD misi 1 (rekaan)',
    impactIndicator: 'penggunaan TIK di kelas menurut kepala sekolah',
    learningModel: 'formal10',
  },
};

const management: PlannedNeed = {
  needId: publicManagement.needId,
  origin: { kind: 'strategic' },
  target: { kind: 'institution' },
  competency: 'M05',
  item: {
    itemId: publicManagement.itemId,
    form: 'KL06',
    target: 'institution',
    participantsPlanned: 8,
    jp: 400,
    cost: 15_000_000,
    missionRef: 'RPJMD misi 3 (rekaan)',
    impactIndicator: 'rencana perbaikan layanan tiap unit peserta',
    learningModel: 'formal10',
  },
};

const registry: PlannedNeed = {
  needId: civilRegistry.needId,
  origin: { kind: 'gap', ref: 'lsm-celah-02-dukcapil' },
  target: { kind: 'unit', unitId: units.dukcapil },
  competency: 'T-DUKCAPIL-01',
  expectedServiceEffect: 'waktu tunggu akta kelahiran turun dan kesalahan berkas berkurang',
  item: {
    itemId: civilRegistry.itemId,
    form: 'KL10',
    target: 'individual',
    participantsPlanned: 6,
    jp: 1200,
    cost: 24_000_000,
    missionRef: 'RPJMD misi 3 (rekaan)',
    impactIndicator: 'waktu tunggu median dan persentase berkas salah akta kelahiran',
    learningModel: 'work70',
  },
};
