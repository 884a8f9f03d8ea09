import {
  agreeOnNeeds,
  draftPlan,
  establishment,
  type Office,
  publishSurvey,
  type Stage,
  submitPlan,
} from '@pembinaan-examples/stage';
import { taxCounter } from './agency.js';
import { onlineQueue, study } from './needs.js';

/** January 2027: what residents think now, and a plan that follows from the one before. */
export async function nextYear(stage: Stage, office: Office): Promise<void> {
  await trustAfterwards(stage, office);
  await nextPlan(stage, office);
}

/** T2: the second half of the year. */
async function trustAfterwards(stage: Stage, office: Office): Promise<void> {
  stage.tells('T2');
  await publishSurvey(stage, office, '2027-01-11', taxCounter, {
    surveyId: 'tbt-skm-2026-tw4',
    period: { from: '2026-09-01', to: '2026-12-31' },
    n: 246,
    nrr: [3200, 3150, 3450, 3250, 3200, 3350, 3350, 3200, 3250],
    ikm: 8167,
    grade: 'B',
  });
}

/** T14: the plan of 2027 names the one before it; the study visit that was put off in 2026 is in it, on the need of that year. */
async function nextPlan(stage: Stage, office: Office): Promise<void> {
  const year = office.setup.year + 1;
  const next: Office = {
    ...office,
    setup: { ...office.setup, year },
    planId: `${office.setup.agencyId}-${year}`,
    budgetId: `${office.setup.agencyId}-${year}`,
  };
  stage.tells('T14');
  await agreeOnNeeds(stage, next, [onlineQueue], {
    proposed: '2027-01-12',
    verified: '2027-01-18',
    validated: '2027-01-20',
  });
  stage.on('2027-01-25');
  await draftPlan(next, [study, onlineQueue], office.planId);
  const contentHash = await submitPlan(next);
  stage.on('2027-01-28');
  await next.ppk().does(next.planId, establishment(next, contentHash));
  stage.say({
    id: 'IKM 81,67 (B). Rencana 2027 melanjutkan rencana 2026: usul warga tentang antrean daring masuk, dan studi tiru yang tertunda tidak hilang.',
    en: 'Index 81.67 (B). The plan of 2027 follows from that of 2026: what residents suggested about the online queue is in it, and the study visit that was put off is not lost.',
  });
}
