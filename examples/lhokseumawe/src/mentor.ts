import {
  ApproveMentorship,
  ConfirmMentoringSession,
  EndMentorship,
  ProposeMentorship,
  RecordMentoringSession,
} from '@pembinaan/core';
import type { Office, Stage } from '@pembinaan-examples/stage';
import { civilRegistry, heads, staff } from './agency.js';

const first = { mentorshipId: 'lsm-pendampingan-1', menteeId: staff.iqbal, goalId: 'verifikasi-akta' };
const second = { mentorshipId: 'lsm-pendampingan-2', menteeId: staff.mala, goalId: 'verifikasi-akta' };
type Mentoring = typeof first | typeof second;

/** L6: June and July. A senior guides two juniors in their daily duties. */
export async function mentor(stage: Stage, office: Office): Promise<void> {
  stage.tells('L6');
  await beginMentorships(stage, office);

  await meet(stage, office, first, { date: '2026-06-15', progress: 20, agreed: true });
  await meet(stage, office, second, { date: '2026-06-17', progress: 30, agreed: true });
  await meet(stage, office, first, { date: '2026-06-22', progress: 40, agreed: true });
  // The third meeting of a month takes place and is kept, but brings no JP.
  await meet(stage, office, first, { date: '2026-06-29', progress: 60, agreed: true });
  stage.say({
    id: 'Tiga pertemuan pada bulan Juni dikonfirmasi; yang ketiga dicatat tetapi tidak menambah JP (batas dua pertemuan per bulan).',
    en: 'Three meetings in June are confirmed; the third is kept but adds no JP (at most two meetings a month count).',
  });
  await meet(stage, office, first, { date: '2026-07-13', progress: 100, agreed: true });
  await meet(stage, office, second, { date: '2026-07-15', progress: 60, agreed: false });
  stage.say({
    id: 'Satu sesi dibantah mentee karena tidak terlaksana, dan tidak menghasilkan JP. Mentor tidak dapat mengonfirmasi catatannya sendiri (R02).',
    en: 'One session is disputed by the mentee because it did not take place, and earns no JP. The mentor cannot confirm a record of her own (R02).',
  });

  stage.on('2026-07-31');
  const head = office.as(heads.dukcapil);
  await head.does(first.mentorshipId, EndMentorship({ outcome: 'goalsMet', reason: { code: 'goalsMet' } }));
  await head.does(second.mentorshipId, EndMentorship({ outcome: 'partly', reason: { code: 'periodOver' } }));
  stage.tells();
}

async function beginMentorships(stage: Stage, office: Office): Promise<void> {
  stage.on('2026-06-09');
  for (const { mentorshipId, menteeId, goalId } of [first, second]) {
    await office.as(office.who.planner).does(
      mentorshipId,
      ProposeMentorship({
        mentorId: staff.zahra,
        menteeId,
        kind: 'mentoring',
        competencies: ['T-DUKCAPIL-01'],
        goals: [{ goalId, topicCode: 'verifikasi-berkas' }],
        period: { from: '2026-06-10', to: '2026-07-31' },
        programId: civilRegistry.programId,
      }),
    );
  }
  stage.on('2026-06-10');
  for (const { mentorshipId } of [first, second]) {
    await office.as(heads.dukcapil).does(mentorshipId, ApproveMentorship({}));
  }
  stage.say({
    id: 'Seorang senior, sedikitnya dua level di atas, mendampingi dua operator dalam tugas sehari-hari.',
    en: 'A senior, at least two levels ahead, guides two clerks in their daily duties.',
  });
}

/** The mentor records a meeting, the mentee answers; JP follow by themselves, and only for what both agree on. */
async function meet(
  stage: Stage,
  office: Office,
  { mentorshipId, menteeId, goalId }: Mentoring,
  { date, progress, agreed }: { readonly date: string; readonly progress: number; readonly agreed: boolean },
): Promise<void> {
  const sessionId = `${mentorshipId}-${date}`;
  stage.on(date, '15:00');
  await office.as(staff.zahra).does(
    mentorshipId,
    RecordMentoringSession({
      sessionId,
      date,
      minutes: 90,
      topicCodes: ['verifikasi-berkas'],
      goalProgress: [{ goalId, percent: progress }],
    }),
  );
  // Nobody confirms a record of his own.
  if (!agreed) {
    await office.as(staff.zahra).isRefused('R02', mentorshipId, ConfirmMentoringSession({ sessionId, agreed: true }));
  }
  await office.as(menteeId).does(mentorshipId, ConfirmMentoringSession({ sessionId, agreed }));
}
