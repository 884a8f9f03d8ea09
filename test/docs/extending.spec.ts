import { AuthorityGranted, authorityState, EmployeeRegistered, employeeState } from '@pembinaan/core';
import { idOf, memoryStore, projection, replay } from '@pembinaan/event-sourcing';
import { describeLaws, describeProjectionLaws, given, givenEvents } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import {
  GrantRecognition,
  RecognitionGranted,
  RecognitionGrantedSince2027,
  recognition,
  roleModels,
} from './recognition.js';

const documentHash = 'a'.repeat(64);
const employee = EmployeeRegistered.of({
  kind: 'pns',
  numberHash: documentHash,
  registeredBy: { subjectId: 'officer' },
});
const grant = AuthorityGranted.of({
  subjectId: 'mayor',
  role: 'ppk',
  scope: 'agency',
  acting: 'none',
  decree: { number: 'SK-1', date: '2026-01-02', documentHash },
  from: '2026-01-02',
  grantedBy: { subjectId: 'officer' },
});

// #region decider-test
const granted = (basis: string) => RecognitionGranted.of({ kind: 'letter', basis, grantedBy: { subjectId: 'mayor' } });

const office = (history: ReturnType<typeof granted>[]) =>
  given(recognition, history, { id: 'employee-1' })
    .and(employeeState, 'employee-1', [employee])
    .and(authorityState, 'grant-1', [grant])
    .as('mayor', { authorityId: 'grant-1' });

describe('SLM1: a civil servant is recognised once for one thing', () => {
  it('accepts a recognition for something new', () =>
    office([granted('evaluation-1')])
      .when(GrantRecognition({ kind: 'letter', basis: 'evaluation-2' }))
      .then([granted('evaluation-2')]));

  it('refuses a second one for the same thing', () =>
    office([granted('evaluation-1')])
      .when(GrantRecognition({ kind: 'award', basis: 'evaluation-1' }))
      .thenRefused('SLM1', 'alreadyRecognised'));

  it('needs an authority (R01)', () =>
    office([])
      .as('somebody')
      .when(GrantRecognition({ kind: 'letter', basis: 'evaluation-1' }))
      .thenRefused('R01', 'noAuthority'));
});

describeLaws('recognition', recognition);
// #endregion decider-test

// #region projection-test
describe('roleModels', () => {
  it('counts letters and awards', () =>
    givenEvents(roleModels, [
      ['recognition-employee-1', granted('evaluation-1')],
      [
        'recognition-employee-1',
        RecognitionGranted.of({ kind: 'award', basis: 'idea-1', grantedBy: { subjectId: 'mayor' } }),
      ],
    ]).thenRow('employee-1', { letters: 1, awards: 1 }));
});

describeProjectionLaws('roleModels', roleModels, { streams: () => ['recognition-a', 'recognition-b'] });
// #endregion projection-test

it('an event that was stored before the new version is read in the new one', async () => {
  const store = memoryStore();
  await store.append(
    'recognition-a',
    [
      {
        id: '00000000-0000-5000-8000-000000000001',
        type: 'RecognitionGranted',
        schemaVersion: 1,
        occurredAt: '2026-06-01T00:00:00.000Z',
        data: granted('evaluation-1').data,
        metadata: {
          actor: { subjectId: 'mayor', roles: [] },
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
    events: [RecognitionGrantedSince2027],
    initial: (): { shown: boolean[] } => ({ shown: [] }),
    key: (event) => idOf(event.stream),
    on: {
      RecognitionGranted: (row, { data }) => {
        row.shown.push(data.public);
        return row;
      },
    },
  });
  expect((await replay(store, publicly)).get('a')).toEqual({ shown: [false] });
});
