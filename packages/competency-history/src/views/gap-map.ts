import { levelLines } from '../levels.js';
import { matchOf } from '../match.js';
import { groupedBy, inOrder } from '../order.js';
import { peopleReadModel } from '../people-read-model.js';
import { policies, policyInForce } from '../policies.js';
import { levelRecords } from '../records/level-records.js';
import { serviceRecords, servingOn } from '../records/service-records.js';
import { requiredOn, standards } from '../standards.js';

/** A competency in a unit, over the people whose positions require it. */
export interface GapMapLine {
  readonly unitId: string | null;
  readonly competency: string;
  readonly people: number;
  /** People with a valid assessment by somebody else. */
  readonly assessed: number;
  /** People below the level that is required. */
  readonly below: number;
  /** Levels that are missing, over all people. */
  readonly missingLevels: number;
  /** People below of whom a gap in this competency was validated. */
  readonly validated: number;
  /** Job-person match in hundredths of a per cent, and its band; see `matchOf`. */
  readonly jpm: number | null;
  readonly band: string | null;
  readonly policyVersion: string | null;
}

/** B3: standard against profile, for the planning of needs. */
export const gapMap = peopleReadModel({
  name: 'GapMap',
  question: {
    en: 'Where do the levels of the staff fall short of the standards, by unit and competency, and how well do people match their positions?',
    id: 'Di mana level pegawai di bawah standar, menurut unit dan kompetensi, dan seberapa sesuai pegawai dengan jabatannya?',
  },
  projections: [serviceRecords, levelRecords, standards, policies],
  answer: ([service, levels, standardRows, policyRows], on) => {
    const policy = policyInForce(policyRows.rows, on);
    const required = servingOn(service.rows, on).flatMap(({ employeeId, unitId, placement }) => {
      const standard = placement === null ? undefined : standardRows.get(placement.standardId);
      const record = levels.get(employeeId);
      return levelLines(Object.values(record?.assessments ?? {}), requiredOn(standard, on), on).flatMap(
        ({ competency, required, actual, gap }) => {
          if (required === null || gap === null) return [];
          const validated = record?.validated[competency] !== undefined;
          return [{ unitId, competency, required, actual, gap, validated }];
        },
      );
    });
    const lines = groupedBy(required, ({ unitId, competency }) => ({ unitId, competency })).map(
      ({ key, members }): GapMapLine => {
        const below = members.filter(({ gap }) => gap > 0);
        return {
          ...key,
          people: members.length,
          assessed: members.filter(({ actual }) => actual !== null).length,
          below: below.length,
          missingLevels: below.reduce((sum, { gap }) => sum + gap, 0),
          validated: below.filter(({ validated }) => validated).length,
          ...matchOf(members, policy?.figures),
          policyVersion: policy?.version ?? null,
        };
      },
    );
    return inOrder(lines, ({ unitId, competency }) => [unitId, competency]);
  },
});
