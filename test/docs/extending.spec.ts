import { AuthorityGranted, authorityState, EmployeeRegistered, employeeState } from '@pembinaan/core';
import { idOf, memoryStore, projection, replay } from '@pembinaan/event-sourcing';
import { describeLaws, describeProjectionLaws, given, givenEvents } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import {
  IntegrityPactSigned,
  IntegrityPactSignedSince2027,
  integrityPact,
  integrityPacts,
  SignIntegrityPact,
} from './integrity-pact.js';

const documentHash = 'a'.repeat(64);
const employee = EmployeeRegistered.of({
  kind: 'pns',
  numberHash: documentHash,
  registeredBy: { subjectId: 'officer' },
});
const grant = AuthorityGranted.of({
  subjectId: 'head',
  role: 'opd',
  scope: 'agency',
  acting: 'none',
  decree: { number: 'SK-1', date: '2026-01-02', documentHash },
  from: '2026-01-02',
  grantedBy: { subjectId: 'officer' },
});

// #region decider-test
const signed = (year: number) => IntegrityPactSigned.of({ year, medium: 'paper', witnessedBy: { subjectId: 'head' } });

const office = (history: ReturnType<typeof signed>[]) =>
  given(integrityPact, history, { id: 'employee-1' })
    .and(employeeState, 'employee-1', [employee])
    .and(authorityState, 'grant-1', [grant])
    .as('head', { authorityId: 'grant-1' });

describe('SLM1: the integrity pact is signed once a year', () => {
  it('accepts the pact of the next year', () =>
    office([signed(2026)])
      .when(SignIntegrityPact({ year: 2027, medium: 'paper' }))
      .then([signed(2027)]));

  it('refuses a second one in a year', () =>
    office([signed(2026)])
      .when(SignIntegrityPact({ year: 2026, medium: 'electronic' }))
      .thenRefused('SLM1', 'signedAlready'));

  it('needs an authority (R01)', () =>
    office([])
      .as('somebody')
      .when(SignIntegrityPact({ year: 2026, medium: 'paper' }))
      .thenRefused('R01', 'noAuthority'));
});

describeLaws('integrityPact', integrityPact);
// #endregion decider-test

// #region projection-test
describe('integrityPacts', () => {
  it('counts paper and electronic ones', () =>
    givenEvents(integrityPacts, [
      ['integrityPact-employee-1', signed(2026)],
      [
        'integrityPact-employee-1',
        IntegrityPactSigned.of({ year: 2027, medium: 'electronic', witnessedBy: { subjectId: 'head' } }),
      ],
    ]).thenRow('employee-1', { paper: 1, electronic: 1 }));
});

describeProjectionLaws('integrityPacts', integrityPacts, {
  streams: () => ['integrityPact-a', 'integrityPact-b'],
});
// #endregion projection-test

it('an event that was stored before the new version is read in the new one', async () => {
  const store = memoryStore();
  await store.append(
    'integrityPact-a',
    [
      {
        id: '00000000-0000-5000-8000-000000000001',
        type: 'IntegrityPactSigned',
        schemaVersion: 1,
        occurredAt: '2026-06-01T00:00:00.000Z',
        data: signed(2026).data,
        metadata: {
          actor: { subjectId: 'head', roles: [] },
          correlationId: 'c',
          causationId: 'c',
          commandId: 'c',
          facts: [],
          salt: 'AAAAAAAAAAAAAAAAAAAAAA',
        },
      },
    ],
    'none',
  );
  const publicly = projection({
    name: 'publicly',
    version: 1,
    events: [IntegrityPactSignedSince2027],
    initial: (): { shown: boolean[] } => ({ shown: [] }),
    key: (event) => idOf(event.stream),
    on: {
      IntegrityPactSigned: (row, { data }) => {
        row.shown.push(data.public);
        return row;
      },
    },
  });
  expect((await replay(store, publicly)).get('a')).toEqual({ shown: [false] });
});
