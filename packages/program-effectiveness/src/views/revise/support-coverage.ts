import { agencyReadModel } from '../../agency-read-model.js';
import { disclosure } from '../../disclosure.js';
import { byCells, grouped, inOneCell } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import {
  type ResistanceRow,
  resistanceRecords,
  type SupportRow,
  supportRecords,
} from '../../records/change-records.js';

/** What a unit resists, how it was supported in it, and how the resistance stood before and after. */
export type SupportCoverageLine = {
  readonly unitId: string;
  readonly about: string;
  readonly supports: number;
  /** How: education, outreach, example, evidence, mentoring. */
  readonly kinds: string | null;
  /** People reached, over all supports; one who was reached twice counts twice. */
  readonly reach: number | null;
  readonly firstSupportOn: string | null;
  /** The last observation until the first support, 1 slight to 4 strong; without any support, the last one. */
  readonly before: number | null;
  readonly beforeOn: string | null;
  /** The last observation after the first support. */
  readonly after: number | null;
  readonly afterOn: string | null;
  /** After less before: below 0 is less resistance. */
  readonly change: number | null;
  /** Resistance was observed and nothing was done about it. */
  readonly unsupported: boolean;
  /** An observation, or the reach, rests on too few people to be told. */
  readonly suppressed: boolean;
};

/** T10-T13, M13, M14, S12-S14: resistance is met with support. It is observed in units, never in people (R39). */
export const supportCoverage = agencyReadModel({
  name: 'SupportCoverage',
  question: {
    en: 'Where is there resistance to change, how is it met with support, and does it ease?',
    id: 'Di mana ada resistensi terhadap perubahan, dukungan apa yang diberikan, dan apakah resistensinya mereda?',
  },
  projections: [resistanceRecords, supportRecords, agencyPolicy],
  answer: ([resistance, support, policies], on): readonly SupportCoverageLine[] => {
    const { minimumN } = policyOnDay(policies, on);
    const observed = groupedByMatter([...resistance.rows.values()].filter((row) => row.on <= on));
    const given = groupedByMatter([...support.rows.values()].filter((row) => row.on <= on));
    return [...new Set([...observed.keys(), ...given.keys()])]
      .flatMap((key) => lineOf(observed.get(key) ?? [], given.get(key) ?? [], minimumN))
      .sort(
        byCells(
          ({ unitId }) => unitId,
          ({ about }) => about,
        ),
      );
  },
});

interface Matter {
  readonly unitId: string;
  readonly about: string;
  readonly on: string;
}

/** By unit and what it resists, each in the order of the days. */
function groupedByMatter<T extends Matter>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const inOrder = [...rows].sort(byCells(({ on }) => on));
  return grouped(inOrder, ({ unitId, about }) => `${unitId}/${about}`);
}

function lineOf(
  observed: readonly ResistanceRow[],
  given: readonly SupportRow[],
  minimumN: number,
): readonly SupportCoverageLine[] {
  const matter: Matter | undefined = observed[0] ?? given[0];
  if (matter === undefined) return [];
  const firstSupportOn = given[0]?.on ?? null;
  const before = observed.filter(({ on }) => firstSupportOn === null || on <= firstSupportOn).at(-1);
  const after = observed.filter(({ on }) => firstSupportOn !== null && on > firstSupportOn).at(-1);
  const [was, is] = [told(before, minimumN), told(after, minimumN)];
  const reach = given.reduce((sum, each) => sum + each.reach, 0);
  const ofReach = disclosure(given.length === 0 ? minimumN : reach, minimumN);
  return [
    {
      unitId: matter.unitId,
      about: matter.about,
      supports: given.length,
      kinds: inOneCell(given.map(({ kind }) => kind)),
      reach: ofReach.shown(reach),
      firstSupportOn,
      before: was.level,
      beforeOn: before?.on ?? null,
      after: is.level,
      afterOn: after?.on ?? null,
      change: was.level === null || is.level === null ? null : is.level - was.level,
      unsupported: given.length === 0,
      suppressed: was.suppressed || is.suppressed || ofReach.suppressed,
    },
  ];
}

function told(observation: ResistanceRow | undefined, minimumN: number) {
  if (observation === undefined) return { level: null, suppressed: false };
  const { shown, suppressed } = disclosure(observation.n, minimumN);
  return { level: shown(observation.level), suppressed };
}
