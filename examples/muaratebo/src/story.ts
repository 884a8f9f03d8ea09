import { openAgency, type Story } from '@pembinaan-examples/stage';
import { setup, staff } from './agency.js';
import { evaluate } from './evaluate.js';
import { goOn } from './next-round.js';
import { plan } from './plan.js';
import { revise } from './revise.js';
import { train } from './train.js';

/**
 * Muaratebo (domain.md 3.4): a sustainable system. Every programme is evaluated; one shows no significant change, is suspended, its
 * method reviewed and revised, and it goes on; meanwhile the policy itself gets a second version, and the plan a successor. All people,
 * units and figures are invented.
 *
 * Told: M1, M2, M3, M4, M5, M7, M8 (behaviour; the performance predicate waits), M9, M10, M11. Waiting for events that are not built
 * yet: M6 (learning community), M12 (internship), M13 (resistance), M14 (change support, leadership).
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
    const completed = await train(stage, office);
    const evidence = await evaluate(stage, office, completed);
    await revise(stage, office, evidence);
    await goOn(stage, office);
  },
};
