import type { Bilingual } from '@pembinaan/event-sourcing';

/** What a refusal may speak of, in both languages. */
export const things = {
  assessment: { en: 'assessment', id: 'penilaian' },
  authority: { en: 'authority', id: 'kewenangan' },
  batch: { en: 'batch', id: 'angkatan' },
  certificate: { en: 'certificate', id: 'sertifikat' },
  commitment: { en: 'commitment', id: 'komitmen anggaran' },
  employee: { en: 'employee', id: 'pegawai' },
  evaluation: { en: 'evaluation', id: 'evaluasi' },
  gap: { en: 'gap', id: 'kesenjangan' },
  impact: { en: 'impact measurement', id: 'pengukuran dampak' },
  measurement: { en: 'measurement', id: 'pengukuran' },
  mentorship: { en: 'mentorship', id: 'pendampingan' },
  need: { en: 'need', id: 'kebutuhan' },
  nomination: { en: 'nomination of', id: 'pencalonan' },
  plan: { en: 'plan', id: 'rencana' },
  'plan item': { en: 'plan item', id: 'butir rencana' },
  policy: { en: 'policy', id: 'kebijakan' },
  'policy version': { en: 'policy version', id: 'versi kebijakan' },
  programme: { en: 'programme', id: 'program' },
  'programme of the commitment': { en: 'programme of the commitment', id: 'program pada komitmen anggaran' },
  rating: { en: 'rating', id: 'penilaian perilaku' },
  recommendation: { en: 'recommendation', id: 'rekomendasi' },
  session: { en: 'session', id: 'sesi' },
  survey: { en: 'survey', id: 'survei' },
} as const satisfies Record<string, Bilingual>;

/** The name of something of which a refusal may speak. */
export type Thing = keyof typeof things;

const statuses: Readonly<Record<string, Bilingual>> = {
  none: { en: 'not there', id: 'belum ada' },
  approved: { en: 'approved', id: 'disetujui' },
  cancelled: { en: 'cancelled', id: 'dibatalkan' },
  completed: { en: 'completed', id: 'selesai' },
  concluded: { en: 'concluded', id: 'disimpulkan' },
  confirmed: { en: 'confirmed', id: 'dikonfirmasi' },
  contested: { en: 'contested', id: 'disanggah' },
  declined: { en: 'declined', id: 'menolak' },
  designed: { en: 'designed', id: 'dirancang' },
  disputed: { en: 'disputed', id: 'dibantah' },
  draft: { en: 'a draft', id: 'konsep' },
  ended: { en: 'ended', id: 'berakhir' },
  established: { en: 'established', id: 'ditetapkan' },
  granted: { en: 'granted', id: 'diberikan' },
  nominated: { en: 'nominated', id: 'dicalonkan' },
  notCompleted: { en: 'not completed', id: 'tidak selesai' },
  planned: { en: 'planned', id: 'direncanakan' },
  proposed: { en: 'proposed', id: 'diusulkan' },
  recorded: { en: 'recorded', id: 'dicatat' },
  registered: { en: 'registered', id: 'terdaftar' },
  rejected: { en: 'rejected', id: 'ditolak' },
  returned: { en: 'returned', id: 'dikembalikan' },
  notNominated: { en: 'not nominated', id: 'tidak dicalonkan' },
  separated: { en: 'separated', id: 'sudah berhenti' },
  serving: { en: 'serving', id: 'aktif' },
  scheduled: { en: 'scheduled', id: 'dijadwalkan' },
  submitted: { en: 'submitted', id: 'diajukan' },
  suspended: { en: 'suspended', id: 'ditangguhkan' },
  validated: { en: 'validated', id: 'divalidasi' },
  verified: { en: 'verified', id: 'diverifikasi' },
  withdrawn: { en: 'withdrawn', id: 'mengundurkan diri' },
};

/** A status as people say it; the code itself where nobody has named it. */
export function statusName(status: string): Bilingual {
  return statuses[status] ?? { en: status, id: status };
}
