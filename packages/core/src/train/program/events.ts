import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { Jp, Rupiah, Score } from '../../values/amounts.js';
import { CompetencyCode, ProficiencyLevel } from '../../values/competency.js';
import { DevelopmentForm } from '../../values/development-form.js';
import { DocumentRef, MaterialId, PartnerId, PlanId, PlanItemId, Sha256, SubjectId } from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

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
  basis: 'Peraturan LAN 10/2018; advice of LAN on light approval',
});

/** A module is taught; a best practice is told to others. */
export const MaterialKind = z.enum(['module', 'bestPractice']);
export type MaterialKind = z.output<typeof MaterialKind>;

export const LearningMaterialPublished = event(
  'LearningMaterialPublished',
  z.strictObject({
    materialId: MaterialId,
    /** Counted from 1 for each material; a published version never changes, a new one supersedes it (R15). */
    version: z.int().positive(),
    title: z.string().min(1).max(200),
    kind: MaterialKind,
    /** Whether other regions may read it; it then holds no personal data. */
    public: z.boolean(),
    sha256: Sha256,
    /** The university or institute that wrote it with the agency, under an agreement (R16). */
    coAuthorPartnerId: PartnerId.exactOptional(),
    /** The regulation that it teaches: when that changes, the material is out of date. */
    sourceRegulation: DocumentRef.exactOptional(),
    /** The last day on which it may be taught. */
    validUntil: LocalDate.exactOptional(),
    /** Why it is held to be right and current. */
    validityStatement: z.string().min(1).max(300),
    publishedBy: Maker,
  }),
).describe({
  number: 24,
  en: 'A version of learning material is published; it never changes afterwards.',
  id: 'Satu versi bahan ajar diterbitkan; sesudah itu tidak pernah diubah.',
  basis: 'Peraturan LAN 10/2018; practice of Lhokseumawe (L3, L7)',
});
