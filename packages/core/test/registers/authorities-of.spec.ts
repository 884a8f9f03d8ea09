import { givenEvents } from '@pembinaan/event-sourcing/testing';
import { describe, it } from 'vitest';
import { AuthorityEnded } from '../../src/governance/authority/index.js';
import { authoritiesOf } from '../../src/registers/authorities-of.js';
import { LocalDate } from '../../src/values/index.js';
import { granted } from '../governance/fixtures.js';

const endedOn = (on: string) =>
  AuthorityEnded.of({ subjectId: 'ppk-1', on, reason: { code: 'endOfTerm' }, endedBy: { subjectId: 'clerk-1' } });
const day = (text: string) => LocalDate.parse(text);
const entry = { authorityId: 'a', role: 'ppk' as const, from: day('2026-01-01') };

describe('the register of the authorities of a person', () => {
  it('lists what a person was granted', () =>
    givenEvents(authoritiesOf, [
      ['authority-a', granted('ppk')],
      ['authority-b', granted('opd', { subjectId: 'ppk-1' })],
      ['authority-c', granted('pyb')],
    ]).thenRow('ppk-1', {
      authorities: [
        { ...entry, to: day('2026-12-31') },
        { ...entry, authorityId: 'b', role: 'opd' as const, to: day('2026-12-31') },
      ],
    }));

  it('shortens an authority that was ended to the day before', () =>
    givenEvents(authoritiesOf, [
      ['authority-a', granted('ppk')],
      ['authority-a', endedOn('2026-06-01')],
    ]).thenRow('ppk-1', { authorities: [{ ...entry, to: day('2026-05-31') }] }));

  it('leaves an authority as it is that was ended after its last day', () =>
    givenEvents(authoritiesOf, [
      ['authority-a', granted('ppk')],
      ['authority-a', endedOn('2027-02-01')],
    ]).thenRow('ppk-1', { authorities: [{ ...entry, to: day('2026-12-31') }] }));

  it('drops an authority that was ended before it began', () =>
    givenEvents(authoritiesOf, [
      ['authority-a', granted('ppk')],
      ['authority-a', endedOn('2026-01-01')],
    ]).thenRow('ppk-1', { authorities: [] }));
});
