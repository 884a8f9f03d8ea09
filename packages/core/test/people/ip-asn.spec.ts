import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indonesia2026 } from '../../src/governance/policy/index.js';
import { Education, type IpAsnInput, ipAsn, ipAsnCategory, Sanction } from '../../src/people/ip-asn/index.js';
import { Jp, PerformancePredicate, PositionKind } from '../../src/values/index.js';

const { figures } = indonesia2026;
const jp = (hundredths: number) => Jp.parse(hundredths);

/** The vector of domain.md 1.9: S1 15, training 15 + 15 + 10, Baik 25, no sanction 5. */
const vector: IpAsnInput = {
  education: 's1',
  positionKind: 'pengawas',
  leadershipTraining: true,
  technicalJp: jp(2000),
  seminar: true,
  predicate: 'baik',
  sanction: 'none',
};
const of = (details: IpAsnInput) => ipAsn({ ...vector, ...details }, figures);
const without = (name: keyof IpAsnInput): IpAsnInput => {
  const { [name]: _, ...rest } = vector;
  return rest;
};

describe('the professionalism index (IP ASN)', () => {
  it('of the vector of domain.md is 85, high', () =>
    expect(ipAsn(vector, figures)).toEqual({
      qualification: 1500,
      competence: 4000,
      performance: 2500,
      discipline: 500,
      partial: 8500,
      total: 8500,
      category: 'tinggi',
      missing: [],
    }));

  it('reaches 100 with the most points of every dimension', () =>
    expect(of({ education: 's3', predicate: 'sangatBaik' })).toMatchObject({
      total: 10_000,
      category: 'sangatTinggi',
    }));

  it.each([
    ['s3', 2500],
    ['s2', 2000],
    ['s1', 1500],
    ['d4', 1500],
    ['d3', 1000],
    ['d2', 500],
    ['d1', 500],
    ['slta', 500],
    ['belowSlta', 100],
  ] as const)('gives the education %s %i hundredths', (education, points) =>
    expect(of({ education }).qualification).toBe(points),
  );

  it.each([
    ['sangatBaik', 3000],
    ['baik', 2500],
    ['butuhPerbaikan', 1500],
    ['kurang', 500],
    ['sangatKurang', 100],
  ] as const)('gives the predicate %s %i hundredths', (predicate, points) =>
    expect(of({ predicate }).performance).toBe(points),
  );

  it.each([
    ['none', 500],
    ['light', 300],
    ['medium', 200],
    ['heavy', 100],
  ] as const)('gives the sanction %s %i hundredths', (sanction, points) =>
    expect(of({ sanction }).discipline).toBe(points),
  );

  describe('in competence', () => {
    it.each(['jptUtama', 'jptMadya', 'jptPratama', 'administrator', 'pengawas'] as const)(
      'asks a %s for leadership training, not for functional training',
      (positionKind) => {
        expect(of({ positionKind, leadershipTraining: true, functionalTraining: false }).competence).toBe(4000);
        expect(of({ positionKind, leadershipTraining: false, functionalTraining: true }).competence).toBe(2500);
      },
    );

    it.each(PositionKind.options.filter((kind) => kind.startsWith('jf')))(
      'asks a %s for functional training, not for leadership training',
      (positionKind) => {
        expect(of({ positionKind, functionalTraining: true, leadershipTraining: false }).competence).toBe(4000);
        expect(of({ positionKind, functionalTraining: false, leadershipTraining: true }).competence).toBe(2500);
      },
    );

    it('asks staff for neither, and gives 22.5 and 17.5 for the rest', () => {
      const staff: IpAsnInput = { positionKind: 'pelaksana', leadershipTraining: false };
      expect(of(staff).competence).toBe(4000);
      expect(of({ ...staff, seminar: false }).competence).toBe(2250);
      expect(of({ ...staff, technicalJp: jp(0) }).competence).toBe(1750);
      expect(ipAsn({ ...without('leadershipTraining'), positionKind: 'pelaksana' }, figures).missing).toEqual([]);
    });

    it.each([
      [1999, 2500],
      [2000, 4000],
      [2001, 4000],
    ])('counts technical training of %i hundredths of JP from 20 JP on', (technical, points) =>
      expect(of({ technicalJp: jp(technical) }).competence).toBe(points),
    );

    it('gives nothing for a seminar that there was not', () => expect(of({ seminar: false }).competence).toBe(3000));
  });

  describe('where the agency counts a profession as functional training', () => {
    it('gives a functional position its points without the training', () => {
      const teacher: IpAsnInput = { positionKind: 'jfMuda', professionCountsAsFunctional: true };
      expect(of({ ...teacher, functionalTraining: false }).competence).toBe(4000);
      expect(ipAsn({ ...without('leadershipTraining'), ...teacher }, figures)).toMatchObject({
        competence: 4000,
        missing: [],
      });
    });

    it('asks for the training where the agency does not', () =>
      expect(
        of({ positionKind: 'jfMuda', professionCountsAsFunctional: false, functionalTraining: false }).competence,
      ).toBe(2500));

    it('gives a leader nothing for it', () =>
      expect(of({ professionCountsAsFunctional: true, leadershipTraining: false }).competence).toBe(2500));
  });

  describe('with something missing', () => {
    it.each([
      ['education', 'qualification', 7000],
      ['leadershipTraining', 'competence', 7000],
      ['technicalJp', 'competence', 7000],
      ['seminar', 'competence', 7500],
      ['predicate', 'performance', 6000],
      ['sanction', 'discipline', 8000],
    ] as const)('has no total without %s, and says so', (name, dimension, partial) => {
      const found = ipAsn(without(name), figures);
      expect(found).toMatchObject({ partial, total: null, category: null, missing: [name] });
      expect(found[dimension]).toBeNull();
    });

    it('counts no training without the position, on which the points depend', () =>
      expect(ipAsn(without('positionKind'), figures)).toMatchObject({
        competence: null,
        partial: 4500,
        missing: ['positionKind'],
      }));

    it('asks a functional position for functional training', () =>
      expect(of({ positionKind: 'jfMuda' })).toMatchObject({ competence: null, missing: ['functionalTraining'] }));

    it('knows nothing of nobody', () =>
      expect(ipAsn({}, figures)).toEqual({
        qualification: null,
        competence: null,
        performance: null,
        discipline: null,
        partial: 0,
        total: null,
        category: null,
        missing: ['education', 'positionKind', 'technicalJp', 'seminar', 'predicate', 'sanction'],
      }));

    it('never gives more in part than the total can be, and a total only where nothing is missing', () =>
      fc.assert(
        fc.property(
          fc.record(
            {
              education: fc.constantFrom(...Education.options),
              positionKind: fc.constantFrom(...PositionKind.options),
              leadershipTraining: fc.boolean(),
              functionalTraining: fc.boolean(),
              professionCountsAsFunctional: fc.boolean(),
              technicalJp: fc.integer({ min: 0, max: 6000 }).map(jp),
              seminar: fc.boolean(),
              predicate: fc.constantFrom(...PerformancePredicate.options),
              sanction: fc.constantFrom(...Sanction.options),
            },
            { requiredKeys: [] },
          ),
          (input) => {
            const { qualification, competence, performance, discipline, ...found } = ipAsn(input, figures);
            const parts = [qualification, competence, performance, discipline];
            expect(found.partial).toBeLessThanOrEqual(10_000);
            expect(found.total === null).toBe(found.missing.length > 0);
            expect(found.category === null).toBe(found.total === null);
            expect(parts.includes(null)).toBe(found.missing.length > 0);
            if (found.total !== null) {
              expect(found.total).toBe(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0));
              expect(found.total).toBe(found.partial);
            }
            for (const name of found.missing) expect(input[name]).toBeUndefined();
          },
        ),
      ));
  });
});

describe('the category of a total', () => {
  const bounds = figures['ipasn.categories'].value;

  it.each([
    [0, 'sangatRendah'],
    [6000, 'sangatRendah'],
    [6050, 'sangatRendah'],
    [6099, 'sangatRendah'],
    [6100, 'rendah'],
    [7050, 'rendah'],
    [7099, 'rendah'],
    [7100, 'sedang'],
    [8000, 'sedang'],
    [8050, 'sedang'],
    [8099, 'sedang'],
    [8100, 'tinggi'],
    [9000, 'tinggi'],
    [9050, 'tinggi'],
    [9099, 'tinggi'],
    [9100, 'sangatTinggi'],
    [10_000, 'sangatTinggi'],
  ] as const)('of %i hundredths is %s', (total, category) => expect(ipAsnCategory(total, bounds)).toBe(category));
});
