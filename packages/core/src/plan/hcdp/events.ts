import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Decree, Maker, Retroactive } from '../../values/acts.js';
import { AgencyId, DocumentRef } from '../../values/ids.js';
import { Year } from '../../values/local-date.js';

export const HcdpTarget = z.strictObject({
  targetId: z.string().min(1).max(60),
  text: z.string().min(1).max(300),
  /** How it is seen that the target is reached. */
  indicator: z.string().min(1).max(300),
});

export const HcdpEstablished = event(
  'HcdpEstablished',
  z.strictObject({
    agencyId: AgencyId,
    /** First and last year; five years as a rule, aligned to the regional plan. */
    years: z
      .strictObject({ from: Year, to: Year })
      .refine(({ from, to }) => from <= to, { message: 'the plan ends before it begins', path: ['to'] }),
    /** The regional medium-term plan (RPJMD) that it serves. */
    rpjmdRef: DocumentRef,
    targets: z.array(HcdpTarget).min(1),
    decree: Decree,
    retroactive: Retroactive.exactOptional(),
    establishedBy: Maker,
  }),
).describe({
  number: 9,
  en: 'The human capital development plan (HCDP) of several years is established by decree.',
  id: 'Rencana pengembangan sumber daya manusia (HCDP) beberapa tahun ditetapkan dengan surat keputusan.',
  basis: 'Decree of the regional head on the HCDP; RPJMD',
});
