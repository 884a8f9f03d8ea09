import { peopleReadModel } from '../history/people-read-model.js';
import { type Fit, fitOf } from '../levels/fit.js';
import { requiredLevels } from '../levels/required-levels.js';
import { inOrder } from '../order.js';
import { levelRecords } from '../records/level-records.js';
import { policies, policyInForce } from '../records/policies.js';
import { serviceRecords, servingOn } from '../records/service-records.js';
import { requiredOn, standards } from '../records/standards.js';

/** A person who serves, against the standard of the position. */
export interface GapMapByPersonLine extends Fit {
  readonly unitId: string | null;
  readonly employeeId: string;
  readonly positionKind: string | null;
  readonly standardId: string | null;
  readonly policyVersion: string | null;
}

/** B3: the gap map of each person, for who plans what each one needs. Ordered by unit and person: nobody is ranked. */
export const gapMapByPerson = peopleReadModel({
  name: 'GapMapByPerson',
  question: {
    en: 'How far does each civil servant meet the standard of the position?',
    id: 'Seberapa jauh setiap ASN memenuhi standar jabatannya?',
  },
  needs: [serviceRecords, levelRecords, standards, policies],
  linesOf: 'person',
  tells: 'serving',
  answer: ([service, levels, standardRows, policyRows], on) => {
    const policy = policyInForce(policyRows.rows, on);
    const lines = servingOn(service.rows, on).map(({ employeeId, unitId, placement }): GapMapByPersonLine => {
      const standard = placement === null ? undefined : standardRows.get(placement.standardId);
      return {
        unitId,
        employeeId,
        positionKind: placement?.positionKind ?? null,
        standardId: placement?.standardId ?? null,
        ...fitOf(requiredLevels(levels.get(employeeId), requiredOn(standard, on), on), policy?.figures),
        policyVersion: policy?.version ?? null,
      };
    });
    return inOrder(lines, ({ unitId, employeeId }) => [unitId, employeeId]);
  },
});
