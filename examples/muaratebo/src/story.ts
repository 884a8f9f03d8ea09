import { openAgency, type Story } from '@pembinaan-examples/stage';
import { setup, staff } from './agency.js';
import { leadersExplain, lessResistance, newProceduresDisliked } from './change.js';
import { evaluate } from './evaluate.js';
import { exchange, tellTheOthers } from './exchange.js';
import { nextYear, revisePlan } from './go-on.js';
import { assignInternships, firstInternship, secondInternship } from './internship.js';
import { nextRound } from './next-round.js';
import { performanceAfter, performanceBefore } from './performance.js';
import { plan, programs } from './plan.js';
import { evaluationFirst, partnersBound } from './prepare.js';
import { answerAndContinue, secondPolicy, suspend } from './revise.js';
import { studyAlone } from './self-study.js';
import { train } from './train.js';

/**
 * Muaratebo (domain.md 3.4): a sustainable system. Every programme is evaluated; one shows no significant change, is suspended, its
 * method reviewed and revised, and it goes on; meanwhile the policy itself gets a second version, new procedures are explained until the
 * office accepts them, interns learn at a university, and the plan gets a successor. All people, units and figures are invented.
 *
 * Told: M1 to M14.
 */
export const muaratebo: Story = {
  region: 'Muaratebo',
  title: {
    id: 'tanpa perubahan berarti: ditangguhkan, metode ditinjau dan diubah, lalu dilanjutkan',
    en: 'no significant change: suspended, the method reviewed and revised, then continued',
  },
  shows: { person: staff.siti, name: 'Siti (rekaan)', on: '2026-12-31' },

  async tell(stage) {
    const office = await openAgency(stage, setup);
    await plan(stage, office);
    await performanceBefore(stage, office);
    await programs(stage, office);
    await evaluationFirst(stage, office);
    await partnersBound(stage, office);
    const completed = await train(stage, office);
    await newProceduresDisliked(stage, office);
    await leadersExplain(stage, office);
    await exchange(stage, office);
    await studyAlone(stage, office);
    const evidence = await evaluate(stage, office, completed);
    await suspend(stage, office, evidence);
    await secondPolicy(stage, office);
    await lessResistance(stage, office);
    await answerAndContinue(stage, office, evidence);
    await nextRound(stage, office);
    await performanceAfter(stage, office);
    await revisePlan(stage, office);
    await assignInternships(stage, office);
    await firstInternship(stage, office);
    await tellTheOthers(stage, office, staff.siti, '2026-11-26');
    await secondInternship(stage, office);
    await tellTheOthers(stage, office, staff.arif, '2027-01-11');
    await nextYear(stage, office);
  },
};
