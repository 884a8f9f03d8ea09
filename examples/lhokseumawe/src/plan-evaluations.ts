import { type EvaluationPlan, type Office, planEvaluation, publishSurvey, type Stage } from '@pembinaan-examples/stage';
import { birthCertificate, civilRegistry, classroom, healthPolicy, publicManagement, units } from './agency.js';

/** L9, L10: February and March. How each programme will be judged, and what citizens thought before. */
export async function planEvaluations(stage: Stage, office: Office): Promise<void> {
  const withoutService: Omit<EvaluationPlan, 'programId' | 'levels'> = {
    design: 'prePost',
    serviceUnits: [],
    comparisonUnits: [],
    metrics: [],
    minimumEffect: 1000,
    minimumN: 5,
  };
  stage.tells('L3');
  await planEvaluation(stage, office, '2026-02-26', healthPolicy.evaluationId, {
    ...withoutService,
    programId: healthPolicy.programId,
    levels: [2, 3],
  });
  stage.tells('L5');
  await planEvaluation(stage, office, '2026-02-27', classroom.evaluationId, {
    ...withoutService,
    programId: classroom.programId,
    levels: [2, 3],
  });
  stage.tells('L8');
  await planEvaluation(stage, office, '2026-03-02', publicManagement.evaluationId, {
    ...withoutService,
    programId: publicManagement.programId,
    levels: [2],
  });
  stage.tells('L9');
  await planEvaluation(stage, office, '2026-03-03', civilRegistry.evaluationId, {
    programId: civilRegistry.programId,
    levels: [2, 3, 4],
    design: 'prePost',
    serviceUnits: [units.dukcapil],
    comparisonUnits: [],
    metrics: [{ service: birthCertificate, metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1500,
    minimumN: 150,
  });
  stage.tells('L10');
  await publishSurvey(stage, office, '2026-03-04', units.dukcapil, {
    surveyId: 'lsm-skm-2025-2',
    period: { from: '2025-07-01', to: '2025-12-31' },
    n: 196,
    nrr: [3050, 3000, 2750, 3300, 3100, 2950, 3000, 2850, 3100],
    ikm: 7528,
    grade: 'C',
  });
  stage.tells();
}
