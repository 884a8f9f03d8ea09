import { ValidateCompetencyGap } from '@pembinaan/core';
import { assess, establishPlan, type Office, openProgram, type Stage } from '@pembinaan-examples/stage';
import { procedures, publicService, staff } from './agency.js';
import { ofTheYear } from './needs.js';

/** January and February: a policy by regulation, needs of people and of the institution, and two programmes for them. */
export async function plan(stage: Stage, office: Office): Promise<void> {
  stage.say({
    id: 'Kebijakan muaratebo-2026-1 ditetapkan dengan peraturan bupati; keputusan yang memerlukan angka atau kewenangan menyebut versinya.',
    en: 'The policy muaratebo-2026-1 is adopted by regulation of the regent; a decision that needs a figure or an authority names its version.',
  });
  await lack(stage, office);
  stage.tells('M2');
  await establishPlan(stage, office, ofTheYear);
  stage.tells();
  stage.say({
    id: 'Rencana 2026 memuat dua sasaran: kompetensi orang dan pengembangan lembaga.',
    en: 'The plan of 2026 has two aims: the competence of people and the development of the institution.',
  });
}

/** M9: where people stand before. */
async function lack(stage: Stage, office: Office): Promise<void> {
  stage.tells('M9');
  await assess(stage, office, '2026-01-09', [
    [staff.hadi, 'M05', 2],
    [staff.hadi, 'T-SOSIAL-01', 2],
    [staff.siti, 'M05', 1],
    [staff.siti, 'M02', 2],
    [staff.siti, 'T-SOSIAL-01', 2],
    [staff.joko, 'M05', 2],
  ]);
  const validator = office.as(office.who.validator);
  await validator.does(
    staff.hadi,
    ValidateCompetencyGap({ gapId: 'mtb-celah-01-m05', competency: 'M05', priority: 'medium' }),
  );
  await validator.does(
    staff.siti,
    ValidateCompetencyGap({ gapId: 'mtb-celah-02-m05', competency: 'M05', priority: 'high' }),
  );
}

/** M2, M3: public management and public service; and one set of procedures for units that worked past each other. */
export async function programs(stage: Stage, office: Office): Promise<void> {
  const usual = { needsLeaveOfDuty: true, certificate: 'attendance', maxAttempts: 2 } as const;
  stage.tells('M2', 'M3');
  await openProgram(stage, office, '2026-02-09', publicService.programId, {
    ...usual,
    itemId: publicService.itemId,
    passMark: publicService.passMark,
    name: 'Pelatihan manajemen dan pelayanan publik',
    form: 'KL02',
    competencies: [
      { code: 'M05', targetLevel: 3 },
      { code: 'T-SOSIAL-01', targetLevel: 2 },
    ],
    jp: 2000,
    estimatedCost: 26_000_000,
    valueTags: ['berorientasiPelayanan', 'kompeten'],
  });
  stage.tells('M2');
  await openProgram(stage, office, '2026-02-10', procedures.programId, {
    ...usual,
    itemId: procedures.itemId,
    passMark: procedures.passMark,
    name: 'Lokakarya penyelarasan SOP lintas unit',
    form: 'KL07',
    competencies: [{ code: 'M02', targetLevel: 3 }],
    jp: 500,
    estimatedCost: 9_000_000,
    valueTags: ['kolaboratif', 'harmonis'],
  });
  stage.tells();
}
