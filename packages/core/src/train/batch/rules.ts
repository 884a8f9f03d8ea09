import { type Rejection, rule } from '@pembinaan/event-sourcing';
import type { PolicyFigures } from '../../governance/policy/figures.js';
import { statusName } from '../../governance/rules/names.js';
import { formatJp, formatScore } from '../../values/amounts.js';
import { type DevelopmentForm, developmentForms } from '../../values/development-form.js';

export const R16 = rule('R16', {
  text: {
    en: 'A partner acts under an agreement of the level PKS that is active for the whole period; an MoU alone is not enough.',
    id: 'Mitra bertindak berdasarkan perjanjian setingkat PKS yang berlaku sepanjang masa kegiatan; MoU saja tidak cukup.',
  },
  refusals: {
    noAgreement: (d: { partnerId: string }) => ({
      en: `There is no agreement with the partner ${d.partnerId}. Sign a PKS that covers the whole period first.`,
      id: `Belum ada perjanjian dengan mitra ${d.partnerId}. Tandatangani PKS yang mencakup seluruh masa kegiatan dahulu.`,
    }),
    mouOnly: (d: { partnerId: string }) => ({
      en: `With the partner ${d.partnerId} there is an MoU only. Sign a PKS that covers the whole period first.`,
      id: `Dengan mitra ${d.partnerId} baru ada MoU. Tandatangani PKS yang mencakup seluruh masa kegiatan dahulu.`,
    }),
    notWholePeriod: (d: { partnerId: string; from: string; to: string }) => ({
      en: `No PKS with the partner ${d.partnerId} covers the whole period from ${d.from} to ${d.to}. Prolong the PKS, or choose days that it covers.`,
      id: `Tidak ada PKS dengan mitra ${d.partnerId} yang mencakup seluruh masa ${d.from} sampai ${d.to}. Perpanjang PKS, atau pilih hari yang dicakupnya.`,
    }),
  },
});

export const R18 = rule('R18', {
  text: {
    en: 'A participant serves on the dates, has no other confirmed batch or workplace learning at that time, finds a free seat and did not complete the programme within the months of the policy; a PPPK needs the written assignment of the PyB and stays within the JP that may be assigned in a contract year.',
    id: 'Peserta aktif pada tanggal kegiatan, tidak terkonfirmasi di angkatan atau ditugaskan belajar di tempat kerja lain pada masa yang sama, mendapat tempat, dan belum menyelesaikan program itu dalam jangka bulan menurut kebijakan; PPPK memerlukan penugasan tertulis PyB dan tidak melampaui JP yang boleh ditugaskan dalam satu tahun kontrak.',
  },
  refusals: {
    notServing: (d: { employeeId: string; separatedOn: string }) => ({
      en: `${d.employeeId} no longer serves here from ${d.separatedOn} on, before the activity is over. Choose somebody who serves on all its days.`,
      id: `${d.employeeId} tidak lagi bertugas sejak ${d.separatedOn}, sebelum kegiatan berakhir. Pilih pegawai yang aktif pada seluruh harinya.`,
    }),
    notYetServing: (d: { employeeId: string; from: string }) => ({
      en: `The contract of ${d.employeeId} begins on ${d.from}, after the activity has begun. Choose one that begins on that day or later.`,
      id: `Kontrak ${d.employeeId} baru berlaku sejak ${d.from}, sesudah kegiatan dimulai. Pilih kegiatan yang dimulai pada hari itu atau sesudahnya.`,
    }),
    alreadyNominated: (d: { employeeId: string; status: string }) => ({
      en: `${d.employeeId} is ${statusName(d.status).en} in this batch already. Go on with that nomination.`,
      id: `${d.employeeId} sudah berstatus ${statusName(d.status).id} pada angkatan ini. Lanjutkan pencalonan itu.`,
    }),
    batchFull: (d: { capacity: number }) => ({
      en: `All ${d.capacity} seats of the batch are taken. Wait for a seat to become free, or schedule another batch.`,
      id: `Seluruh ${d.capacity} tempat pada angkatan ini telah terisi. Tunggu tempat kosong, atau jadwalkan angkatan lain.`,
    }),
    overlapping: (d: { employeeId: string; kind: 'batch' | 'workplace'; id: string; from: string; to: string }) => ({
      en: `${d.employeeId} ${d.kind === 'batch' ? 'is confirmed in the batch' : 'is assigned to the workplace learning'} ${d.id} from ${d.from} to ${d.to}, at the same time. Choose another time.`,
      id: `${d.employeeId} ${d.kind === 'batch' ? 'terkonfirmasi pada angkatan' : 'ditugaskan pada pembelajaran di tempat kerja'} ${d.id} tanggal ${d.from} sampai ${d.to}, pada masa yang sama. Pilih waktu lain.`,
    }),
    repeatedTooSoon: (d: { employeeId: string; batchId: string; until: string }) => ({
      en: `${d.employeeId} completed this programme in the batch ${d.batchId}; it may be repeated in a batch that begins on ${d.until} or later. Choose a later batch or another programme.`,
      id: `${d.employeeId} telah menyelesaikan program ini pada angkatan ${d.batchId}; program dapat diulang pada angkatan yang dimulai ${d.until} atau sesudahnya. Pilih angkatan berikutnya atau program lain.`,
    }),
    letterMissing: (d: { employeeId: string }) => ({
      en: `${d.employeeId} is a PPPK and needs the written assignment of the PyB. Give assignmentLetterRef.`,
      id: `${d.employeeId} adalah PPPK dan memerlukan penugasan tertulis PyB. Isi assignmentLetterRef.`,
    }),
    contractUnknown: (d: { employeeId: string }) => ({
      en: `${d.employeeId} is a PPPK of whom no contract is known, so that the JP of the contract year cannot be added up. Register the contract first.`,
      id: `${d.employeeId} adalah PPPK yang kontraknya belum tercatat, sehingga JP dalam tahun kontraknya tidak dapat dijumlahkan. Catat kontraknya dahulu.`,
    }),
    aboveCeiling: (d: { employeeId: string; assigned: number; jp: number; ceiling: number }) => ({
      en: `${d.employeeId} has ${formatJp(d.assigned)} JP assigned in this contract year; with ${formatJp(d.jp)} more the ceiling of ${formatJp(d.ceiling)} JP would be passed. Choose a shorter programme, or wait for the next contract year.`,
      id: `${d.employeeId} telah ditugasi ${formatJp(d.assigned)} JP pada tahun kontrak ini; dengan tambahan ${formatJp(d.jp)} JP batas ${formatJp(d.ceiling)} JP terlampaui. Pilih program yang lebih singkat, atau tunggu tahun kontrak berikutnya.`,
    }),
    notByThePerson: (d: { employeeId: string }) => ({
      en: `The nomination is declined as by ${d.employeeId}, but somebody else declines it. Say 'superior' or 'bkpsdm', or state for whom you type in onBehalfOf.`,
      id: `Pencalonan ditolak seolah-olah oleh ${d.employeeId}, padahal orang lain yang menolak. Isi 'superior' atau 'bkpsdm', atau sebutkan untuk siapa Anda mengetik pada onBehalfOf.`,
    }),
    byThePerson: (d: { employeeId: string; by: string }) => ({
      en: `${d.employeeId} takes part in declining the own nomination as '${d.by}'. Say 'self', or let somebody else decline it.`,
      id: `${d.employeeId} ikut menolak pencalonannya sendiri sebagai '${d.by}'. Isi 'self', atau biarkan orang lain yang menolak.`,
    }),
  },
});

export const R19 = rule('R19', {
  text: {
    en: 'Completed needs a confirmed nomination, the attendance of the policy and the pass mark within the attempts allowed; at a workplace it needs the last day, a report and the confirmation of the host. An outcome is decided once, and a batch is completed when every participant has one. Later changes are corrections.',
    id: 'Selesai mensyaratkan pencalonan terkonfirmasi, kehadiran menurut kebijakan, dan nilai batas lulus dalam jumlah percobaan yang diperbolehkan; di tempat kerja mensyaratkan hari terakhir, laporan, dan konfirmasi tuan rumah. Hasil akhir diputuskan satu kali, dan angkatan selesai bila setiap peserta telah memilikinya. Perubahan kemudian berupa koreksi.',
  },
  refusals: {
    attemptsAboveMaximum: (d: { given: number; maximum: number }) => ({
      en: `${d.given} attempts are more than the ${d.maximum} that the policy allows. Lower maxAttempts.`,
      id: `${d.given} percobaan melebihi ${d.maximum} yang diperbolehkan kebijakan. Turunkan maxAttempts.`,
    }),
    someCompleted: (d: { employeeId: string; completed: number }) => ({
      en: `${d.completed} participants have completed the batch, ${d.employeeId} among them. Decide the other outcomes and complete the batch; correct an outcome that is wrong.`,
      id: `${d.completed} peserta telah menyelesaikan angkatan ini, antara lain ${d.employeeId}. Putuskan hasil akhir lainnya dan selesaikan angkatannya; perbaiki hasil akhir yang keliru.`,
    }),
    notConfirmed: (d: { employeeId: string; status: string }) => ({
      en: `${d.employeeId} is ${statusName(d.status).en} in this batch, not confirmed. Have the nomination confirmed first; once the outcome is decided, send a correction.`,
      id: `${d.employeeId} berstatus ${statusName(d.status).id} pada angkatan ini, tidak terkonfirmasi. Mintalah pencalonannya dikonfirmasi dahulu; setelah hasil akhir diputuskan, kirim koreksi.`,
    }),
    sessionAhead: (d: { sessionId: string; date: string }) => ({
      en: `The session ${d.sessionId} is on ${d.date} and has not been held yet. Record attendance on that day or later.`,
      id: `Sesi ${d.sessionId} berlangsung pada ${d.date} dan belum dilaksanakan. Catat kehadiran pada hari itu atau sesudahnya.`,
    }),
    tooManyMinutes: (d: { sessionId: string; given: number; minutes: number }) => ({
      en: `${d.given} minutes are more than the ${d.minutes} of the session ${d.sessionId}. Give the minutes for which the person was there.`,
      id: `${d.given} menit melebihi ${d.minutes} menit sesi ${d.sessionId}. Isi menit kehadiran yang sebenarnya.`,
    }),
    minutesWithoutPresence: (d: { given: number }) => ({
      en: `Somebody who was absent has no minutes, and ${d.given} are given. Send 0 minutes, or presence.`,
      id: `Peserta yang tidak hadir tidak memiliki menit, sedangkan tertulis ${d.given}. Kirim 0 menit, atau nyatakan hadir.`,
    }),
    presenceWithoutMinutes: () => ({
      en: 'Somebody who was present was so for at least a minute. Give the minutes, or absence.',
      id: 'Peserta yang hadir paling sedikit hadir satu menit. Isi menitnya, atau nyatakan tidak hadir.',
    }),
    attendanceRecorded: (d: { employeeId: string; sessionId: string }) => ({
      en: `The attendance of ${d.employeeId} at the session ${d.sessionId} is recorded. Send a correction that names the event it corrects.`,
      id: `Kehadiran ${d.employeeId} pada sesi ${d.sessionId} sudah dicatat. Kirim koreksi yang menyebut peristiwa yang diperbaiki.`,
    }),
    onePreTest: () => ({
      en: 'The test before the training is taken once. Record it as attempt 1.',
      id: 'Tes awal hanya diikuti satu kali. Catat sebagai percobaan 1.',
    }),
    attemptsExhausted: (d: { attempt: number; maximum: number }) => ({
      en: `The programme allows ${d.maximum} attempts, and this would be number ${d.attempt}. Decide the outcome on the attempts that were made.`,
      id: `Program memperbolehkan ${d.maximum} percobaan, dan ini percobaan ke-${d.attempt}. Putuskan hasil akhir berdasarkan percobaan yang ada.`,
    }),
    attemptSkipped: (d: { attempt: number; expected: number }) => ({
      en: `Attempt ${d.attempt} cannot be recorded before attempt ${d.expected}. Record the attempts in their order.`,
      id: `Percobaan ke-${d.attempt} tidak dapat dicatat sebelum percobaan ke-${d.expected}. Catat percobaan sesuai urutannya.`,
    }),
    resultRecorded: (d: { employeeId: string; kind: string; attempt: number }) => ({
      en: `The result of ${d.employeeId} in '${d.kind}', attempt ${d.attempt}, is recorded. Send a correction that names the event it corrects.`,
      id: `Hasil ${d.employeeId} pada '${d.kind}', percobaan ke-${d.attempt}, sudah dicatat. Kirim koreksi yang menyebut peristiwa yang diperbaiki.`,
    }),
    attendanceTooLow: (d: { employeeId: string; attended: number; sessions: number; minimum: number }) => ({
      en: `${d.employeeId} attended ${d.attended} of ${d.sessions} sessions; completion needs ${d.minimum / 100}%. Decide 'notCompleted', or correct the attendance where it is wrong.`,
      id: `${d.employeeId} menghadiri ${d.attended} dari ${d.sessions} sesi; untuk selesai diperlukan ${d.minimum / 100}%. Putuskan 'notCompleted', atau perbaiki catatan kehadiran bila keliru.`,
    }),
    belowPassMark: (d: { employeeId: string; best?: number; passMark: number }) => ({
      en: `The best score of ${d.employeeId} is ${d.best === undefined ? 'missing' : formatScore(d.best)}; the pass mark is ${formatScore(d.passMark)}. Record the result of a further attempt, or decide 'notCompleted'.`,
      id: `Nilai terbaik ${d.employeeId} ${d.best === undefined ? 'belum ada' : `adalah ${formatScore(d.best)}`}; batas lulus ${formatScore(d.passMark)}. Catat hasil percobaan berikutnya, atau putuskan 'notCompleted'.`,
    }),
    decidedOnce: (d: { employeeId: string; outcome: string }) => ({
      en: `The outcome of ${d.employeeId} is decided: '${d.outcome}'. Send a correction that names the decision it corrects.`,
      id: `Hasil akhir ${d.employeeId} sudah diputuskan: '${d.outcome}'. Kirim koreksi yang menyebut keputusan yang diperbaiki.`,
    }),
    notOver: (d: { on: string; lastDay: string }) => ({
      en: `The batch lasts until ${d.lastDay} and cannot be completed on ${d.on}. Complete it on its last day or later.`,
      id: `Angkatan berlangsung sampai ${d.lastDay} dan tidak dapat diselesaikan pada ${d.on}. Selesaikan pada hari terakhir atau sesudahnya.`,
    }),
    nominationOpen: (d: { employeeId: string; open: number }) => ({
      en: `${d.open} nominations are still open, among them that of ${d.employeeId}. Confirm or decline each of them first.`,
      id: `Masih ada ${d.open} pencalonan yang terbuka, antara lain ${d.employeeId}. Konfirmasi atau tolak semuanya dahulu.`,
    }),
    outcomeMissing: (d: { employeeId: string; missing: number }) => ({
      en: `${d.missing} participants have no outcome yet, among them ${d.employeeId}. Decide the outcome of each of them first.`,
      id: `Masih ada ${d.missing} peserta tanpa hasil akhir, antara lain ${d.employeeId}. Putuskan hasil akhir semuanya dahulu.`,
    }),
    workplaceNotOver: (d: { on: string; lastDay: string }) => ({
      en: `The workplace learning lasts until ${d.lastDay} and was not completed on ${d.on}. Complete it with its last day, or stop it with a reason.`,
      id: `Pembelajaran di tempat kerja berlangsung sampai ${d.lastDay} dan belum selesai pada ${d.on}. Selesaikan dengan hari terakhirnya, atau hentikan dengan alasan.`,
    }),
    reportMissing: () => ({
      en: 'Completion at a workplace needs the report of the person, and none was given. Give reportHash.',
      id: 'Penyelesaian di tempat kerja memerlukan laporan yang bersangkutan, tetapi laporannya tidak disertakan. Isi reportHash.',
    }),
    hostConfirmationMissing: () => ({
      en: 'Completion at a workplace needs the letter in which the host confirms it, and none was given. Give hostConfirmation.',
      id: 'Penyelesaian di tempat kerja memerlukan surat konfirmasi tuan rumah, tetapi suratnya tidak disertakan. Isi hostConfirmation.',
    }),
    reasonNotExpected: () => ({
      en: "A reason says why something was stopped, and the outcome given is 'completed'. Leave reason out, or send 'stopped'.",
      id: "Alasan menjelaskan mengapa kegiatan dihentikan, sedangkan hasil yang diisi 'completed'. Kosongkan reason, atau kirim 'stopped'.",
    }),
    meetingsMissing: () => ({
      en: 'On-the-job guidance (NKL11) counts by its meetings, and none are given. Give meetings, each with its day and its minutes.',
      id: 'Bimbingan di tempat kerja (NKL11) dihitung menurut pertemuannya, tetapi pertemuannya tidak disebut. Isi meetings, masing-masing dengan hari dan menitnya.',
    }),
    meetingsNotExpected: (d: { form: DevelopmentForm }) => ({
      en: `${d.form} (${developmentForms[d.form].en}) counts as a whole, not by meetings. Leave meetings out.`,
      id: `${d.form} (${developmentForms[d.form].id}) dihitung sebagai satu kegiatan, bukan menurut pertemuan. Kosongkan meetings.`,
    }),
    meetingOutside: (d: { date: string; from: string; to: string }) => ({
      en: `The meeting of ${d.date} lies outside the days from ${d.from} to ${d.to}. Correct its date.`,
      id: `Pertemuan tanggal ${d.date} berada di luar hari ${d.from} sampai ${d.to}. Perbaiki tanggalnya.`,
    }),
  },
});

export const R21 = rule('R21', {
  text: {
    en: 'No batch without an evaluation plan of its programme that was made before the first session; the sessions lie in the period of the batch.',
    id: 'Tidak ada angkatan tanpa rencana evaluasi programnya yang dibuat sebelum sesi pertama; semua sesi berada dalam masa angkatan.',
  },
  refusals: {
    notPlanned: (d: { evaluationId: string }) => ({
      en: `The evaluation ${d.evaluationId} is not planned. Plan it before the first session, with its baseline.`,
      id: `Evaluasi ${d.evaluationId} belum direncanakan. Rencanakan sebelum sesi pertama, beserta data awalnya.`,
    }),
    otherProgram: (d: { evaluationId: string; programId: string }) => ({
      en: `The evaluation ${d.evaluationId} belongs to the programme ${d.programId}. Name the evaluation of this programme.`,
      id: `Evaluasi ${d.evaluationId} adalah milik program ${d.programId}. Sebutkan evaluasi program ini.`,
    }),
    plannedTooLate: (d: { evaluationId: string; plannedOn: string; firstSession: string }) => ({
      en: `The evaluation ${d.evaluationId} was planned on ${d.plannedOn}, after the first session on ${d.firstSession}. Move the sessions, so that what was before can be measured.`,
      id: `Evaluasi ${d.evaluationId} direncanakan pada ${d.plannedOn}, sesudah sesi pertama pada ${d.firstSession}. Pindahkan sesinya agar keadaan sebelumnya dapat diukur.`,
    }),
    concluded: (d: { evaluationId: string }) => ({
      en: `The evaluation ${d.evaluationId} is concluded, so that this batch could not be measured under it. Plan a new evaluation for it first.`,
      id: `Evaluasi ${d.evaluationId} telah disimpulkan, sehingga angkatan ini tidak dapat diukur dengannya. Rencanakan evaluasi baru dahulu.`,
    }),
    sessionOutside: (d: { sessionId: string; date: string; from: string; to: string }) => ({
      en: `The session ${d.sessionId} on ${d.date} lies outside the period from ${d.from} to ${d.to}. Correct its date or the period.`,
      id: `Sesi ${d.sessionId} tanggal ${d.date} berada di luar masa ${d.from} sampai ${d.to}. Perbaiki tanggalnya atau masa angkatan.`,
    }),
  },
});

/** Refuses a programme with more attempts than the policy allows (R19). */
export function attemptsAllowed(given: number, figures: PolicyFigures): Rejection | undefined {
  const maximum = figures['module.maxAttempts'].value;
  return given > maximum ? R19.refuse('attemptsAboveMaximum', { given, maximum }) : undefined;
}
