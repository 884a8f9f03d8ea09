import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, grouped, inOneCell } from '../../lines.js';
import { batchRecords, scheduledBatches } from '../../records/batch-records.js';
import { materialRecords } from '../../records/material-records.js';
import { agreementsOf, partnerRecords, standingOn } from '../../records/partner-records.js';
import { workplaceRecords } from '../../records/workplace-records.js';

/** What a partner promised, and what came of it. */
export type PartnerContributionLine = {
  readonly partnerId: string;
  readonly kind: string | null;
  /** Whether an operative agreement (PKS) is in force on the day. */
  readonly pksInForce: boolean;
  /** What any of its agreements promises. */
  readonly promised: string | null;
  /** Batches held with it that were not cancelled, and who completed them. */
  readonly batches: number;
  readonly completed: number;
  /** Versions of material that it wrote with the agency. */
  readonly materials: number;
  /** Civil servants whom it hosted to learn at its workplace. */
  readonly hosted: number;
};

/** L7, M12: what the partners contribute to the programmes. */
export const partnerContribution = agencyReadModel({
  name: 'PartnerContribution',
  question: {
    en: 'What did each partner promise, and what has it contributed?',
    id: 'Apa yang dijanjikan setiap mitra, dan apa yang telah disumbangkannya?',
  },
  projections: [partnerRecords, batchRecords, materialRecords, workplaceRecords],
  answer: ([partners, batchView, materialView, workplaces], on): readonly PartnerContributionLine[] => {
    const agreements = grouped(agreementsOf(partners), ({ partnerId }) => partnerId);
    const batches = grouped(
      scheduledBatches(batchView).filter(({ status, from }) => status !== 'cancelled' && from <= on),
      ({ partnerId }) => partnerId,
    );
    const materials = grouped(
      [...materialView.rows.values()].flatMap(({ versions }) => versions),
      ({ coAuthorPartnerId }) => coAuthorPartnerId,
    );
    const hosted = grouped(
      [...workplaces.rows.values()].filter(({ from }) => from <= on),
      ({ partnerId }) => partnerId,
    );
    const ids = [...agreements.keys(), ...batches.keys(), ...materials.keys(), ...hosted.keys()];
    return [...new Set(ids)]
      .flatMap((partnerId): readonly PartnerContributionLine[] => {
        if (partnerId === null) return [];
        const signed = agreements.get(partnerId) ?? [];
        const held = batches.get(partnerId) ?? [];
        return [
          {
            partnerId,
            kind: signed.at(-1)?.kind ?? null,
            pksInForce: signed.some((one) => one.level === 'pks' && standingOn(one, on) === 'inForce'),
            promised: inOneCell(signed.flatMap(({ contribution }) => contribution)),
            batches: held.length,
            completed: held.reduce((sum, { seats }) => sum + completedIn(seats), 0),
            materials: materials.get(partnerId)?.length ?? 0,
            hosted: hosted.get(partnerId)?.length ?? 0,
          },
        ];
      })
      .sort(byCells(({ partnerId }) => partnerId));
  },
});

function completedIn(seats: Readonly<Record<string, { readonly status: string }>>): number {
  return Object.values(seats).filter(({ status }) => status === 'completed').length;
}
