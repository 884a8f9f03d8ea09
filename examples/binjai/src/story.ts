import { openAgency, type Story } from '@pembinaan-examples/stage';
import { setup, staff } from './agency.js';
import { evaluateAdministration } from './expand.js';
import { design, plan } from './plan.js';
import { evaluateSystems } from './review.js';
import { planArchive, runShort } from './shortfall.js';
import { train } from './train.js';

/**
 * Binjai (domain.md 3.3): a plan that is prepared step by step, and its rule: better service, the programme may be expanded; no significant
 * change, the method is reviewed. All people, units and figures are invented.
 */
export const binjai: Story = {
  region: 'Binjai',
  title: {
    id: 'layanan membaik, program diperluas; tanpa perubahan berarti, metode ditinjau',
    en: 'better service, the programme is expanded; no significant change, the method is reviewed',
  },
  shows: { person: staff.rina, name: 'Rina (rekaan)', on: '2026-12-31' },

  async tell(stage) {
    const office = await openAgency(stage, setup);
    await plan(stage, office);
    await design(stage, office);
    const completed = await train(stage, office);
    await evaluateAdministration(stage, office, completed);
    await evaluateSystems(stage, office);
    await planArchive(stage, office);
    await runShort(stage, office);
  },
};
