import { type IssuedOf, type Rejection, rule } from '@pembinaan/event-sourcing';
import type { PolicyFigures } from '../../governance/policy/figures.js';
import { gradable } from '../../plan/competency-standard/rules.js';
import { R08 } from '../../plan/development-need/rules.js';
import { type DevelopmentPlan, establishedItem } from '../../plan/development-plan/state.js';
import type { DesignProgram } from './commands.js';

/** What makes the full track necessary. */
const grounds = {
  cost: { en: 'costs money', id: 'memerlukan biaya' },
  leaveOfDuty: { en: 'needs leave of duty', id: 'mengharuskan peserta meninggalkan tugas' },
  certificate: {
    en: 'gives a structural or functional certificate',
    id: 'memberikan sertifikat struktural atau fungsional',
  },
} as const;
type Ground = keyof typeof grounds;

export const R14 = rule('R14', {
  text: {
    en: 'A programme that costs money, needs leave of duty or gives a structural or functional certificate takes the full track: an item of the established plan, and the approval of the PPK or PyB. An urgent one has one approval and says why; any other may take the light track with one approval.',
    id: 'Program yang memerlukan biaya, mengharuskan peserta meninggalkan tugas, atau memberikan sertifikat struktural atau fungsional menempuh jalur penuh: butir rencana yang ditetapkan dan persetujuan PPK atau PyB. Program mendesak cukup dengan satu persetujuan disertai alasan; selebihnya boleh menempuh jalur ringan dengan satu persetujuan.',
  },
  refusals: {
    fullTrackNeeded: (d: { ground: Ground }) => ({
      en: `The programme ${grounds[d.ground].en}, which the track 'light' does not carry. Choose the track 'full' with its plan item, or 'urgent' with trackReason.`,
      id: `Program ini ${grounds[d.ground].id}, sehingga tidak dapat menempuh jalur 'light'. Pilih jalur 'full' beserta butir rencananya, atau 'urgent' dengan trackReason.`,
    }),
    urgencyUnexplained: (d: { ground: Ground }) => ({
      en: `The programme ${grounds[d.ground].en} and is sent on the track 'urgent' without a reason. Say in trackReason why it cannot wait, or choose the track 'full'.`,
      id: `Program ini ${grounds[d.ground].id} dan diajukan lewat jalur 'urgent' tanpa alasan. Jelaskan pada trackReason mengapa tidak dapat menunggu, atau pilih jalur 'full'.`,
    }),
  },
});

type Design = IssuedOf<typeof DesignProgram>['data'];

/** Refuses a track that is too light for what the programme asks (R14). */
export function trackCarries(design: Design): Rejection | undefined {
  const ground = fullTrackGround(design);
  if (ground === undefined) return undefined;
  if (design.track === 'light') return R14.refuse('fullTrackNeeded', { ground });
  if (design.track === 'urgent' && design.trackReason === undefined) {
    return R14.refuse('urgencyUnexplained', { ground });
  }
  return undefined;
}

function fullTrackGround(design: Design): Ground | undefined {
  if (design.estimatedCost > 0) return 'cost';
  if (design.needsLeaveOfDuty) return 'leaveOfDuty';
  return design.certificate === 'structural' || design.certificate === 'functional' ? 'certificate' : undefined;
}

/** Refuses a programme that rests neither on an established plan item nor, on a shorter track, on a reason (R08). */
export function restsOnPlan(design: Design, plan: DevelopmentPlan | undefined): Rejection | undefined {
  const { track, planItem } = design;
  if (planItem === undefined) {
    if (track === 'full') return R08.refuse('planItemMissing', {});
    return design.trackReason === undefined ? R08.refuse('trackReasonMissing', { track }) : undefined;
  }
  if (plan === undefined || establishedItem(plan, planItem.itemId) === undefined) {
    return R08.refuse('itemNotEstablished', planItem);
  }
  return undefined;
}

/** Refuses a target level that does not exist, and a competency outside the catalogue of the policy in force (R06). */
export function aimsGradable({ competencies }: Design, figures: PolicyFigures): Rejection | undefined {
  for (const { code, targetLevel } of competencies) {
    const refusal = gradable({ competency: code, level: targetLevel }, figures);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
