import { peopleReadModel } from '../history/people-read-model.js';
import { levelLines } from '../levels/levels.js';
import { inOrder } from '../order.js';
import { levelRecords } from '../records/level-records.js';
import { serviceRecords, servingOn } from '../records/service-records.js';
import { requiredOn, standards } from '../records/standards.js';

/** A person who serves, in one competency. */
export interface CompetencyProfileLine {
  readonly employeeId: string;
  readonly unitId: string | null;
  readonly positionKind: string | null;
  readonly competency: string;
  /** Levels 1-5; null where the standard asks for none. */
  readonly required: number | null;
  /** Null where nobody else has assessed it, or the assessment has lapsed. */
  readonly actual: number | null;
  readonly gap: number | null;
  readonly method: string | null;
  readonly assessedOn: string | null;
  /** What the person thinks; it closes no gap (R06). */
  readonly self: number | null;
}

/** T1, L2, B3: the levels of people against the standards of their positions. */
export const competencyProfile = peopleReadModel({
  name: 'CompetencyProfile',
  question: {
    en: 'Which level has each civil servant in each competency, against the standard of the position?',
    id: 'Pada level berapa setiap ASN di setiap kompetensi, dibandingkan dengan standar jabatannya?',
  },
  needs: [serviceRecords, levelRecords, standards],
  linesOf: 'person',
  tells: 'serving',
  answer: ([service, levels, standardRows], on) =>
    inOrder(
      servingOn(service.rows, on).flatMap(({ employeeId, unitId, placement }) => {
        const standard = placement === null ? undefined : standardRows.get(placement.standardId);
        const assessments = Object.values(levels.get(employeeId)?.assessments ?? {});
        return levelLines(assessments, requiredOn(standard, on), on).map(
          ({ competency, required, actual, gap, by, self }): CompetencyProfileLine => ({
            employeeId,
            unitId,
            positionKind: placement?.positionKind ?? null,
            competency,
            required,
            actual,
            gap,
            method: by?.method ?? null,
            assessedOn: by?.on ?? null,
            self,
          }),
        );
      }),
      ({ unitId, employeeId, competency }) => [unitId, employeeId, competency],
    ),
});
