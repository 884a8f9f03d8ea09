import { given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { policyState } from '../../src/governance/policy/state.js';
import { batchState } from '../../src/train/batch/state.js';
import { CreditJp, jpLedger } from '../../src/train/jp-ledger/index.js';
import { policyAdopted } from '../governance/fixtures.js';
import { attended, outcome, scheduled, scored, takesPart } from './fixtures.js';

const employeeId = 'employee-1';
const past = [scheduled(), ...takesPart(employeeId), outcome(employeeId, 'completed')];
const ledger = given(jpLedger, [], { id: 'employee-1-2026' }).and(policyState, 'agency', [policyAdopted]);
const credit = CreditJp({ employeeId, source: { kind: 'batch', batchId: 'batch-1' } });

describe('CreditJp where corrected records contradict the outcome', () => {
  it('R22 refuses JP to somebody who was at no session', () =>
    ledger
      .and(batchState, 'batch-1', [...past, attended(employeeId, 's1', 0)])
      .when(credit)
      .thenRefused('R22', 'disproved'));

  it('R22 refuses JP for a score below the pass mark', () =>
    ledger
      .and(batchState, 'batch-1', [...past, scored(employeeId, 'post', 1, 6999)])
      .when(credit)
      .thenRefused('R22', 'disproved'));

  it('R22 accepts JP for the pass mark itself', () =>
    ledger
      .and(batchState, 'batch-1', [...past, scored(employeeId, 'post', 1, 7000)])
      .when(credit)
      .thenState(({ credits }) => expect(credits).toHaveLength(1)));
});
