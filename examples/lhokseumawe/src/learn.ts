import { CreditJp, jpLedgerId, RejectJpClaim, SubmitJpClaim } from '@pembinaan/core';
import {
  communityMeets,
  documentHash,
  formCommunity,
  type Office,
  type PembinaanCommand,
  type Stage,
} from '@pembinaan-examples/stage';
import { community, staff, units } from './agency.js';

/** L13: August. People of three units learn from each other, and some by themselves. */
export async function learnOnTheirOwn(stage: Stage, office: Office): Promise<void> {
  stage.tells('L13');
  await beginCommunity(stage, office);
  await selfStudy(stage, office);
  await unclearEvidence(stage, office);
  stage.tells();
}

async function beginCommunity(stage: Stage, office: Office): Promise<void> {
  await formCommunity(stage, office, '2026-08-18', community, {
    name: 'Komunitas belajar layanan warga',
    positionFamily: 'mixed',
    coordinatorId: staff.zahra,
    sponsorUnitId: units.dukcapil,
    topicCodes: ['melayani-warga', 'berkas-digital'],
  });
  await communityMeets(stage, office, community, {
    date: '2026-08-20',
    minutes: 90,
    attendees: [staff.zahra, staff.iqbal, staff.nisa, staff.lia, staff.tari],
    topicCodes: ['melayani-warga'],
  });
}

/** L13: November. One who saw no use in seminars shows the others how she checks a file. */
export async function sharePractice(stage: Stage, office: Office): Promise<void> {
  stage.tells('L13');
  await communityMeets(stage, office, community, {
    date: '2026-11-05',
    minutes: 135,
    attendees: [staff.zahra, staff.nisa, staff.mala, staff.dewi, staff.rauza, staff.yusni],
    topicCodes: ['berkas-digital'],
    practiceShared: documentHash('daftar periksa berkas akta'),
  });
  stage.tells();
  stage.say({
    id: 'Komunitas belajar bertemu dua kali. Pada pertemuan kedua seorang operator memperlihatkan daftar periksanya; tiga jam pelajaran tercatat, dua di antaranya dihitung (batas per hari).',
    en: 'The learning community meets twice. The second time a clerk shows her checklist; three JP are recorded, of which two count (the cap of a day).',
  });
}

const claimOf = (employeeId: string, claimId: string) => ({
  claimId,
  employeeId,
  form: 'NKL09' as const,
  international: false,
  evidenceHash: documentHash(`ringkasan belajar ${claimId}`),
});

/** A PPPK who studies in working hours needs a permission; what she claims is verified by somebody else. */
async function selfStudy(stage: Stage, office: Office): Promise<void> {
  const claimId = 'lsm-klaim-riska';
  const ledgerId = jpLedgerId(staff.riska, office.setup.year);
  const days = [
    { date: '2026-08-19', minutes: 90 },
    { date: '2026-08-21', minutes: 135 },
  ];
  const claim = { ...claimOf(staff.riska, claimId), days, inWorkingHours: true };
  stage.on('2026-08-24');
  await office.as(staff.riska).isRefused('R22', ledgerId, SubmitJpClaim(claim));
  await office.as(staff.riska).does(ledgerId, SubmitJpClaim({ ...claim, permissionRef: 'izin-belajar-lsm-07' }));
  stage.on('2026-08-26');
  await office.as(staff.riska).isRefused('R23', ledgerId, credit(staff.riska, claimId));
  await office.as(office.who.verifier).does(ledgerId, credit(staff.riska, claimId));
  stage.say({
    id: 'Seorang PPPK belajar mandiri pada jam kerja: klaim tanpa izin tertulis ditolak (R22), dan ia tidak dapat memverifikasi JP-nya sendiri (R23). Dengan izin, verifikator mengkreditkan empat dari lima JP (batas per hari).',
    en: 'A PPPK studies by herself in working hours: a claim without written permission is refused (R22), and she cannot verify JP of her own (R23). With the permission the verifier credits four of five JP (the cap of a day).',
  });
}

/** A claim is rejected because its evidence does not show what was learnt, and is made again with better evidence. */
async function unclearEvidence(stage: Stage, office: Office): Promise<void> {
  const [first, second] = ['lsm-klaim-fajri-1', 'lsm-klaim-fajri-2'];
  const ledgerId = jpLedgerId(staff.fajri, office.setup.year);
  const claim = { days: [{ date: '2026-08-22', minutes: 90 }], inWorkingHours: false };
  const verifier = office.as(office.who.verifier);
  stage.on('2026-08-27');
  await office.as(staff.fajri).does(ledgerId, SubmitJpClaim({ ...claimOf(staff.fajri, first), ...claim }));
  stage.on('2026-08-28');
  await verifier.does(ledgerId, RejectJpClaim({ claimId: first, reason: { code: 'evidenceUnclear' } }));
  stage.on('2026-08-31');
  await office.as(staff.fajri).does(ledgerId, SubmitJpClaim({ ...claimOf(staff.fajri, second), ...claim }));
  stage.on('2026-09-01');
  await verifier.does(ledgerId, credit(staff.fajri, second));
  stage.say({
    id: 'Klaim seorang PNS ditolak karena buktinya tidak jelas; dengan ringkasan yang lebih baik klaim kedua dikreditkan.',
    en: 'The claim of a PNS is rejected because its evidence is unclear; with a better summary the second claim is credited.',
  });
}

function credit(employeeId: string, claimId: string): PembinaanCommand {
  return CreditJp({ employeeId, source: { kind: 'claim', claimId } });
}
