import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Decree, Maker, Retroactive } from '../../values/acts.js';
import { LocalDate } from '../../values/local-date.js';
import { LocalFigures, PolicyFigures } from './figures.js';

/** The name of a version: it stands in the metadata of every decision, so that it is a name and not a text. */
const PolicyVersionName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'a name of letters, digits and . _ - is needed');

export const PolicyVersionAdopted = event(
  'PolicyVersionAdopted',
  z.strictObject({
    version: PolicyVersionName,
    effectiveFrom: LocalDate,
    figures: PolicyFigures,
    /** Figures for rules of the agency's own. */
    local: LocalFigures.exactOptional(),
    legalBasis: z.string().min(1),
    decree: Decree,
    retroactive: Retroactive.exactOptional(),
    adoptedBy: Maker,
  }),
).describe({
  number: 21,
  en: 'A version of the policy figures is adopted; decisions from its date on use it.',
  id: 'Satu versi angka kebijakan ditetapkan; keputusan sejak tanggal berlakunya memakai versi itu.',
  basis: 'Regulation of the regional head (Perbup/Perwali)',
});
