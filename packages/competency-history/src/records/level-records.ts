import { type AssessmentMethod, CompetencyAssessed, CompetencyGapValidated, type LocalDate } from '@pembinaan/core';
import { peopleRecord } from './record.js';

/** One assessment of one competency, as it counts: a correction has taken the place of what it corrects. */
export interface LevelAssessment {
  readonly competency: string;
  readonly level: number;
  readonly method: AssessmentMethod;
  readonly assessedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  /** The batches of training that are named as evidence. */
  readonly batchIds: readonly string[];
  readonly eventId: string;
}

export interface LevelRecord {
  /** By assessment and competency. */
  assessments: Record<string, LevelAssessment>;
  /** The competencies in which a gap was validated, with the level that was required then. */
  validated: Record<string, number>;
}

/** The assessed levels and the validated gaps of each person. */
export const levelRecords = peopleRecord({
  name: 'levels',
  reads: { streams: (employeeId) => [`competencyProfile-${employeeId}`] },
  events: [CompetencyAssessed, CompetencyGapValidated],
  initial: (): LevelRecord => ({ assessments: {}, validated: {} }),
  on: {
    CompetencyAssessed: (record, { eventId, data }) => {
      const { assessmentId, competency, level, method, assessedOn, validUntil, evidence } = data;
      record.assessments[`${assessmentId}/${competency}`] = {
        competency,
        level,
        method,
        assessedOn,
        validUntil: validUntil ?? null,
        batchIds: evidence.flatMap((piece) => (piece.kind === 'batch' ? [piece.batchId] : [])),
        eventId,
      };
      return record;
    },
    CompetencyGapValidated: (record, { data }) => {
      record.validated[data.competency] = data.required;
      return record;
    },
  },
});
