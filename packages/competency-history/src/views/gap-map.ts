import { peopleReadModel } from '../history/people-read-model.js';
import { requiredLevels } from '../levels/required-levels.js';
import { groupedBy, inOrder } from '../order.js';
import { levelRecords } from '../records/level-records.js';
import { policies, policyInForce } from '../records/policies.js';
import { serviceRecords, servingOn } from '../records/service-records.js';
import { requiredOn, standards } from '../records/standards.js';
import { type GapFigures, gapFigures } from './gap-figures.js';

/** A competency in a unit, over the people whose positions require it. */
export interface GapMapLine extends GapFigures {
  readonly unitId: string | null;
  readonly competency: string;
}

/** B3: standard against profile, for the planning of needs. Not for groups that are too small (domain.md 5.12). */
export const gapMap = peopleReadModel({
  name: 'GapMap',
  question: {
    en: 'Where do the levels of the staff fall short of the standards, by unit and competency, and how well do people match their positions?',
    id: 'Di mana level pegawai di bawah standar, menurut unit dan kompetensi, dan seberapa sesuai pegawai dengan jabatannya?',
  },
  needs: [serviceRecords, levelRecords, standards, policies],
  linesOf: 'unit',
  tells: 'serving',
  answer: ([service, levels, standardRows, policyRows], on) => {
    const policy = policyInForce(policyRows.rows, on);
    const required = servingOn(service.rows, on).flatMap(({ employeeId, unitId, placement }) => {
      const standard = placement === null ? undefined : standardRows.get(placement.standardId);
      return requiredLevels(levels.get(employeeId), requiredOn(standard, on), on).map((level) => ({
        unitId,
        ...level,
      }));
    });
    const lines = groupedBy(required, ({ unitId, competency }) => ({ unitId, competency })).map(
      ({ key, members }): GapMapLine => ({ ...key, ...gapFigures(members, policy) }),
    );
    return inOrder(lines, ({ unitId, competency }) => [unitId, competency]);
  },
});
