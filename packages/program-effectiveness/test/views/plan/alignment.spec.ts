import { HcdpEstablished } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { alignment } from '../../../src/index.js';
import { ask, by, decree, drafted, planItem } from '../../fixtures.js';

const hcdp: GivenEvent = [
  'hcdp-x-2025',
  HcdpEstablished.of({
    agencyId: 'x',
    years: { from: 2025, to: 2029 },
    rpjmdRef: 'RPJMD 2025-2029',
    targets: [{ targetId: 't', text: 'layanan cepat', indicator: 'IKM' }],
    decree,
    establishedBy: by,
  }),
];

describe('Alignment', () => {
  it('names the items that serve no mission, with the regional plan that they should serve', async () => {
    const past = [hcdp, drafted({ hcdpId: 'x-2025' }), planItem('aligned'), planItem('stray', { missionRef: null })];
    expect(await ask(alignment, past, '2026-06-30')).toEqual([
      {
        planId: 'x-2026',
        year: 2026,
        planStatus: 'draft',
        hcdpId: 'x-2025',
        rpjmdRef: 'RPJMD 2025-2029',
        itemId: 'stray',
        form: 'KL03',
        participantsPlanned: 10,
        cost: 12_000_000,
      },
    ]);
  });

  it('goes by years, plans and items', async () => {
    const astray = { missionRef: null };
    const past = [
      drafted(),
      planItem('b', astray),
      planItem('a', astray),
      drafted({ year: 2025 }, 'x-2025'),
      planItem('z', astray, { planId: 'x-2025' }),
    ];
    expect((await ask(alignment, past, '2026-06-30')).map(({ itemId }) => itemId)).toEqual(['z', 'a', 'b']);
  });

  it('does not know the regional plan where the plan names none', async () => {
    const [line] = await ask(alignment, [drafted(), planItem('stray', { missionRef: null })], '2026-06-30');
    expect(line).toMatchObject({ hcdpId: null, rpjmdRef: null });
  });
});
