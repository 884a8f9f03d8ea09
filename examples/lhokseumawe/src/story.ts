import { openAgency, type Story } from '@pembinaan-examples/stage';
import { setup, staff } from './agency.js';
import { atTheCounter, inClass } from './evaluate.js';
import { learnOnTheirOwn, sharePractice } from './learn.js';
import { mentor } from './mentor.js';
import { partWays } from './partners.js';
import { plan } from './plan.js';
import { planEvaluations } from './plan-evaluations.js';
import { programs } from './programs.js';
import { careers } from './recognise.js';
import { revise } from './revise.js';
import { secondRound } from './second-round.js';
import { train } from './train.js';
import { quickAnswer, slowAnswer } from './voice.js';

/**
 * Lhokseumawe (domain.md 3.2): a structured plan with partners and too little money, material that goes out of date, seniors who guide
 * juniors, people who learn by themselves, a civil registry that works faster and more accurately - and an evaluation that stays open
 * because one planned level was not measured. All people, units and figures are invented.
 *
 * Told: L1 to L14.
 */
export const lhokseumawe: Story = {
  region: 'Lhokseumawe',
  title: {
    id: 'senior mendampingi junior, dokumen lebih cepat dan lebih tepat, tetapi satu level evaluasi belum terukur',
    en: 'seniors guide juniors, documents come faster and more accurately, but one level of the evaluation is missing',
  },
  shows: { person: staff.iqbal, name: 'Iqbal (rekaan)', on: '2026-12-31' },

  async tell(stage) {
    const office = await openAgency(stage, setup);
    await plan(stage, office);
    await programs(stage, office);
    await planEvaluations(stage, office);
    await slowAnswer(stage, office);
    const trained = await train(stage, office);
    await mentor(stage, office);
    await inClass(stage, office, trained.classroom);
    await quickAnswer(stage, office);
    await learnOnTheirOwn(stage, office);
    const evidence = await atTheCounter(stage, office, trained.civilRegistry);
    await revise(stage, office, evidence);
    await secondRound(stage, office);
    await sharePractice(stage, office);
    await careers(stage, office);
    await partWays(stage, office);
  },
};
