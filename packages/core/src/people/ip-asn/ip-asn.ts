import type { PolicyFigures } from '../../governance/policy/figures.js';
import type { PositionKind } from '../../values/competency.js';
import type { Education, IpAsnInput } from './input.js';

/** From very high to very low. */
export type IpAsnCategory = 'sangatTinggi' | 'tinggi' | 'sedang' | 'rendah' | 'sangatRendah';

/** An input that is needed and absent. */
export type IpAsnMissing = Exclude<keyof IpAsnInput, 'professionCountsAsFunctional'>;

/** The professionalism index of a civil servant. All points in hundredths: 85 is 8500. */
export interface IpAsn {
  /** Null where an input of the dimension is absent, never a silent 0. */
  readonly qualification: number | null;
  readonly competence: number | null;
  readonly performance: number | null;
  readonly discipline: number | null;
  /** All points that are known, also those of a dimension that is not whole: the total will not be lower. */
  readonly partial: number;
  /** Null where anything is missing. */
  readonly total: number | null;
  readonly category: IpAsnCategory | null;
  /** The inputs that are absent, in the order of the dimensions. */
  readonly missing: readonly IpAsnMissing[];
}

/** The figures of the policy from which the index is computed. */
export type IpAsnFigures = Pick<
  PolicyFigures,
  'ipasn.qualification' | 'ipasn.competence' | 'ipasn.performance' | 'ipasn.discipline' | 'ipasn.categories'
>;

/**
 * The professionalism index of a civil servant (IP ASN): qualification, competence, performance and discipline.
 *
 * ```ts
 * ipAsn({ education: 's1', positionKind: 'administrator', leadershipTraining: true, … }, policy.figures).total; // 8500
 * ```
 *
 * Source: Permenpan RB 38/2018 and Peraturan BKN 8/2019. The weights, the points for S3 and S2 and those for training were read there;
 * the other points come from secondary sources or from memory and are policy data with their certainty.
 */
export function ipAsn(input: IpAsnInput, figures: IpAsnFigures): IpAsn {
  const dimensions = {
    qualification: [qualification(input, figures)],
    competence: competence(input, figures),
    performance: [performance(input, figures)],
    discipline: [discipline(input, figures)],
  };
  const all = Object.values(dimensions).flat();
  const missing = all.flatMap((part) => (part.points === null ? [part.input] : []));
  const partial = all.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const total = missing.length === 0 ? partial : null;
  return {
    qualification: sumOf(dimensions.qualification),
    competence: sumOf(dimensions.competence),
    performance: sumOf(dimensions.performance),
    discipline: sumOf(dimensions.discipline),
    partial,
    total,
    category: total === null ? null : ipAsnCategory(total, figures['ipasn.categories'].value),
    missing,
  };
}

/** The category of a total in hundredths: the highest whose lower bound it reaches, so that 80.5 is `sedang` and falls into no hole. */
export function ipAsnCategory(total: number, bounds: PolicyFigures['ipasn.categories']['value']): IpAsnCategory {
  return (
    (['sangatTinggi', 'tinggi', 'sedang', 'rendah'] as const).find((name) => total >= bounds[name]) ?? 'sangatRendah'
  );
}

/** Points, or null where the input that they need is absent. */
interface Part {
  readonly input: IpAsnMissing;
  readonly points: number | null;
}

function sumOf(parts: readonly Part[]): number | null {
  return parts.reduce<number | null>((sum, { points }) => (sum === null || points === null ? null : sum + points), 0);
}

function qualification({ education }: IpAsnInput, figures: IpAsnFigures): Part {
  const points = figures['ipasn.qualification'].value;
  return { input: 'education', points: education === undefined ? null : points[EDUCATION[education]] };
}

const EDUCATION: Readonly<Record<Education, keyof PolicyFigures['ipasn.qualification']['value']>> = {
  s3: 's3',
  s2: 's2',
  s1: 's1',
  d4: 's1',
  d3: 'd3',
  d2: 'd2',
  d1: 'd2',
  slta: 'd2',
  belowSlta: 'belowSlta',
};

/** Staff (pelaksana) have no leadership or functional training, and more points for the rest. */
function competence(input: IpAsnInput, figures: IpAsnFigures): readonly Part[] {
  const { positionKind, technicalJp, seminar } = input;
  const { position, pelaksana, technicalMinimum } = figures['ipasn.competence'].value;
  if (positionKind === undefined) {
    // How much a training counts depends on the position, so that none can be counted.
    const needed = ['positionKind', 'technicalJp', 'seminar'] as const;
    return needed.filter((name) => input[name] === undefined).map((name) => ({ input: name, points: null }));
  }
  const points = positionKind === 'pelaksana' ? pelaksana : position;
  const technical: Part = {
    input: 'technicalJp',
    points: technicalJp === undefined ? null : technicalJp >= technicalMinimum ? points.technical : 0,
  };
  const seminars: Part = { input: 'seminar', points: pointsFor(seminar, points.seminar) };
  if (positionKind === 'pelaksana') return [technical, seminars];
  return [trainingOfThePosition(input, positionKind, position.leadershipOrFunctional), technical, seminars];
}

function trainingOfThePosition(input: IpAsnInput, kind: PositionKind, points: number): Part {
  if (!FUNCTIONAL.includes(kind)) {
    return { input: 'leadershipTraining', points: pointsFor(input.leadershipTraining, points) };
  }
  const trained = input.professionCountsAsFunctional === true ? true : input.functionalTraining;
  return { input: 'functionalTraining', points: pointsFor(trained, points) };
}

const FUNCTIONAL: readonly PositionKind[] = [
  'jfPemula',
  'jfTerampil',
  'jfMahir',
  'jfPenyelia',
  'jfPertama',
  'jfMuda',
  'jfMadya',
  'jfUtama',
];

function pointsFor(done: boolean | undefined, points: number): number | null {
  if (done === undefined) return null;
  return done ? points : 0;
}

function performance({ predicate }: IpAsnInput, figures: IpAsnFigures): Part {
  const points = figures['ipasn.performance'].value;
  return { input: 'predicate', points: predicate === undefined ? null : points[predicate] };
}

function discipline({ sanction }: IpAsnInput, figures: IpAsnFigures): Part {
  const points = figures['ipasn.discipline'].value;
  return { input: 'sanction', points: sanction === undefined ? null : points[sanction] };
}
