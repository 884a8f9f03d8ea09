/** Public administration: B4, B6. */
export const administration = {
  programId: 'bnj-administrasi',
  commitmentId: 'bnj-administrasi-komitmen',
  evaluationId: 'bnj-evaluasi-administrasi',
  batchId: 'bnj-administrasi-1',
  unit: 'bnj-loket',
  service: 'surat-keterangan',
} as const;

/** Information systems: B5. */
export const systems = {
  programId: 'bnj-sistem',
  commitmentId: 'bnj-sistem-komitmen',
  evaluationId: 'bnj-evaluasi-sistem',
  batchId: 'bnj-sistem-1',
  unit: 'bnj-perizinan',
  service: 'izin-usaha',
} as const;

/** Keeping the archive: planned, then hit by the shortfall (B12, B13). */
export const archive = {
  programId: 'bnj-arsip',
  commitmentId: 'bnj-arsip-komitmen',
  evaluationId: 'bnj-evaluasi-arsip',
  batchId: 'bnj-arsip-1',
  itemId: 'bnj-butir-arsip',
} as const;
