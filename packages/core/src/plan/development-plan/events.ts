import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Decree, Maker, Retroactive, reasonFrom } from '../../values/acts.js';
import { Jp, Rupiah } from '../../values/amounts.js';
import { DevelopmentForm } from '../../values/development-form.js';
import { AgencyId, DocumentRef, HcdpId, NeedId, PlanId, PlanItemId, Sha256 } from '../../values/ids.js';
import { Period, Year } from '../../values/local-date.js';

/** One line of a plan: what is done for whom, at what cost, for which mission and which result. */
export const PlanItem = z.strictObject({
  itemId: PlanItemId,
  needIds: z.array(NeedId),
  form: DevelopmentForm,
  /** M2: competence of people, or development of the institution. */
  target: z.enum(['individual', 'institution']),
  participantsPlanned: z.int().positive(),
  /** JP hundredths for each participant. */
  jp: Jp,
  cost: Rupiah,
  /** The mission of the regional plan (RPJMD) that it serves. */
  missionRef: DocumentRef.exactOptional(),
  impactIndicator: z.string().min(1).max(300),
  /** Bucket of the 70-20-10 model. */
  learningModel: z.enum(['formal10', 'social20', 'work70']),
});
export type PlanItem = z.output<typeof PlanItem>;

export const PlanTotals = z.strictObject({
  items: z.int().min(0),
  participants: z.int().min(0),
  cost: Rupiah,
});

export const DevelopmentPlanDrafted = event(
  'DevelopmentPlanDrafted',
  z.strictObject({
    year: Year,
    agencyId: AgencyId,
    /** The plan of several years of which it is one. */
    hcdpId: HcdpId.exactOptional(),
    previousPlanId: PlanId.exactOptional(),
    draftedBy: Maker,
  }),
).describe({
  number: 10,
  en: 'The yearly development plan of an agency is begun.',
  id: 'Rencana pengembangan kompetensi tahunan instansi mulai disusun.',
  basis: 'Peraturan LAN 10/2018',
});

export const PlanItemAdded = event('PlanItemAdded', z.strictObject({ item: PlanItem, addedBy: Maker })).describe({
  number: 11,
  en: 'An item is added to a plan, resting on validated needs.',
  id: 'Satu butir ditambahkan ke rencana, berdasarkan kebutuhan yang telah divalidasi.',
  basis: 'Peraturan LAN 10/2018; plans of Lampung and BPKP (impact indicator, learning model)',
});

export const PlanItemRemoved = event(
  'PlanItemRemoved',
  z.strictObject({
    itemId: PlanItemId,
    reason: reasonFrom(['cancelled', 'noBudget', 'duplicate', 'notAligned']),
    removedBy: Maker,
  }),
).describe({
  number: 12,
  en: 'An item is removed from a plan that is still a draft, with a reason.',
  id: 'Satu butir dihapus dari rencana yang masih berupa konsep, dengan alasan.',
  basis: 'Peraturan LAN 10/2018',
});

export const DevelopmentPlanSubmitted = event(
  'DevelopmentPlanSubmitted',
  z.strictObject({ contentHash: Sha256, totals: PlanTotals, submittedBy: Maker }),
).describe({
  number: 13,
  en: 'A plan is submitted; its content is frozen by a hash.',
  id: 'Rencana diajukan; isinya dikunci dengan hash.',
  basis: 'Peraturan LAN 10/2018: prepared by the PyB, established by the PPK',
});

export const DevelopmentPlanReturned = event(
  'DevelopmentPlanReturned',
  z.strictObject({ reason: reasonFrom(['incomplete', 'overBudget', 'notAligned']), returnedBy: Maker }),
).describe({
  number: 14,
  en: 'A submitted plan is returned for repair, with a reason.',
  id: 'Rencana yang diajukan dikembalikan untuk diperbaiki, dengan alasan.',
  basis: 'Peraturan LAN 10/2018: prepared by the PyB, established by the PPK',
});

export const DevelopmentPlanEstablished = event(
  'DevelopmentPlanEstablished',
  z.strictObject({
    contentHash: Sha256,
    decree: Decree,
    validity: Period,
    retroactive: Retroactive.exactOptional(),
    establishedBy: Maker,
  }),
).describe({
  number: 15,
  en: 'The PPK establishes the plan for one year, with the content that was submitted.',
  id: 'PPK menetapkan rencana untuk satu tahun, dengan isi yang diajukan.',
  basis: 'PP 11/2017 Pasal 203-205; Peraturan LAN 10/2018',
});

export const PlanChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), item: PlanItem }),
  z.strictObject({
    kind: z.literal('remove'),
    itemId: PlanItemId,
    reason: reasonFrom(['cancelled', 'noBudget', 'notEffective']),
  }),
]);
export type PlanChange = z.output<typeof PlanChange>;

export const DevelopmentPlanRevised = event(
  'DevelopmentPlanRevised',
  z.strictObject({
    causes: z
      .array(
        z.strictObject({
          kind: z.enum(['evaluation', 'budget', 'policy', 'complaint', 'forum']),
          ref: DocumentRef,
        }),
      )
      .min(1),
    changes: z.array(PlanChange).min(1),
    contentHash: Sha256,
    decree: Decree,
    revisedBy: Maker,
  }),
).describe({
  number: 69,
  en: 'An established plan is revised by decree, with the causes and the changes.',
  id: 'Rencana yang telah ditetapkan diubah dengan surat keputusan, beserta sebab dan perubahannya.',
  basis: 'Peraturan LAN 10/2018; practices of Tebingtinggi (T14) and Muaratebo (M1)',
});
