import * as z from 'zod';

/**
 * The code of a competency: M01-M08 managerial, SK01 socio-cultural (Permenpan RB 38/2017), `T-…` technical, from the agency's catalogue.
 */
export const CompetencyCode = z
  .string()
  .regex(
    /^(M0[1-8]|SK01|T-[A-Z0-9]+([.-][A-Z0-9]+)*)$/,
    'a competency code such as M05, SK01 or T-DUKCAPIL-01 is needed',
  )
  .brand<'CompetencyCode'>();
export type CompetencyCode = z.output<typeof CompetencyCode>;

/** A proficiency level, 1 (basic understanding) to 5 (expert). Any integer is read; rule R06 refuses what is not 1-5. */
export const ProficiencyLevel = z.int().brand<'ProficiencyLevel'>();
export type ProficiencyLevel = z.output<typeof ProficiencyLevel>;

export const PositionKind = z.enum([
  'jptUtama',
  'jptMadya',
  'jptPratama',
  'administrator',
  'pengawas',
  'pelaksana',
  'jfPemula',
  'jfTerampil',
  'jfMahir',
  'jfPenyelia',
  'jfPertama',
  'jfMuda',
  'jfMadya',
  'jfUtama',
]);
export type PositionKind = z.output<typeof PositionKind>;

/** Seniority of a position kind, for comparing two positions; the levels that one province requires (domain.md 1.7), sample data. */
const SENIORITY: Readonly<Record<PositionKind, number>> = {
  jptUtama: 5,
  jptMadya: 4,
  jptPratama: 4,
  administrator: 3,
  pengawas: 2,
  pelaksana: 1,
  jfPemula: 1,
  jfTerampil: 2,
  jfMahir: 2,
  jfPenyelia: 3,
  jfPertama: 2,
  jfMuda: 3,
  jfMadya: 4,
  jfUtama: 5,
};

/** How senior a kind of position is, 1 to 5. */
export function seniorityOf(kind: PositionKind): number {
  return SENIORITY[kind];
}
