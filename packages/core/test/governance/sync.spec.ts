import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { ExternalSyncRecorded, RecordExternalSync, sync } from '../../src/governance/sync/index.js';
import { lawData } from './fixtures.js';

type Exchange = Parameters<typeof RecordExternalSync>[0];
const exchange: Exchange = {
  system: 'siasn',
  direction: 'sent',
  what: 'certificate',
  employeeId: 'employee-1',
  externalRef: 'SIASN-88',
  outcome: 'accepted',
  differingFields: [],
};
const record = (details: Partial<Exchange> = {}) => RecordExternalSync({ ...exchange, ...details });
const recorded = (details: Partial<Exchange> = {}) =>
  ExternalSyncRecorded.of({ ...exchange, ...details, recordedBy: { subjectId: 'operator-1' } });
const begun = () => given(sync).as('operator-1');

describe('RecordExternalSync', () => {
  it('records what was exchanged', () => begun().when(record()).then([recorded()]));

  it('records every exchange', () =>
    given(sync, [recorded()])
      .as('operator-1')
      .when(record())
      .thenState(({ entries }) => expect(entries).toBe(2)));

  it('records which fields differ, by name', () => {
    const differs = { outcome: 'differs' as const, differingFields: ['position', 'unit.name'] };
    return begun()
      .when(record(differs))
      .then([recorded(differs)]);
  });

  it.each([[[]], [['position']]])(
    'records a rejection, with the fields that are known: %o',
    async (differingFields) => {
      const rejected = { outcome: 'rejected' as const, differingFields };
      await begun()
        .when(record(rejected))
        .then([recorded(rejected)]);
    },
  );

  it('takes no difference without a field', () =>
    begun()
      .when(record({ outcome: 'differs' }))
      .thenFails('invalid-command'));

  it('takes no accepted record with a field that differs', () =>
    begun()
      .when(record({ differingFields: ['position'] }))
      .thenFails('invalid-command'));

  it('takes names of fields, never values', () =>
    begun()
      .when(record({ outcome: 'differs', differingFields: ['position = clerk'] }))
      .thenFails('invalid-command'));
});

describeLaws('a log of exchanges', sync, { override: lawData, runs: 20 });
