import { openAgency, type Story } from '@pembinaan-examples/stage';
import { setup, staff } from './agency.js';
import { carryAlong, lessResistance } from './change.js';
import { faster, upright } from './evaluate.js';
import { forgottenComplaint, juneForum, septemberForum } from './forums.js';
import { nextYear } from './next-year.js';
import { plan } from './plan.js';
import { goodExamples } from './recognise.js';
import { revise } from './revise.js';
import { train } from './train.js';

/**
 * Tebingtinggi (domain.md 3.1): residents say at forums what they think of the tax counter, and something follows from it. A workshop on
 * time management makes work faster without lower quality and goes on; what is known of values and trust does not carry a conclusion
 * yet, so the plan is revised, and the plan of the next year follows from it. All people, units and figures are invented.
 *
 * Told: T1 to T14.
 */
export const tebingtinggi: Story = {
  region: 'Tebingtinggi',
  title: {
    id: 'warga didengar, pekerjaan lebih cepat tanpa menurunkan mutu, lalu rencana diperbaiki',
    en: 'residents are heard, work is faster without lower quality, and then the plan gets better',
  },
  shows: { person: staff.yuni, name: 'Yuni (rekaan)', on: '2026-12-31' },

  async tell(stage) {
    const office = await openAgency(stage, setup);
    await plan(stage, office);
    const trained = await train(stage, office);
    await carryAlong(stage, office);
    await juneForum(stage, office);
    const aboutTime = await faster(stage, office, trained.timeManagement);
    await lessResistance(stage, office);
    await forgottenComplaint(stage, office);
    const aboutCulture = await upright(stage, office, trained.workCulture);
    await revise(stage, office, { timeManagement: aboutTime, workCulture: aboutCulture });
    await goodExamples(stage, office);
    await septemberForum(stage, office);
    await nextYear(stage, office);
  },
};
