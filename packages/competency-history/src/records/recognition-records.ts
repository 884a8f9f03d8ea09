import { type RecognitionBasis, RecognitionGranted } from '@pembinaan/core';
import type { Instant } from '@pembinaan/event-sourcing';
import { peopleRecord } from './record.js';

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

/** The recognitions of each person. */
export const recognitionRecords = peopleRecord({
  name: 'recognitions',
  reads: { streams: (employeeId) => [`employee-${employeeId}`] },
  events: [RecognitionGranted],
  initial: (): RecognitionRow => ({ recognitions: {} }),
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
