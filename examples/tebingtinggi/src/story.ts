import { openAgency, type Story } from '@pembinaan-examples/stage';
import { setup, staff } from './agency.js';
import { evaluate } from './evaluate.js';
import { plan } from './plan.js';
import { revise } from './revise.js';
import { train } from './train.js';

/**
 * Tebingtinggi (domain.md 3.1): a workshop on time management makes work faster without lower quality and goes on; what is known of
 * values and trust does not carry a conclusion yet, so the plan is revised. All people, units and figures are invented.
 *
 * Told: T1, T2, T3, T4, T8, T11, T14. Waiting for events that are not built yet: T5 and T7 (public input and the action that answers
 * it), T6 (the forum itself; a need cites its minutes), T9 (recognition), T10 and T12 (resistance), T13 (change support).
 */
export const tebingtinggi: Story = {
  region: 'Tebingtinggi',
  title: {
    id: 'bekerja lebih cepat tanpa menurunkan mutu, lalu rencana diperbaiki',
    en: 'faster work without lower quality, and then a better plan',
  },
  shows: { person: staff.yuni, name: 'Yuni (rekaan)', on: '2026-12-31' },

  async tell(stage) {
    const office = await openAgency(stage, setup);
    await plan(stage, office);
    const trained = await train(stage, office);
    const evidence = await evaluate(stage, office, trained);
    await revise(stage, office, evidence);
  },
};
