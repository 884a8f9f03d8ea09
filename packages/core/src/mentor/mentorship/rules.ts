import { type Rejection, rule } from '@pembinaan/event-sourcing';
import { G02, inStatus } from '../../governance/rules/ground-rules.js';
import { statusName } from '../../governance/rules/names.js';
import { type Employee, placementOn, servesOn } from '../../people/employee/state.js';
import { assessmentOn, type CompetencyProfile } from '../../plan/competency-profile/state.js';
import type { MentorshipEntry } from '../../registers/mentorships-of.js';
import { type CompetencyCode, seniorityOf } from '../../values/competency.js';
import type { MentorshipId, SubjectId } from '../../values/ids.js';
import { type LocalDate, overlap, type Period, within } from '../../values/local-date.js';
import type { Mentorship } from './state.js';

export const R27 = rule('R27', {
  text: {
    en: 'Mentor and mentee are two people who serve; the mentor is not the rating superior unless the policy allows it, is one level ahead in a target competency or in a more senior position, has room for the pair, and is not at the same time mentored by the mentee in the same competency.',
    id: 'Mentor dan mentee adalah dua orang yang aktif bekerja; mentor bukan atasan penilai kecuali kebijakan mengizinkan, unggul satu level pada satu kompetensi sasaran atau berjabatan lebih tinggi, masih memiliki ruang, dan tidak pada masa yang sama didampingi mentee pada kompetensi yang sama.',
  },
  refusals: {
    samePerson: (d: { subjectId: string }) => ({
      en: `${d.subjectId} cannot be mentor and mentee at once. Name another mentor.`,
      id: `${d.subjectId} tidak dapat menjadi mentor sekaligus mentee. Tunjuk mentor lain.`,
    }),
    notServing: (d: { subjectId: string; on: string }) => ({
      en: `${d.subjectId} is not registered as serving on ${d.on}. Register the person first, or name somebody who serves.`,
      id: `${d.subjectId} tidak terdaftar aktif bekerja pada ${d.on}. Daftarkan dahulu, atau tunjuk orang yang aktif bekerja.`,
    }),
    superior: (d: { mentorId: string; menteeId: string }) => ({
      en: `${d.mentorId} is the superior who rates ${d.menteeId}, and the policy does not let a superior be the mentor. Name another mentor.`,
      id: `${d.mentorId} adalah atasan yang menilai ${d.menteeId}, dan kebijakan tidak mengizinkan atasan menjadi mentor. Tunjuk mentor lain.`,
    }),
    notAhead: (d: { mentorId: string; menteeId: string; competencies: readonly string[] }) => ({
      en: `${d.mentorId} is not one level ahead of ${d.menteeId} in ${d.competencies.join(', ')}, nor in a more senior position. Name a mentor who is, or have the competencies assessed.`,
      id: `${d.mentorId} tidak unggul satu level dari ${d.menteeId} pada ${d.competencies.join(', ')} dan jabatannya tidak lebih tinggi. Tunjuk mentor yang memenuhi, atau lakukan penilaian kompetensinya.`,
    }),
    loadFull: (d: { mentorId: string; open: number; maximum: number }) => ({
      en: `${d.mentorId} is the mentor in ${d.open} other open mentorships, and ${d.maximum} in all are allowed. End one first, or name another mentor.`,
      id: `${d.mentorId} menjadi mentor pada ${d.open} pendampingan lain yang terbuka, dan batasnya ${d.maximum}. Akhiri salah satunya dahulu, atau tunjuk mentor lain.`,
    }),
    reciprocal: (d: { mentorshipId: string; competency: string }) => ({
      en: `In the mentorship ${d.mentorshipId} the mentee guides the mentor in ${d.competency} at the same time. Choose another competency, another period or another mentor.`,
      id: `Pada pendampingan ${d.mentorshipId} mentee mendampingi mentor dalam ${d.competency} pada masa yang sama. Pilih kompetensi, masa, atau mentor lain.`,
    }),
  },
});

export const R28 = rule('R28', {
  text: {
    en: 'A session lies within the mentorship, not in the future, is recorded by one of the two in time, and counts only after the other party confirms it.',
    id: 'Sesi berada dalam masa pendampingan, tidak di masa depan, dicatat tepat waktu oleh salah satu pihak, dan diperhitungkan hanya setelah dikonfirmasi pihak lain.',
  },
  refusals: {
    notParty: (d: { subjectId: string }) => ({
      en: `${d.subjectId} is neither the mentor nor the mentee. Let one of the two act, or state for whom you type in onBehalfOf.`,
      id: `${d.subjectId} bukan mentor maupun mentee. Mintalah salah satunya bertindak, atau sebutkan untuk siapa Anda mengetik pada onBehalfOf.`,
    }),
    outsidePeriod: (d: { date: string; from: string; to: string }) => ({
      en: `The session of ${d.date} lies outside the mentorship (${d.from} to ${d.to}). Correct the date, or propose a mentorship that covers it.`,
      id: `Sesi tanggal ${d.date} berada di luar masa pendampingan (${d.from} sampai ${d.to}). Perbaiki tanggalnya, atau usulkan pendampingan yang mencakupnya.`,
    }),
    inFuture: (d: { date: string; today: string }) => ({
      en: `The session of ${d.date} has not taken place yet (today is ${d.today}). Record it afterwards.`,
      id: `Sesi tanggal ${d.date} belum berlangsung (hari ini ${d.today}). Catat setelah berlangsung.`,
    }),
    tooLate: (d: { date: string; lastDay: string }) => ({
      en: `The session of ${d.date} could be recorded until ${d.lastDay}. It no longer counts; record the next one in time.`,
      id: `Sesi tanggal ${d.date} dapat dicatat sampai ${d.lastDay}. Sesi ini tidak lagi diperhitungkan; catat sesi berikutnya tepat waktu.`,
    }),
    unknownGoal: (d: { place: number }) => ({
      en: `Entry ${d.place} of goalProgress names a goal that this mentorship does not have. Use the goal ids of the proposal.`,
      id: `Isian ke-${d.place} pada goalProgress menyebut sasaran yang tidak dimiliki pendampingan ini. Gunakan id sasaran dari usulannya.`,
    }),
    settled: (d: { sessionId: string; status: string }) => ({
      en: `The session ${d.sessionId} is ${statusName(d.status).en} already; it is answered once. Correct the answer if it was wrong.`,
      id: `Sesi ${d.sessionId} sudah ${statusName(d.status).id}; jawaban diberikan satu kali. Perbaiki jawabannya bila keliru.`,
    }),
  },
});

/** The two people of a mentorship, and what is known of them. */
export interface Pair {
  readonly mentorId: SubjectId;
  readonly menteeId: SubjectId;
  readonly competencies: readonly CompetencyCode[];
  readonly period: Period;
  readonly mentor: Employee;
  readonly mentee: Employee;
}

/** The day on which a pair must fit: that of the act or, where the mentorship lies ahead, its first day. */
export function dayOfFit({ from }: Period, on: LocalDate): LocalDate {
  return within(on, { from }) ? on : from;
}

/** Refuses to take the place of a mentorship that did not end for a change of mentor, or was that of another mentee (G02). */
export function replaces(
  supersedes: MentorshipId | undefined,
  earlier: Mentorship | undefined,
  menteeId: SubjectId,
): Rejection | undefined {
  if (supersedes === undefined || earlier === undefined) return undefined;
  if (earlier.status === 'none') return G02.refuse('notFound', { what: 'mentorship', id: supersedes });
  const refusal = inStatus('mentorship', earlier, 'ended');
  if (refusal !== undefined) return refusal;
  if (earlier.outcome !== 'mentorChanged') {
    const given = earlier.outcome ?? earlier.status;
    return G02.refuse('mismatch', { what: 'outcome of the mentorship', given, expected: 'mentorChanged' });
  }
  if (earlier.menteeId === menteeId) return undefined;
  return G02.refuse('mismatch', { what: 'mentee', given: menteeId, expected: earlier.menteeId });
}

/** Refuses a pair of which one does not serve any more, or not yet (R27). */
export function bothServe({ mentorId, menteeId, mentor, mentee }: Pair, on: LocalDate): Rejection | undefined {
  if (!servesOn(mentor, on)) return R27.refuse('notServing', { subjectId: mentorId, on });
  if (!servesOn(mentee, on)) return R27.refuse('notServing', { subjectId: menteeId, on });
  return undefined;
}

/** Refuses the rating superior as mentor (R27). */
export function notTheSuperior(pair: Pair, superiorAllowed: boolean, on: LocalDate): Rejection | undefined {
  const { mentorId, menteeId, mentee } = pair;
  if (superiorAllowed || placementOn(mentee, on)?.superiorId !== mentorId) return undefined;
  return R27.refuse('superior', { mentorId, menteeId });
}

/** Refuses a mentor who has nothing over the mentee (R27). Who was never assessed stands at level 0. */
export function ahead(
  pair: Pair,
  profiles: { readonly mentor: CompetencyProfile; readonly mentee: CompetencyProfile },
  on: LocalDate,
): Rejection | undefined {
  const { mentorId, menteeId, mentor, mentee, competencies } = pair;
  const level = (profile: CompetencyProfile, competency: CompetencyCode): number =>
    assessmentOn(profile, competency, on)?.level ?? 0;
  if (competencies.some((code) => level(profiles.mentor, code) >= level(profiles.mentee, code) + 1)) return undefined;

  const positions = { mentor: placementOn(mentor, on), mentee: placementOn(mentee, on) };
  const senior =
    positions.mentor !== undefined &&
    positions.mentee !== undefined &&
    seniorityOf(positions.mentor.positionKind) > seniorityOf(positions.mentee.positionKind);
  return senior ? undefined : R27.refuse('notAhead', { mentorId, menteeId, competencies });
}

/**
 * Refuses a mentor who has no room for one more, or whom the mentee guides in the same competency at the same time (R27).
 * `entries` are the mentorships of the mentor other than this one.
 */
export function room(
  pair: Pair,
  entries: readonly MentorshipEntry[],
  maximum: number,
  on: LocalDate,
): Rejection | undefined {
  const { mentorId, menteeId, competencies, period } = pair;
  const open = entries.filter((entry) => !entry.ended && on <= entry.period.to);
  const asMentor = open.filter((entry) => entry.mentorId === mentorId);
  if (asMentor.length + 1 > maximum) return R27.refuse('loadFull', { mentorId, open: asMentor.length, maximum });

  for (const { mentorshipId, ...entry } of open) {
    if (entry.mentorId !== menteeId || entry.menteeId !== mentorId || !overlap(entry.period, period)) continue;
    const competency = competencies.find((code) => entry.competencies.includes(code));
    if (competency !== undefined) return R27.refuse('reciprocal', { mentorshipId, competency });
  }
  return undefined;
}
