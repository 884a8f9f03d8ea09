import { describe, expect, it } from 'vitest';
import { casesOfGroups } from './cases-of-groups.js';
import { casesOfModels } from './cases-of-models.js';
import { type Adapters, expectedValues, misses, workedCases } from './conformance.js';

/** Reference values computed in R, kept beside the checkout. A build server must have them; elsewhere the cases are skipped without. */
describe('The statistics agree with the worked cases computed in R', () => {
  const cases = workedCases();
  const adapters: Adapters = { ...casesOfGroups, ...casesOfModels };

  it('has the worked cases at hand', ({ skip }) => {
    if (cases === null && process.env.CI === undefined)
      skip('there is no folder shared/stats-cases beside the checkout');
    expect(cases, 'the folder shared/stats-cases beside the checkout').not.toBeNull();
  });

  for (const worked of cases ?? []) {
    it(`meets all ${expectedValues(worked.expected)} values of ${worked.id}`, () => {
      const adapter = adapters[worked.id];
      if (adapter === undefined) expect.fail(`No adapter makes a result of the case ${worked.id}.`);
      expect(misses(worked, adapter(worked))).toEqual([]);
    });
  }

  it.skipIf(cases === null)('covers 22 cases, and has no adapter without a case', () => {
    expect(cases?.map(({ id }) => id).sort()).toEqual(Object.keys(adapters).sort());
    expect(cases).toHaveLength(22);
  });
});
