import { type RecognitionBasis, RecognitionGranted } from '@pembinaan/core';
import { type Instant, idOf, projection } from '@pembinaan/event-sourcing';

export interface RecognitionEntry {
  readonly kind: string;
  readonly basisKind: RecognitionBasis['kind'];
  readonly basisRef: string;
  readonly careerLink: 'ipAsn' | 'talentPool' | 'none';
  readonly shownAsRoleModel: boolean;
  readonly grantedAt: Instant;
}

export interface RecognitionRow {
  /** By recognition. */
  recognitions: Record<string, RecognitionEntry>;
}

/** The recognitions of each person, keyed by employee id. */
export const recognitionRecords = projection({
  name: 'recognition-records',
  version: 1,
  events: [RecognitionGranted],
  initial: (): RecognitionRow => ({ recognitions: {} }),
  key: (event) => idOf(event.stream),
  on: {
    RecognitionGranted: (record, { occurredAt, data }) => {
      const { recognitionId, kind, basis, careerLink, shownAsRoleModel } = data;
      record.recognitions[recognitionId] = {
        kind,
        basisKind: basis.kind,
        basisRef: basisRef(basis),
        careerLink,
        shownAsRoleModel,
        grantedAt: occurredAt,
      };
      return record;
    },
  },
});

/** What a recognition is for, in one text. */
export function basisRef(basis: RecognitionBasis): string {
  switch (basis.kind) {
    case 'evaluation':
      return basis.evaluationId;
    case 'idea':
      return basis.ideaId;
    case 'document':
      return basis.ref;
  }
}
