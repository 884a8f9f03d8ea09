import { ReviseDevelopmentPlan } from '@pembinaan/core';
import { agreeOnNeeds, decree, establishPlan, type Office, type Stage } from '@pembinaan-examples/stage';
import { publicService } from './agency.js';
import { internships, ofNextYear } from './needs.js';

/** M1: October. The plan of the year is revised, and says why. */
export async function revisePlan(stage: Stage, office: Office): Promise<void> {
  const needs = Object.values(internships);
  stage.tells('M1');
  await agreeOnNeeds(stage, office, needs, {
    proposed: '2026-10-21',
    verified: '2026-10-22',
    validated: '2026-10-23',
  });
  stage.on('2026-10-26');
  await office.ppk().does(
    office.planId,
    ReviseDevelopmentPlan({
      causes: [
        { kind: 'evaluation', ref: publicService.evaluationId },
        { kind: 'policy', ref: 'muaratebo-2026-2' },
      ],
      changes: needs.map(({ item, needId }) => ({ kind: 'add', item: { ...item, needIds: [needId] } })),
      decree: decree('RENCANA-mtb-2026-P1', '2026-10-23'),
    }),
  );
  stage.tells();
  stage.say({
    id: 'Rencana 2026 diubah dengan menyebut sebabnya, yaitu evaluasi dan kebijakan baru: magang di universitas masuk ke dalamnya, satu butir untuk kebutuhan masing-masing dari dua orang.',
    en: 'The plan of 2026 is revised and names its causes, the evaluation and the new policy: internships at the university enter it, an item for the need of each of two people.',
  });
}

/** M1: January. The plan of the next year names the one before it. */
export async function nextYear(stage: Stage, office: Office): Promise<void> {
  const year = office.setup.year + 1;
  const id = `${office.setup.agencyId}-${year}`;
  stage.tells('M1');
  await establishPlan(
    stage,
    { ...office, setup: { ...office.setup, year }, planId: id, budgetId: id },
    [ofNextYear],
    office.planId,
  );
  stage.tells();
  stage.say({
    id: 'Rencana 2027 ditetapkan sebagai lanjutan rencana 2026: silsilahnya tercatat.',
    en: 'The plan of 2027 is established as successor of that of 2026: its lineage is on record.',
  });
}
