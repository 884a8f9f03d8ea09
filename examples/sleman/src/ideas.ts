import { DecideInnovationIdea, RaiseInnovationIdea } from '@pembinaan/core';
import {
  assignImprovement,
  completeImprovement,
  type Office,
  recordLeader,
  type Stage,
  unitOf,
} from '@pembinaan-examples/stage';
import { dataSection, first, second, staff, topics } from './agency.js';
import { reports } from './reports.js';

const onePage = { ideaId: 'slm-gagasan-lembar', actionId: 'slm-tindakan-lembar' } as const;

/** S8, S10: July; the regent asks, staff answer, and what becomes of each idea is said. */
export async function ideas(stage: Stage, office: Office): Promise<void> {
  await regentAsks(stage, office);
  await answers(stage, office);
}

/** S8, S10: a forum of the regent with staff, and four ideas; one comes from somebody who wishes to stay unnamed. */
async function regentAsks(stage: Stage, office: Office): Promise<void> {
  const leaderId = office.who.ppk;
  stage.tells('S8', 'S10');
  const involvementId = await recordLeader(stage, office, '2026-07-06', {
    leaderId,
    role: 'forum',
    date: '2026-07-03',
    topicCodes: ['inovasi', 'pelayanan-kecamatan'],
  });
  const occasion = { kind: 'leaderForum', leaderId, year: 2026, involvementId } as const;
  const unnamed = RaiseInnovationIdea({ unnamed: true, occasion, topicCodes: [topics.elderly] });
  await office
    .as(staff.endah)
    .does(
      onePage.ideaId,
      RaiseInnovationIdea({ unnamed: false, unitId: first.unitId, occasion, topicCodes: [topics.requirements] }),
    );
  await office.as(staff.wening).isRefused('G03', 'slm-gagasan-lansia', unnamed);
  await office.as(office.who.publicDesk).does('slm-gagasan-lansia', unnamed);
  await office
    .as(staff.dimas)
    .does(
      'slm-gagasan-nomor',
      RaiseInnovationIdea({ unnamed: false, unitId: second.unitId, occasion, topicCodes: [topics.waiting] }),
    );
  await office
    .as(staff.nanda)
    .does(
      'slm-gagasan-dasbor',
      RaiseInnovationIdea({ unnamed: false, unitId: dataSection.unitId, occasion, topicCodes: ['dasbor-data'] }),
    );
  stage.say({
    id: 'Bupati mengajak ASN berdiskusi; empat gagasan muncul. Gagasan tanpa nama tidak boleh dikirim dari akun pegawai (G03), karena namanya akan tercatat; loket gagasan yang mengirimnya.',
    en: 'The regent invites staff to a discussion, and four ideas come up. An unnamed one is not sent from the account of an employee (G03), because that would carry the name; the public desk sends it.',
  });
}

/** S8: adopted with an action, on trial, declined with a reason; the fourth waits for its answer, and the view says how long. */
async function answers(stage: Stage, office: Office): Promise<void> {
  stage.tells('S8');
  await assignImprovement(stage, unitOf(office, first.head), '2026-07-13', onePage.actionId, {
    target: { kind: 'serviceUnit', unitId: first.unitId },
    cause: { kind: 'complaint', reportId: reports.requirementsAgain },
    task: 'menyediakan satu lembar syarat untuk setiap layanan di loket',
    ownerId: staff.endah,
    due: '2026-08-14',
  });
  stage.on('2026-07-14');
  const { actionId, ideaId } = onePage;
  await office.pyb().does(ideaId, DecideInnovationIdea({ decision: 'adopt', actionId }));
  await office.pyb().does('slm-gagasan-lansia', DecideInnovationIdea({ decision: 'trial' }));
  await office
    .pyb()
    .does('slm-gagasan-nomor', DecideInnovationIdea({ decision: 'decline', reason: { code: 'existsAlready' } }));
  await completeImprovement(stage, office, '2026-07-20', actionId);
  stage.say({
    id: 'Lembar syarat diterima dan sudah terpasang, loket lansia dicoba, nomor antrean ditolak karena sudah ada; gagasan keempat belum dijawab, dan itu terlihat.',
    en: 'The page of requirements is adopted and in place, the counter for the elderly is tried, queue numbers are declined because they exist already; the fourth idea has no answer yet, and that shows.',
  });
}
