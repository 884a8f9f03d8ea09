import type { LocalDate } from '@pembinaan/core';
import type { ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';

/** A version of learning material of the programme. */
export interface MaterialAccount {
  readonly materialId: string;
  readonly version: number;
  readonly title: string;
  readonly kind: string;
  /** The partner that wrote it with the agency. */
  readonly coAuthorPartnerId: string | null;
  /** The last day on which it may be taught; null where it has none. */
  readonly validUntil: LocalDate | null;
  readonly expired: boolean;
  readonly told: Told;
}

export function materialsOf({ materials }: ProgramHistory, on: LocalDate): readonly MaterialAccount[] {
  return materials.map(({ materialId, version, title, kind, coAuthorPartnerId, validUntil, told }) => ({
    materialId,
    version,
    title,
    kind,
    coAuthorPartnerId: coAuthorPartnerId ?? null,
    validUntil: validUntil ?? null,
    expired: validUntil !== undefined && validUntil < on,
    told,
  }));
}
