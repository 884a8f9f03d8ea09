import { peopleReadModel } from '../history/people-read-model.js';
import { requiredLevels } from '../levels/required-levels.js';
import { groupedBy, inOrder } from '../order.js';
import { levelRecords } from '../records/level-records.js';
import { policies, policyInForce } from '../records/policies.js';
import { serviceRecords, servingOn } from '../records/service-records.js';
import { requiredOn, standards } from '../records/standards.js';
import { type GapFigures, gapFigures } from './gap-figures.js';

/** A competency in the positions of one kind, over the people of the whole agency whose positions require it. */
export interface GapMapByPositionKindLine extends GapFigures {
  readonly positionKind: string;
  readonly competency: string;
}

/**
 * B3: the gap map by kinds of positions, whatever the unit. Whoever publishes it beside the gap map by unit: the kinds and the units of a
 * competency add up to the same sum, so that one small unit that is not shown may be worked out from all the others.
 */
export const gapMapByPositionKind = peopleReadModel({
  name: 'GapMapByPositionKind',
  question: {
    en: 'In which kinds of positions do levels fall short of the standards, by competency, over the whole agency?',
    id: 'Pada jenis jabatan mana level pegawai di bawah standar, menurut kompetensi, di seluruh instansi?',
  },
  needs: [serviceRecords, levelRecords, standards, policies],
  linesOf: 'agency',
  tells: 'serving',
  answer: ([service, levels, standardRows, policyRows], on) => {
    const policy = policyInForce(policyRows.rows, on);
    const required = servingOn(service.rows, on).flatMap(({ employeeId, placement }) => {
      if (placement === null) return [];
      const { positionKind, standardId } = placement;
      return requiredLevels(levels.get(employeeId), requiredOn(standardRows.get(standardId), on), on).map((level) => ({
        positionKind,
        ...level,
      }));
    });
    const lines = groupedBy(required, ({ positionKind, competency }) => ({ positionKind, competency })).map(
      ({ key, members }): GapMapByPositionKindLine => ({ ...key, ...gapFigures(members, policy) }),
    );
    return inOrder(lines, ({ positionKind, competency }) => [positionKind, competency]);
  },
});
