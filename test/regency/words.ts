/** Invented words for what the regency does; they name nobody. */
export const POSITIONS = [
  ['Kepala seksi pelayanan', 'pengawas'],
  ['Pengadministrasi layanan', 'pelaksana'],
  ['Analis kebijakan', 'jfPertama'],
  ['Pranata komputer', 'jfMuda'],
  ['Pengelola arsip', 'pelaksana'],
  ['Perencana', 'jfMuda'],
  ['Penyuluh', 'jfPertama'],
  ['Bendahara', 'pelaksana'],
] as const;

export const SUBJECTS = [
  'Pelayanan publik',
  'Manajemen arsip',
  'Administrasi kependudukan',
  'Perizinan terpadu',
  'Pengadaan barang dan jasa',
  'Pengelolaan keuangan',
  'Literasi digital',
  'Komunikasi layanan',
  'Penyusunan kebijakan',
  'Pengawasan internal',
] as const;

export const COMPETENCIES = [
  'M01',
  'M02',
  'M03',
  'M04',
  'M05',
  'M06',
  'M07',
  'M08',
  'SK01',
  'T-ARSIP-01',
  'T-SI-01',
] as const;

export const SERVICES = ['surat-keterangan', 'ktp-el', 'izin-usaha', 'kartu-keluarga', 'rujukan', 'pengaduan'] as const;

export const TOPICS = [
  'waktu-tunggu',
  'syarat-tidak-jelas',
  'sikap-petugas',
  'verifikasi-berkas',
  'berkas-digital',
  'melayani-warga',
  'antrean-daring',
] as const;

export const FORMS = ['KL03', 'KL07', 'KL10', 'NKL03'] as const;
