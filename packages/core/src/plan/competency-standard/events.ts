import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Decree, Maker, Retroactive } from '../../values/acts.js';
import { CompetencyCode, PositionKind, ProficiencyLevel } from '../../values/competency.js';
import { LocalDate } from '../../values/local-date.js';

export const RequiredCompetency = z.strictObject({ competency: CompetencyCode, requiredLevel: ProficiencyLevel });

export const CompetencyStandardEstablished = event(
  'CompetencyStandardEstablished',
  z.strictObject({
    positionKind: PositionKind,
    /** Title of the position for which it holds. */
    position: z.string().min(1).max(200),
    /** Counted from 1 by the library. */
    version: z.int().positive(),
    items: z.array(RequiredCompetency).min(1),
    effectiveFrom: LocalDate,
    decree: Decree,
    retroactive: Retroactive.exactOptional(),
    establishedBy: Maker,
  }),
).describe({
  number: 1,
  en: 'The competencies and levels that a position requires are established.',
  id: 'Kompetensi dan level yang disyaratkan suatu jabatan ditetapkan.',
  basis: 'Permenpan RB 38/2017',
});
