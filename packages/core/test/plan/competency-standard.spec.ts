import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityState } from '../../src/governance/authority/index.js';
import {
  CompetencyStandardEstablished,
  competencyStandard,
  competencyStandardState,
  EstablishCompetencyStandard,
  standardOn,
} from '../../src/plan/competency-standard/index.js';
import { LocalDate } from '../../src/values/index.js';
import { decreeOf, foundAgency, granted, inOffice, lawData, noonOf, PPK } from '../governance/fixtures.js';
import { by, standard, standardEstablished } from './fixtures.js';

const byPpk = inOffice(given(competencyStandard), 'ppk');
const requiring = (competency: string, requiredLevel: number) =>
  EstablishCompetencyStandard({ ...standard, items: [{ competency, requiredLevel }] });

describe('EstablishCompetencyStandard', () => {
  it('establishes the first version', () =>
    byPpk
      .when(EstablishCompetencyStandard(standard))
      .then([CompetencyStandardEstablished.of({ ...standard, version: 1, establishedBy: by('ppk-1') })]));

  it('counts the next version by itself', () =>
    inOffice(given(competencyStandard, [standardEstablished]), 'ppk')
      .when(EstablishCompetencyStandard(standard))
      .then([CompetencyStandardEstablished.of({ ...standard, version: 2, establishedBy: by('ppk-1') })]));

  it.each(['pyb', 'bkpsdm', 'opd', 'inspektorat'] as const)('R01 refuses the %s', async (role) => {
    await inOffice(given(competencyStandard), role)
      .when(EstablishCompetencyStandard(standard))
      .thenRefused('R01', 'wrongRole');
  });

  it('R05 refuses a standard that takes effect the day before its decree', () =>
    byPpk
      .when(EstablishCompetencyStandard({ ...standard, effectiveFrom: '2025-12-27' }))
      .thenRefused('R05', 'beforeDecree'));

  it('R05 accepts a standard that takes effect on the day of its decree', () =>
    byPpk
      .when(EstablishCompetencyStandard({ ...standard, effectiveFrom: '2025-12-28' }))
      .thenState(({ versions }) => expect(versions).toHaveLength(1)));

  it('R05 accepts a standard that is retroactive and says why', () =>
    byPpk
      .when(
        EstablishCompetencyStandard({
          ...standard,
          effectiveFrom: '2025-12-27',
          retroactive: { reason: 'the ministry set that day' },
        }),
      )
      .thenState(({ versions }) => expect(versions).toHaveLength(1)));

  it('R05 refuses a decree that is not yet signed', () =>
    byPpk
      .when(EstablishCompetencyStandard({ ...standard, effectiveFrom: '2026-07-01', decree: decreeOf('2026-06-02') }))
      .thenRefused('R05', 'notYetSigned'));

  it.each([-1, 0, 6])('R06 refuses the level %i', async (level) => {
    await byPpk.when(requiring('M05', level)).thenRefused('R06', 'levelOutOfRange');
  });

  it.each([1, 5])('R06 accepts the level %i', async (level) => {
    await byPpk.when(requiring('M05', level)).thenState(({ versions }) => expect(versions).toHaveLength(1));
  });

  it('R06 takes no level between two levels', () => byPpk.when(requiring('M05', 2.5)).thenFails('invalid-command'));

  it('R06 refuses a competency that is not in the catalogue', () =>
    byPpk.when(requiring('T-DUKCAPIL-01', 3)).thenRefused('R06', 'notInCatalogue'));

  it('R06 refuses a competency that is listed twice', () =>
    byPpk
      .when(
        EstablishCompetencyStandard({
          ...standard,
          items: [...standard.items, { competency: 'M05', requiredLevel: 4 }],
        }),
      )
      .thenRefused('R06', 'listedTwice'));

  it('G01 refuses before there is a policy, whose catalogue is needed', () =>
    given(competencyStandard)
      .and(authorityState, 'authority-ppk', [granted('ppk')])
      .as('ppk-1', { authorityId: 'authority-ppk' })
      .when(EstablishCompetencyStandard(standard))
      .thenRefused('G01', 'noPolicy'));

  it('G01 refuses on the day before the first policy takes effect', () =>
    byPpk
      .when(EstablishCompetencyStandard(standard), { occurredAt: noonOf('2025-12-31') })
      .thenRefused('G01', 'noPolicy'));
});

describe('the standard that applies on a day', () => {
  const version = (number: number, effectiveFrom: string) =>
    CompetencyStandardEstablished.of({ ...standard, version: number, effectiveFrom, establishedBy: by('ppk-1') });
  const known = [version(1, '2026-01-01'), version(2, '2026-07-01'), version(3, '2026-04-01')].reduce(
    (state, event) => competencyStandardState.evolve(state, event),
    competencyStandardState.initialState(),
  );
  const on = (date: string) => standardOn(known, LocalDate.parse(date))?.version;

  it('is none before the first takes effect', () => expect(on('2025-12-31')).toBeUndefined());
  it('is the first from its day on', () => expect(on('2026-01-01')).toBe(1));
  it('is the one that took effect last, not the one established last', () => expect(on('2026-07-01')).toBe(2));
  it('is an intermediate one that was established later', () => expect(on('2026-06-30')).toBe(3));
});

const listed = fc
  .uniqueArray(fc.constantFrom('M01', 'M02', 'M05', 'SK01'), { minLength: 1 })
  .map((codes) => codes.map((competency) => ({ competency, requiredLevel: 3 })));

describeLaws('a competency standard', competencyStandard, {
  override: lawData,
  actors: [PPK],
  setUp: foundAgency,
  commands: { EstablishCompetencyStandard: listed.map((items) => ({ ...standard, items })) },
  invariant: ({ versions }) => expect(versions.map(({ version }) => version)).toEqual(versions.map((_, i) => i + 1)),
  runs: 20,
  maxCommands: 8,
});
