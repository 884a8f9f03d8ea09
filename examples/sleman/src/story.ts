import { openAgency, type Story } from '@pembinaan-examples/stage';
import { setup, staff } from './agency.js';
import { evaluate } from './evaluate.js';
import { expand } from './expand.js';
import { lastRound } from './farewell.js';
import { ideas } from './ideas.js';
import { lookElsewhere, readOn } from './learn.js';
import { mishaps } from './mishaps.js';
import { observe, observeAgain, persuade } from './persuade.js';
import { plan } from './plan.js';
import { complaintAfter, complaintsBefore, oversight } from './reports.js';
import { convince, recommend } from './revise.js';
import { share } from './share.js';
import { itSession, train } from './train.js';
import { yearEnd } from './year-end.js';

/**
 * Sleman (domain.md 3.5): regular training of skills and character; complaints are handled better, and two kecamatan become faster than a
 * third that was not trained; the result is contested, shown again with its evidence, and the programme expanded to the third. All
 * people, units and figures are invented.
 *
 * Told: S1 to S16. S17, an open attitude, is a value and not a fact: nobody is scored for it, and there is no event.
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
    await complaintsBefore(stage, office);
    await train(stage, office);
    await oversight(stage, office);
    await itSession(stage, office);
    await mishaps(stage, office);
    await readOn(stage, office);
    await lookElsewhere(stage, office);
    await ideas(stage, office);
    await complaintAfter(stage, office);
    const evidence = await evaluate(stage, office);
    await recommend(stage, office, evidence);
    await observe(stage, office);
    await convince(stage, office, evidence);
    await persuade(stage, office);
    await expand(stage, office);
    await observeAgain(stage, office);
    await share(stage, office);
    await lastRound(stage, office);
    await yearEnd(stage, office);
  },
};
