import { totalNotShown } from '../disclosure.js';
import { peopleReadModel } from '../history/people-read-model.js';
import { requiredLevels } from '../levels/required-levels.js';
import { groupedBy, inOrder } from '../order.js';
import { levelRecords } from '../records/level-records.js';
import { type PolicyInView, policies, policyInForce } from '../records/policies.js';
import { serviceRecords, servingOn } from '../records/service-records.js';
import { requiredOn, standards } from '../records/standards.js';
import { type GapFigures, gapFigures, gapNotShown } from './gap-figures.js';

/** A competency in the positions of one kind, over the people of the whole agency whose positions require it. */
export interface GapMapByPositionKindLine extends GapFigures {
  readonly positionKind: string;
  readonly competency: string;
}

/**
 * B3: the gap map by kinds of positions, whatever the unit. The kinds and the units of a competency add up to the same sum: where whoever
 * takes the units that the gap map by unit shows from it would be left with too few people, no kind is shown.
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
    const required = servingOn(service.rows, on).flatMap(({ employeeId, unitId, placement }) => {
      if (placement === null) return [];
      const { positionKind, standardId } = placement;
      return requiredLevels(levels.get(employeeId), requiredOn(standardRows.get(standardId), on), on).map((level) => ({
        positionKind,
        unitId,
        ...level,
      }));
    });
    const apart = inHiddenUnits(required, policy);
    const lines = groupedBy(required, ({ positionKind, competency }) => ({ positionKind, competency })).map(
      ({ key, members }): GapMapByPositionKindLine => ({
        ...key,
        ...gapFigures(members, policy, totalNotShown(members.length, apart.get(key.competency) ?? 0, policy)),
      }),
    );
    return inOrder(lines, ({ positionKind, competency }) => [positionKind, competency]);
  },
});

/** For each competency, how many people stand in units of which the gap map by unit shows nothing. */
function inHiddenUnits(
  required: readonly { readonly unitId: string | null; readonly competency: string; readonly actual: number | null }[],
  policy: PolicyInView | undefined,
): ReadonlyMap<string, number> {
  const hidden = new Map<string, number>();
  for (const { key, members } of groupedBy(required, ({ unitId, competency }) => ({ unitId, competency }))) {
    if (gapNotShown(members, policy) === null) continue;
    hidden.set(key.competency, (hidden.get(key.competency) ?? 0) + members.length);
  }
  return hidden;
}
