import { grouped, type LocalDate, yearOf } from '@pembinaan/core';
import { endOfYear } from '../day.js';
import type { Lookup, LookupsOf } from '../history/people-read-model.js';
import { type LearningBucket, learningBucketOf } from '../learning-buckets.js';
import { requiredLevels } from '../levels/required-levels.js';
import { matchOf } from '../match.js';
import { type AssignmentRecord, assignmentRecords } from '../records/assignment-records.js';
import { type BehaviourRow, behaviourRecords } from '../records/behaviour-records.js';
import { type JpRecord, jpRecords } from '../records/jp-records.js';
import { type LevelRecord, levelRecords } from '../records/level-records.js';
import { type PolicyInView, type PolicyRow, policies, policyInForce } from '../records/policies.js';
import { notRead } from '../records/record.js';
import {
  type ServiceRecord,
  type ServingPerson,
  serviceRecords,
  servingOn,
  unitOn,
} from '../records/service-records.js';
import { requiredOn, type StandardRow, standards } from '../records/standards.js';
import { ratedParticipations } from './rated-participations.js';

/** What one person adds to the figure of a unit in a year. */
export interface Contribution {
  readonly year: number;
  readonly unitId: string | null;
  readonly employeeId: string;
  /** Null where no policy says how to count it. */
  readonly part: number | null;
  readonly whole: number;
}

/** A figure that can be compared across units and years: the sum of the parts over the sum of the wholes. */
interface Measure {
  /** 1 for a mean in the unit of the parts, 10,000 for basis points. */
  readonly scale: number;
  /** The records on which it rests beside the service; the others are not read. */
  readonly restsOn: readonly ('jp' | 'levels' | 'assignments' | 'behaviour')[];
  readonly contributions: (known: Known, on: LocalDate) => readonly Contribution[];
}

/** What is known of the people at hand, as far as the measure rests on it. */
interface Known {
  readonly service: Lookup<ServiceRecord>;
  readonly jp: Lookup<JpRecord>;
  readonly levels: Lookup<LevelRecord>;
  readonly assignments: Lookup<AssignmentRecord>;
  readonly behaviour: Lookup<BehaviourRow>;
  readonly standards: Lookup<StandardRow>;
  readonly policies: Lookup<PolicyRow>;
}

/** The measures, by name. */
export const comparedMeasures = {
  /** JP hundredths credited in the year, for each of those who serve at its end. */
  meanJp: {
    scale: 1,
    restsOn: ['jp'],
    contributions: (known, on) => {
      const credited = creditedByYear(known, on);
      return ofThoseServing(known, on, yearsOf(credited), ({ employeeId }, year) => ({
        part: credited.get(employeeId)?.get(year) ?? 0,
        whole: 1,
      }));
    },
  },
  /** Of the PNS who serve at the end of the year, those who reached its minimum, by the policy of that day; basis points. */
  minimumReachedShare: {
    scale: 10_000,
    restsOn: ['jp'],
    contributions: (known, on) => {
      const credited = creditedByYear(known, on);
      return ofThoseServing(known, on, yearsOf(credited), ({ employeeId, kind }, year, day) => {
        if (kind !== 'pns') return undefined;
        const minimum = policyInForce(known.policies.rows, day)?.figures['jp.minimum.pns.year'].value;
        if (minimum === undefined) return { part: null, whole: 1 };
        return { part: (credited.get(employeeId)?.get(year) ?? 0) >= minimum ? 1 : 0, whole: 1 };
      });
    },
  },
  /** Mean job-person match of those whose position requires something, hundredths of a per cent. */
  meanJpm: {
    scale: 1,
    restsOn: ['levels'],
    contributions: (known, on) => {
      const years = [...known.levels.rows.values()].flatMap(({ assessments }) =>
        Object.values(assessments).map(({ assessedOn }) => yearOf(assessedOn)),
      );
      return ofThoseServing(known, on, years, ({ employeeId, placement }, _, day) => {
        const standard = placement === null ? undefined : known.standards.get(placement.standardId);
        const levels = requiredLevels(known.levels.get(employeeId), requiredOn(standard, day), day);
        const { jpm } = matchOf(levels, undefined);
        return jpm === null ? undefined : { part: jpm, whole: 1 };
      });
    },
  },
  /** Of the JP of the year before the caps, those learnt in class, in the unit of the day of the activity; basis points. */
  formalShare: shareOf('formal'),
  /** Those learnt from each other. */
  socialShare: shareOf('social'),
  /** Those learnt at work. */
  workShare: shareOf('work'),
  /** Of the participations of the year that were passed and rated by others, those rated low, as in the transfer gap; basis points. */
  transferLowShare: {
    scale: 10_000,
    restsOn: ['assignments', 'behaviour'],
    contributions: ({ service, assignments, behaviour, policies: policyRows }, on) => {
      const low = policyInForce(policyRows.rows, on)?.figures['evaluation.l3.effectiveMean'].value;
      return ratedParticipations(assignments.rows, behaviour.rows, service.rows, on).map(
        ({ employeeId, unitId, year, mean }) => ({
          year,
          unitId,
          employeeId,
          part: low === undefined ? null : mean < low ? 1 : 0,
          whole: 1,
        }),
      );
    },
  },
} as const satisfies Readonly<Record<string, Measure>>;

/** The name of a measure. */
export type ComparedMeasure = keyof typeof comparedMeasures;

/** What has to be read for a measure. */
export function needsOf(measure: ComparedMeasure): typeof NEEDS {
  const restsOn: readonly string[] = comparedMeasures[measure].restsOn;
  return [
    serviceRecords,
    restsOn.includes('jp') ? jpRecords : noJp,
    restsOn.includes('levels') ? levelRecords : noLevels,
    restsOn.includes('assignments') ? assignmentRecords : noAssignments,
    restsOn.includes('behaviour') ? behaviourRecords : noBehaviour,
    standards,
    policies,
  ];
}

const noJp = notRead(jpRecords);
const noLevels = notRead(levelRecords);
const noAssignments = notRead(assignmentRecords);
const noBehaviour = notRead(behaviourRecords);

/** What the people at hand contribute to a measure. */
export function contributionsTo(
  measure: ComparedMeasure,
  [service, jp, levels, assignments, behaviour, standardRows, policyRows]: LookupsOf<typeof NEEDS>,
  on: LocalDate,
): readonly Contribution[] {
  const known = { service, jp, levels, assignments, behaviour, standards: standardRows, policies: policyRows };
  return comparedMeasures[measure].contributions(known, on);
}

/** The policy in force on a day. */
export function policyOf(lookups: LookupsOf<typeof NEEDS>, on: LocalDate): PolicyInView | undefined {
  const [, , , , , , policyRows] = lookups;
  return policyInForce(policyRows.rows, on);
}

const NEEDS = [
  serviceRecords,
  jpRecords,
  levelRecords,
  assignmentRecords,
  behaviourRecords,
  standards,
  policies,
] as const;

function shareOf(bucket: LearningBucket): Measure {
  return {
    scale: 10_000,
    restsOn: ['jp'],
    contributions: ({ service, jp }, on) =>
      [...jp.rows].flatMap(([employeeId, { credits }]) =>
        Object.values(credits)
          .filter((credit) => credit.on <= on && credit.jpRaw > 0)
          .map((credit) => ({
            year: credit.year,
            unitId: unitOn(service.get(employeeId), credit.on),
            employeeId,
            part: learningBucketOf[credit.form] === bucket ? credit.jpRaw : 0,
            whole: credit.jpRaw,
          })),
      ),
  };
}

/** Those who serve at the end of each year, from the first of these years to that of the day; undefined leaves a person out. */
function ofThoseServing(
  { service }: Known,
  on: LocalDate,
  known: readonly number[],
  partOf: (person: ServingPerson, year: number, day: LocalDate) => Pick<Contribution, 'part' | 'whole'> | undefined,
): readonly Contribution[] {
  const contributions: Contribution[] = [];
  const first = known.reduce((a, b) => Math.min(a, b), yearOf(on) + 1);
  for (let year = first; year <= yearOf(on); year++) {
    const day = endOfYear(year, on);
    for (const person of servingOn(service.rows, day)) {
      const part = partOf(person, year, day);
      if (part !== undefined)
        contributions.push({ year, unitId: person.unitId, employeeId: person.employeeId, ...part });
    }
  }
  return contributions;
}

type CreditedByYear = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** JP hundredths of each person by year; each credit is looked at once. */
function creditedByYear({ jp }: Known, on: LocalDate): CreditedByYear {
  return new Map([...jp.rows].map(([employeeId, record]) => [employeeId, sumsByYear(record, on)]));
}

function sumsByYear({ credits }: JpRecord, on: LocalDate): ReadonlyMap<number, number> {
  const counting = Object.values(credits).filter((credit) => credit.on <= on);
  return new Map(
    [...grouped(counting, ({ year }) => year)].map(([year, ofYear]) => [
      year,
      ofYear.reduce((sum, { jpCredited }) => sum + jpCredited, 0),
    ]),
  );
}

function yearsOf(credited: CreditedByYear): readonly number[] {
  return [...credited.values()].flatMap((byYear) => [...byYear.keys()]);
}
