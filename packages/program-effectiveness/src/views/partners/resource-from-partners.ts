import { agencyReadModel } from '../../agency-read-model.js';
import { batchRecords, scheduledBatches } from '../../records/batch-records.js';
import { budgetRecords } from '../../records/budget-records.js';
import { materialRecords } from '../../records/material-records.js';
import { agreementsOf, partnerRecords, standingOn } from '../../records/partner-records.js';
import { workplaceRecords } from '../../records/workplace-records.js';

/** One resource that partners give. */
export type ResourceFromPartnersLine = {
  readonly resource: 'speakers' | 'material' | 'venue' | 'funds' | 'hosting' | 'certification';
  /** Agreements in force on the day that promise it, and the partners behind them. */
  readonly agreements: number;
  readonly partners: number;
  /** How much came, in the unit beside it; null where no event tells. */
  readonly given: number | null;
  readonly unit: 'assignments' | 'versions' | 'rupiah' | 'placements' | null;
};

/**
 * M11: partners widen the resources. Speakers are assignments of resource persons from outside the agency; funds are the ceilings whose
 * source is a partner. What a partner gives of venues and certificates is promised in agreements, but recorded by no event.
 */
export const resourceFromPartners = agencyReadModel({
  name: 'ResourceFromPartners',
  question: {
    en: 'Which resources do partners promise, and what has come of them?',
    id: 'Sumber daya apa yang dijanjikan mitra, dan apa yang sudah diterima?',
  },
  projections: [partnerRecords, batchRecords, materialRecords, workplaceRecords, budgetRecords],
  answer: ([partners, batches, materials, workplaces, budgets], on): readonly ResourceFromPartnersLine[] => {
    const inForce = agreementsOf(partners).filter((agreement) => standingOn(agreement, on) === 'inForce');
    const outsiders = scheduledBatches(batches)
      .filter(({ status, from }) => status !== 'cancelled' && from <= on)
      .flatMap(({ speakers }) => speakers.filter(({ origin }) => origin !== 'internal'));
    const versions = [...materials.rows.values()]
      .flatMap((material) => material.versions)
      .filter(({ coAuthorPartnerId }) => coAuthorPartnerId !== null);
    const hosted = [...workplaces.rows.values()].filter(({ partnerId, from }) => partnerId !== null && from <= on);
    const funds = [...budgets.rows.values()].reduce(
      (sum, { ceiling }) => sum + (ceiling?.source === 'partner' ? ceiling.amount : 0),
      0,
    );
    const given = [
      { resource: 'speakers', given: outsiders.length, unit: 'assignments' },
      { resource: 'material', given: versions.length, unit: 'versions' },
      { resource: 'venue', given: null, unit: null },
      { resource: 'funds', given: funds, unit: 'rupiah' },
      { resource: 'hosting', given: hosted.length, unit: 'placements' },
      { resource: 'certification', given: null, unit: null },
    ] as const;
    return given
      .map(({ resource, ...amount }): ResourceFromPartnersLine => {
        const promising = inForce.filter(({ contribution }) => contribution.includes(resource));
        const by = new Set(promising.map(({ partnerId }) => partnerId));
        return { resource, agreements: promising.length, partners: by.size, ...amount };
      })
      .filter((line) => line.agreements > 0 || (line.given ?? 0) > 0);
  },
});
