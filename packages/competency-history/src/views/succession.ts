import { peopleReadModel } from '../history/people-read-model.js';
import { type Fit, fitOf } from '../levels/fit.js';
import { requiredLevels } from '../levels/required-levels.js';
import { inOrder } from '../order.js';
import { levelRecords } from '../records/level-records.js';
import { policies, policyInForce } from '../records/policies.js';
import { serviceRecords, servingOn } from '../records/service-records.js';
import { requiredOn, standardNamed } from '../records/standards.js';

/** A person who serves, against the standard of a position that is to be filled. */
export interface SuccessionLine extends Fit {
  readonly unitId: string | null;
  readonly employeeId: string;
  /** The kind of position that the person holds now. */
  readonly positionKind: string | null;
  /** The standard that is asked about. */
  readonly standardId: string;
  /** Whether the person holds a position of that standard already. */
  readonly holdsIt: boolean;
  readonly meetsAll: boolean;
  readonly policyVersion: string | null;
}

/**
 * Who is ready for a position: the assessed levels of each person against its standard on the day. There are no lines where the standard is
 * not in force. Ordered by unit and person, and not by who fits best: to choose is the act of an authority, with more than levels before it.
 * Ratings of behaviour and values of BerAKHLAK are not read: attitude is not scored (S17).
 *
 * @param standardId the standard of the position
 */
export const succession = (standardId: string) =>
  peopleReadModel({
    name: 'Succession',
    question: {
      en: 'Who of those who serve meets the standard of a position on the day, and what is each one missing?',
      id: 'Siapa di antara ASN yang bertugas memenuhi standar suatu jabatan pada hari itu, dan apa yang masih kurang pada setiap orang?',
    },
    needs: [serviceRecords, levelRecords, standardNamed(standardId), policies],
    linesOf: 'person',
    tells: 'serving',
    answer: ([service, levels, standardRows, policyRows], on) => {
      const policy = policyInForce(policyRows.rows, on);
      const required = requiredOn(standardRows.get(standardId), on);
      if (required.size === 0) return [];
      const lines = servingOn(service.rows, on).map(({ employeeId, unitId, placement }): SuccessionLine => {
        const fit = fitOf(requiredLevels(levels.get(employeeId), required, on), policy?.figures);
        return {
          unitId,
          employeeId,
          positionKind: placement?.positionKind ?? null,
          standardId,
          holdsIt: placement?.standardId === standardId,
          ...fit,
          meetsAll: fit.below === 0,
          policyVersion: policy?.version ?? null,
        };
      });
      return inOrder(lines, ({ unitId, employeeId }) => [unitId, employeeId]);
    },
  });
