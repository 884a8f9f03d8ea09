import { type AssessmentMethod, CompetencyAssessed, CompetencyGapValidated, type LocalDate } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

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

/** The assessed levels and the validated gaps of each person, keyed by employee id. */
export const levelRecords = projection({
  name: 'level-records',
  version: 1,
  events: [CompetencyAssessed, CompetencyGapValidated],
  initial: (): LevelRecord => ({ assessments: {}, validated: {} }),
  key: (event) => idOf(event.stream),
  on: {
    CompetencyAssessed: (record, { id, data }) => {
      const { assessmentId, competency, level, method, assessedOn, validUntil, evidence } = data;
      record.assessments[`${assessmentId}/${competency}`] = {
        competency,
        level,
        method,
        assessedOn,
        validUntil: validUntil ?? null,
        batchIds: evidence.flatMap((piece) => (piece.kind === 'batch' ? [piece.batchId] : [])),
        eventId: id,
      };
      return record;
    },
    CompetencyGapValidated: (record, { data }) => {
      record.validated[data.competency] = data.required;
      return record;
    },
  },
});
