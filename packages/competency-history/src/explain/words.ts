import type {
  AssessmentMethod,
  EmploymentKind,
  IpAsnMissing,
  JpCap,
  JpmBand,
  PerformancePredicate,
} from '@pembinaan/core';
import { formatJp } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import type { IpAsnDimension } from './explanation.js';

type Words<K extends string> = Readonly<Record<K, Bilingual>>;

export const methods: Words<AssessmentMethod> = {
  assessmentCentre: { en: 'assessment centre', id: 'pusat asesmen' },
  test: { en: 'test', id: 'tes' },
  superior: { en: 'superior', id: 'atasan' },
  self: { en: 'self-assessment', id: 'penilaian mandiri' },
  training: { en: 'training', id: 'pelatihan' },
};

export const employmentKinds: Words<EmploymentKind> = {
  pns: { en: 'PNS', id: 'PNS' },
  pppk: { en: 'PPPK', id: 'PPPK' },
  pppkPartTime: { en: 'part-time PPPK', id: 'PPPK paruh waktu' },
};

export const predicates: Words<PerformancePredicate> = {
  sangatBaik: { en: 'very good (sangat baik)', id: 'sangat baik' },
  baik: { en: 'good (baik)', id: 'baik' },
  butuhPerbaikan: { en: 'needs improvement (butuh perbaikan)', id: 'butuh perbaikan' },
  kurang: { en: 'poor (kurang)', id: 'kurang' },
  sangatKurang: { en: 'very poor (sangat kurang)', id: 'sangat kurang' },
};

export const bands: Words<JpmBand> = {
  optimal: { en: 'optimal', id: 'optimal' },
  cukupOptimal: { en: 'fairly optimal (cukup optimal)', id: 'cukup optimal' },
  kurangOptimal: { en: 'less than optimal (kurang optimal)', id: 'kurang optimal' },
};

export const dimensions: Words<IpAsnDimension> = {
  qualification: { en: 'qualification', id: 'kualifikasi' },
  competence: { en: 'competence', id: 'kompetensi' },
  performance: { en: 'performance', id: 'kinerja' },
  discipline: { en: 'discipline', id: 'disiplin' },
};

/** Inputs of the index, as things that are lacking. */
export const indexInputs: Words<IpAsnMissing> = {
  education: { en: 'the education', id: 'pendidikan' },
  positionKind: { en: 'the kind of position', id: 'jenis jabatan' },
  leadershipTraining: { en: 'leadership training', id: 'pelatihan kepemimpinan' },
  functionalTraining: { en: 'functional training', id: 'pelatihan fungsional' },
  technicalJp: { en: 'technical training', id: 'pelatihan teknis' },
  seminar: { en: 'seminars', id: 'seminar' },
  predicate: { en: 'the performance predicate', id: 'predikat kinerja' },
  sanction: { en: 'disciplinary sanctions', id: 'hukuman disiplin' },
};

const per: Words<JpCap['per']> = {
  day: { en: 'a day', id: 'per hari' },
  month: { en: 'a month', id: 'per bulan' },
  module: { en: 'a module', id: 'per modul' },
};

/** A cap, such as `2 JP a day`; one that is not recorded is only called so. */
export function capWords(cap: JpCap | null): Bilingual {
  if (cap === null) return { en: 'a cap', id: 'batas' };
  const amount =
    cap.unit === 'jp'
      ? { en: `${formatJp(cap.value)} JP`, id: `${formatJp(cap.value)} JP` }
      : { en: `${cap.value} meetings`, id: `${cap.value} pertemuan` };
  return { en: `the cap of ${amount.en} ${per[cap.per].en}`, id: `batas ${amount.id} ${per[cap.per].id}` };
}
