import { AssignImprovementAction, CloseAuditFinding, PublicInputRecorded, RaiseAuditFinding } from '@pembinaan/core';
import {
  assignImprovement,
  completeImprovement,
  firstEvent,
  holdForum,
  type Office,
  type Stage,
} from '@pembinaan-examples/stage';
import { staff, taxCounter, timeManagement, topics, transfer } from './agency.js';

/** The forums of the year, by the month in which they are held. */
export const forums = {
  january: 'tbt-forum-2026-01',
  june: 'tbt-forum-2026-06',
  september: 'tbt-forum-2026-09',
} as const;

/** T5, T6: a forum with residents opens the year; what they say comes before what the office wishes. */
export async function januaryForum(stage: Stage, office: Office): Promise<void> {
  stage.tells('T5', 'T6');
  await holdForum(stage, office, {
    forumId: forums.january,
    date: '2026-01-10',
    place: 'Balai kecamatan (rekaan)',
    hostId: office.who.ppk,
    attendees: 64,
    topicCodes: [topics.waiting, topics.requirements],
    inputs: [
      {
        inputId: 'tbt-masukan-antre',
        kind: 'complaint',
        service: transfer,
        unitId: taxCounter,
        topicCodes: [topics.waiting],
      },
      {
        inputId: 'tbt-masukan-syarat',
        kind: 'suggestion',
        service: transfer,
        unitId: taxCounter,
        topicCodes: [topics.requirements],
      },
      { inputId: 'tbt-masukan-ramah', kind: 'praise', unitId: taxCounter, topicCodes: [topics.manner] },
    ],
  });
  stage.say({
    id: 'Forum warga pertama: antre terlalu lama, syarat dan biaya tidak jelas, petugasnya ramah. Yang dicatat hanya masukannya, bukan siapa yang bicara.',
    en: 'First forum with residents: the queue is too long, requirements and fees are unclear, the staff are friendly. Only what was said is kept, not who said it.',
  });
}

/** T7: one input becomes an action at the counter, within the days of the policy. */
export async function promise(stage: Stage, office: Office): Promise<void> {
  stage.tells('T7');
  await assignImprovement(stage, office, '2026-01-22', 'tbt-tindakan-syarat', {
    target: { kind: 'serviceUnit', unitId: taxCounter },
    cause: { kind: 'input', forumId: forums.january, inputId: 'tbt-masukan-syarat' },
    task: 'memasang papan syarat dan biaya mutasi PBB di muka loket',
    ownerId: staff.fitri,
    due: '2026-03-20',
  });
}

/** T7: the other input reaches into the workshop, a little late; the board hangs, and somebody else than its owner has seen it. */
export async function keepPromise(stage: Stage, office: Office): Promise<void> {
  stage.tells('T7');
  await assignImprovement(stage, office, '2026-02-16', 'tbt-tindakan-antre', {
    target: { kind: 'program', programId: timeManagement.programId },
    cause: { kind: 'input', forumId: forums.january, inputId: 'tbt-masukan-antre' },
    task: 'menambahkan latihan memilah antrean berkas ke dalam workshop',
    ownerId: staff.rizal,
    due: '2026-03-27',
  });
  await completeImprovement(stage, office, '2026-03-16', 'tbt-tindakan-syarat');
  await completeImprovement(stage, office, '2026-03-27', 'tbt-tindakan-antre');
  stage.say({
    id: 'Dua masukan warga menjadi dua tindakan: papan syarat dan biaya di muka loket, dan latihan memilah antrean dalam workshop. Buktinya diperiksa orang lain.',
    en: 'Two inputs of residents become two actions: a board with requirements and fees at the counter, and an exercise in sorting the queue in the workshop. Somebody else checks the evidence.',
  });
}

/** T5, T6: the second forum, in June; one complaint is forgotten. */
export async function juneForum(stage: Stage, office: Office): Promise<void> {
  stage.tells('T5', 'T6');
  await holdForum(stage, office, {
    forumId: forums.june,
    date: '2026-06-13',
    place: 'Lapangan kelurahan (rekaan)',
    hostId: office.who.ppk,
    attendees: 41,
    topicCodes: [topics.openingHours, topics.onlineQueue],
    inputs: [
      {
        inputId: 'tbt-masukan-istirahat',
        kind: 'complaint',
        service: transfer,
        unitId: taxCounter,
        topicCodes: [topics.openingHours],
      },
      { inputId: 'tbt-masukan-papan', kind: 'praise', unitId: taxCounter, topicCodes: [topics.requirements] },
    ],
  });
  stage.say({
    id: 'Forum kedua: papan syarat dipuji, tetapi loket tutup pada jam istirahat. Keluhan itu tidak ditindaklanjuti sampai tenggatnya lewat.',
    en: 'Second forum: the board is praised, but the counter closes over lunch. That complaint is not followed up until its last day is past.',
  });
}

/** T7: the inspectorate finds the complaint that was forgotten. It raises a finding and does nothing else; the office acts. */
export async function forgottenComplaint(stage: Stage, office: Office): Promise<void> {
  const inputId = 'tbt-masukan-istirahat';
  const { stream, revision } = await firstEvent(stage, `publicForum-${forums.june}`, PublicInputRecorded, { inputId });
  const findingId = 'tbt-temuan-masukan';
  const actionId = 'tbt-tindakan-istirahat';
  const action = {
    target: { kind: 'serviceUnit', unitId: taxCounter },
    cause: { kind: 'input', forumId: forums.june, inputId },
    task: 'menjaga loket bergiliran pada jam istirahat',
    ownerId: staff.anton,
    due: '2026-08-07',
  } as const;

  stage.tells('T7');
  stage.on('2026-07-27');
  await office.inspector().does(
    findingId,
    RaiseAuditFinding({
      target: { stream, revision },
      criterion: 'UU 25/2009: keluhan ditindaklanjuti; kebijakan publicInput.answerWorkingDays',
      severity: 'medium',
      concerns: [],
      due: '2026-08-14',
    }),
  );
  await office.inspector().isRefused('R03', actionId, AssignImprovementAction(action));
  await assignImprovement(stage, office, '2026-07-28', actionId, action);
  await completeImprovement(stage, office, '2026-08-05', actionId);
  stage.on('2026-08-06');
  await office
    .inspector()
    .does(findingId, CloseAuditFinding({ followUpRefs: [actionId], reason: { code: 'followedUp' } }));
  stage.say({
    id: 'Inspektorat menemukan keluhan yang terlupa. Ia tidak boleh menugaskan perbaikannya sendiri (R03): kepala unit yang menugaskan, dan temuan ditutup setelah loket dijaga bergiliran.',
    en: 'The inspectorate finds the complaint that was forgotten. It may not assign the remedy itself (R03): the head of the unit does, and the finding is closed once the counter is kept open over lunch.',
  });
}

/** T5, T6: the third forum, in September, after the evaluations. */
export async function septemberForum(stage: Stage, office: Office): Promise<void> {
  stage.tells('T5', 'T6');
  await holdForum(stage, office, {
    forumId: forums.september,
    date: '2026-09-26',
    place: 'Balai kota (rekaan)',
    hostId: office.who.ppk,
    attendees: 78,
    topicCodes: [topics.waiting, topics.onlineQueue],
    inputs: [
      {
        inputId: 'tbt-masukan-cepat',
        kind: 'praise',
        service: transfer,
        unitId: taxCounter,
        topicCodes: [topics.waiting],
      },
      {
        inputId: 'tbt-masukan-daring',
        kind: 'suggestion',
        service: transfer,
        unitId: taxCounter,
        topicCodes: [topics.onlineQueue],
      },
    ],
  });
  stage.say({
    id: 'Forum ketiga: warga yang dahulu mengeluhkan antrean kini memuji, dan mengusulkan antrean daring untuk semua layanan.',
    en: 'Third forum: the queue that was complained of is praised now, and an online queue is suggested for all services.',
  });
}
