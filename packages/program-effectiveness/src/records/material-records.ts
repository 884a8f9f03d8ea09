import { LearningMaterialPublished, type LocalDate } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface MaterialVersion {
  readonly version: number;
  readonly title: string;
  readonly kind: 'module' | 'bestPractice';
  readonly public: boolean;
  readonly sha256: string;
  readonly coAuthorPartnerId: string | null;
  readonly sourceRegulation: string | null;
  /** The last day on which it may be taught. */
  readonly validUntil: LocalDate | null;
  /** The instant of publication. */
  readonly at: string;
}

export interface MaterialRow {
  programId: string;
  materialId: string;
  versions: MaterialVersion[];
}

/** The material of the programmes in all its versions, keyed by programme and material. */
export const materialRecords = projection({
  name: 'material-records',
  version: 1,
  events: [LearningMaterialPublished],
  initial: (): MaterialRow => ({ programId: '', materialId: '', versions: [] }),
  key: (event) => `${idOf(event.stream)}/${event.data.materialId}`,
  on: {
    LearningMaterialPublished: (row, { stream, occurredAt, data }) => {
      row.programId = idOf(stream);
      row.materialId = data.materialId;
      row.versions.push({
        version: data.version,
        title: data.title,
        kind: data.kind,
        public: data.public,
        sha256: data.sha256,
        coAuthorPartnerId: data.coAuthorPartnerId ?? null,
        sourceRegulation: data.sourceRegulation ?? null,
        validUntil: data.validUntil ?? null,
        at: occurredAt,
      });
      return row;
    },
  },
});

/** The version that is taught now: the last, which supersedes those before it (R15). */
export function presentVersion({ versions }: MaterialRow): MaterialVersion | undefined {
  return versions.at(-1);
}

/** Tells whether the version that is taught now may no longer be taught on a day. */
export function expiredOn(row: MaterialRow, day: string): boolean {
  const until = presentVersion(row)?.validUntil ?? null;
  return until !== null && until < day;
}
