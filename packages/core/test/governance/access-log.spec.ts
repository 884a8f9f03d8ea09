import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { accessLog, PersonalDataAccessed, RecordPersonalDataAccess } from '../../src/governance/access-log/index.js';
import { lawData } from './fixtures.js';

const access = { fields: ['name', 'contact.phone'], purpose: 'service' as const };
const read = RecordPersonalDataAccess(access);
const log = () => given(accessLog, [], { id: 'employee-1' });
const accessed = (accessedBy: { subjectId: string; operatorId?: string }) =>
  PersonalDataAccessed.of({ ...access, accessedBy });

describe('RecordPersonalDataAccess', () => {
  it('records who read the data of somebody else', () =>
    log()
      .as('clerk-1')
      .when(read)
      .then([accessed({ subjectId: 'clerk-1' })]));

  it('records every reading', () =>
    given(accessLog, [accessed({ subjectId: 'clerk-1' })], { id: 'employee-1' })
      .as('clerk-1')
      .when(read)
      .thenState(({ entries }) => expect(entries).toBe(2)));

  it('records nothing where somebody reads the own data', () => log().as('employee-1').when(read).then([]));

  it('records the operator who reads for the person', () =>
    log()
      .as('operator-1')
      .when(read, { onBehalfOf: 'employee-1' })
      .then([accessed({ subjectId: 'employee-1', operatorId: 'operator-1' })]));

  it('records the person who reads the own data for somebody else', () =>
    log()
      .as('employee-1')
      .when(read, { onBehalfOf: 'clerk-1' })
      .then([accessed({ subjectId: 'clerk-1', operatorId: 'employee-1' })]));

  it.each([[[]], [['name = Budi']]])('takes names of fields, never values: %o', async (fields) => {
    await log()
      .as('clerk-1')
      .when(RecordPersonalDataAccess({ ...access, fields }))
      .thenFails('invalid-command');
  });
});

describeLaws('an access log', accessLog, { override: lawData, runs: 20 });
