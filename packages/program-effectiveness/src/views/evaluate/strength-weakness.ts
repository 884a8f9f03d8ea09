import { agencyReadModel } from '../../agency-read-model.js';
import { byCells } from '../../lines.js';
import { evaluationRecords } from '../../records/evaluation-records.js';
import { programRegister } from '../../records/program-register.js';

/** A strength or a weakness of a programme, as the last conclusion of an evaluation names it. */
export type StrengthWeaknessLine = {
  readonly programId: string;
  readonly program: string;
  readonly evaluationId: string;
  readonly kind: 'strength' | 'weakness';
  readonly text: string;
  readonly conclusion: string;
  readonly concludedOn: string;
  /** Whether the conclusion is contested and waits for an answer. */
  readonly contested: boolean;
};

/** B9: evaluation finds strengths and weaknesses. */
export const strengthWeakness = agencyReadModel({
  name: 'StrengthWeakness',
  question: {
    en: 'Which strengths and weaknesses did the evaluations find?',
    id: 'Kekuatan dan kelemahan apa yang ditemukan evaluasi?',
  },
  projections: [evaluationRecords, programRegister],
  answer: ([evaluations, programs], on): readonly StrengthWeaknessLine[] =>
    [...evaluations.rows.values()]
      .flatMap(({ evaluationId, planned, conclusion, contested }): readonly StrengthWeaknessLine[] => {
        if (planned === null || conclusion === null || conclusion.on > on) return [];
        const { programId } = planned;
        const head = { programId, program: programs.get(programId)?.name ?? programId, evaluationId };
        const tail = { conclusion: conclusion.conclusion, concludedOn: conclusion.on, contested };
        return [
          ...conclusion.strengths.map((text) => ({ ...head, kind: 'strength', text, ...tail }) as const),
          ...conclusion.weaknesses.map((text) => ({ ...head, kind: 'weakness', text, ...tail }) as const),
        ];
      })
      .sort(
        byCells(
          ({ programId }) => programId,
          ({ concludedOn }) => concludedOn,
          ({ evaluationId }) => evaluationId,
          ({ kind }) => kind,
          ({ text }) => text,
        ),
      ),
});
