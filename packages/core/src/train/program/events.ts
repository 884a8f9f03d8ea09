import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { Jp, Rupiah, Score } from '../../values/amounts.js';
import { CompetencyCode, ProficiencyLevel } from '../../values/competency.js';
import { DevelopmentForm } from '../../values/development-form.js';
import { PlanId, PlanItemId, SubjectId } from '../../values/ids.js';

/** `full`: money, leave of duty, or a structural or functional certificate; `light` and `urgent`: one approval, with a reason (R08, R14). */
export const Track = z.enum(['full', 'light', 'urgent']);
export type Track = z.output<typeof Track>;

/** The seven values of BerAKHLAK (SE Menpan RB 20/2021). */
export const BerAkhlak = z.enum([
  'berorientasiPelayanan',
  'akuntabel',
  'kompeten',
  'harmonis',
  'loyal',
  'adaptif',
  'kolaboratif',
]);

export const ProgramDesigned = event(
  'ProgramDesigned',
  z.strictObject({
    name: z.string().min(1).max(200),
    track: Track,
    /** Why the programme needs no established plan item; for the tracks `light` and `urgent`. */
    trackReason: z.string().min(1).max(300).exactOptional(),
    planItem: z.strictObject({ planId: PlanId, itemId: PlanItemId }).exactOptional(),
    form: DevelopmentForm,
    competencies: z.array(z.strictObject({ code: CompetencyCode, targetLevel: ProficiencyLevel })).min(1),
    jp: Jp,
    estimatedCost: Rupiah,
    needsLeaveOfDuty: z.boolean(),
    certificate: z.enum(['none', 'attendance', 'functional', 'structural']),
    passMark: Score,
    maxAttempts: z.int().positive(),
    valueTags: z.array(BerAkhlak),
    /** The line head who asked for the programme, if one did. */
    requestedBy: SubjectId.exactOptional(),
    designedBy: Maker,
  }),
).describe({
  number: 22,
  en: 'A development programme is designed.',
  id: 'Suatu program pengembangan dirancang.',
  basis: 'Peraturan LAN 10/2018',
});

export const ProgramApproved = event('ProgramApproved', z.strictObject({ track: Track, approvedBy: Maker })).describe({
  number: 23,
  en: 'A designed programme is approved.',
  id: 'Program yang dirancang disetujui.',
});
