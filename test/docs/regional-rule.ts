// The code of docs/extending.md: a figure and a rule of one region, on top of what the library decides.

// #region figure
import { AdoptPolicyVersion, indonesia2026 } from '@pembinaan/core';

const decree = { number: 'PERWALI-7-2026', date: '2026-01-02', documentHash: 'a'.repeat(64) } as const;

/** The figures of the library, one that the city overrides, and one of its own. */
export const binjai2026 = AdoptPolicyVersion({
  version: 'binjai-2026',
  effectiveFrom: '2026-01-05',
  legalBasis: 'Perwali 7/2026 (invented)',
  decree,
  figures: {
    ...indonesia2026.figures,
    'effect.minimum': { value: 1000, basis: 'Perwali 7/2026 (invented)', certainty: 'agency' },
  },
  local: {
    'binjai.batch.maximumParticipants': { value: 30, basis: 'Perwali 7/2026 (invented)', certainty: 'agency' },
  },
});

// #endregion figure

// #region rule
import { batch, localFigure, policyFor, ScheduleBatch } from '@pembinaan/core';
import { restrict, rule } from '@pembinaan/event-sourcing';
import * as z from 'zod';

export const BNJ1 = rule('BNJ1', {
  text: {
    en: 'A batch in Binjai has no more participants than the policy of the city allows.',
    id: 'Satu angkatan di Binjai tidak melebihi jumlah peserta menurut kebijakan kota.',
  },
  refusals: {
    tooLarge: (d: { capacity: number; maximum: number }) => ({
      en: `The batch is planned for ${d.capacity} participants; the city allows ${d.maximum}. Plan two batches.`,
      id: `Angkatan direncanakan untuk ${d.capacity} peserta; kota mengizinkan ${d.maximum}. Rencanakan dua angkatan.`,
    }),
  },
});

export const binjaiBatch: typeof batch = restrict(batch, ScheduleBatch, {
  facts: (_, command) => ({ policy: policyFor(command) }),
  refuse: (_, { data: { capacity } }, { policy }) => {
    const maximum = localFigure(policy, 'binjai.batch.maximumParticipants', z.int().positive());
    return maximum !== undefined && capacity > maximum ? BNJ1.refuse('tooLarge', { capacity, maximum }) : undefined;
  },
});

// #endregion rule

// #region door
import { pembinaan } from '@pembinaan/core';

export const pembinaanBinjai: typeof pembinaan = pembinaan.with(binjaiBatch);
// #endregion door
