import { openAgency, type Story } from '@pembinaan-examples/stage';
import { setup, staff } from './agency.js';
import { evaluate } from './evaluate.js';
import { expand } from './expand.js';
import { plan } from './plan.js';
import { convince, recommend } from './revise.js';
import { train } from './train.js';

/**
 * Sleman (domain.md 3.5): regular training of skills and character; two kecamatan become faster than a third that was not trained; the
 * result is contested, shown again with its evidence, and the programme expanded to the third. All people, units and figures are
 * invented.
 *
 * Told: S1, S2, S3 (speakers; benchmarking waits), S4, S6, S7 (the index; the image of public input waits), S9 (the ceiling;
 * leadership waits), S12 (behaviour; observed resistance waits), S14 (as far as a conclusion can cite evidence), S15. Waiting for events
 * that are not built yet: S5 (public reports), S8 and S10 (ideas, forum), S11 (recognition), S13 (change support), S16 (published best
 * practice). S17 is a value and not a fact: no event.
 */
export const sleman: Story = {
  region: 'Sleman',
  title: {
    id: 'dua kecamatan lebih cepat daripada kecamatan pembanding, disanggah, dibuktikan, lalu diperluas',
    en: 'two kecamatan faster than the one compared with; contested, proven, then expanded',
  },
  shows: { person: staff.bagas, name: 'Bagas (rekaan)', on: '2026-12-31' },

  async tell(stage) {
    const office = await openAgency(stage, setup);
    await plan(stage, office);
    await train(stage, office);
    const evidence = await evaluate(stage, office);
    await recommend(stage, office, evidence);
    await convince(stage, office, evidence);
    await expand(stage, office);
  },
};
