import { openAgency, type Story } from '@pembinaan-examples/stage';
import { setup, staff } from './agency.js';
import { evaluate } from './evaluate.js';
import { mentor } from './mentor.js';
import { plan } from './plan.js';
import { revise } from './revise.js';
import { train } from './train.js';

/**
 * Lhokseumawe (domain.md 3.2): a structured plan with partners, seniors who guide juniors, a civil registry that works faster and more
 * accurately - and an evaluation that stays open because one planned level was not measured. All people, units and figures are invented.
 *
 * Told: L1, L2, L3 (the training; its material waits), L4, L5, L6, L7, L8, L9, L10 (the survey; reports wait), L11 (the ceiling and a
 * refused commitment; the declared shortfall waits), L12 (the declined nominations; recognition waits). Waiting for events that are
 * not built yet: L13 (learning community, JP claims), L14 (the five-year HCDP).
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
    const trained = await train(stage, office);
    await mentor(stage, office);
    const evidence = await evaluate(stage, office, trained);
    await revise(stage, office, evidence);
  },
};
