import { type DomainEvent, memoryStore } from '@pembinaan/event-sourcing';
import { fixedRuntime } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { AuthorityEnded, AuthorityGranted } from '../../src/governance/authority/events.js';
import { pembinaan } from '../../src/pembinaan.js';
import { ProposeDevelopmentNeed } from '../../src/plan/development-need/commands.js';
import { tell } from '../train/fixtures.js';
import { grantOf, policyAdopted, TODAY } from './fixtures.js';

const by = (subjectId: string) => ({ subjectId });
const granted = AuthorityGranted.of({ ...grantOf('inspektorat'), grantedBy: by('clerk-1') });
const proposal = ProposeDevelopmentNeed({
  year: 2026,
  origin: { kind: 'strategic' },
  target: { kind: 'institution' },
  competency: 'M05',
  form: 'KL03',
  jp: 2000,
  estimatedCost: 0,
});

async function proposedBy(subjectId: string, past: readonly DomainEvent[] = [granted], context = {}) {
  const runtime = fixedRuntime({ start: `${TODAY}T00:00:00.000Z` });
  const store = memoryStore({ now: runtime.now });
  await tell(store, 'policy-agency', [policyAdopted]);
  await tell(store, 'authority-grant-1', past);
  const result = await pembinaan.dispatch(store, 'need-1', proposal, {
    actor: { subjectId, roles: [] },
    runtime,
    ...context,
  });
  return result.accepted ? 'accepted' : `${result.rejection.rule} ${result.rejection.reason}`;
}

describe('behind the door of the domain, whatever the room', () => {
  it('R03 refuses an operating command of an auditor, though the room would take it', async () =>
    expect(await proposedBy('inspektorat-1')).toBe('R03 auditorWrites'));

  it('R03 refuses what an auditor types for somebody else, and what somebody types for an auditor', async () => {
    expect(await proposedBy('inspektorat-1', [granted], { onBehalfOf: 'head-1' })).toBe('R03 auditorWrites');
    expect(await proposedBy('clerk-2', [granted], { onBehalfOf: 'inspektorat-1' })).toBe('R03 auditorWrites');
  });

  it('R03 accepts the command of somebody who is no auditor', async () =>
    expect(await proposedBy('head-1')).toBe('accepted'));

  it('R03 accepts it once the authority has ended, from that day on', async () => {
    const ended = (on: string) =>
      AuthorityEnded.of({ subjectId: 'inspektorat-1', on, reason: { code: 'transferred' }, endedBy: by('clerk-1') });
    const tomorrow = '2026-06-02';
    expect(await proposedBy('inspektorat-1', [granted, ended(TODAY)])).toBe('accepted');
    expect(await proposedBy('inspektorat-1', [granted, ended(tomorrow)])).toBe('R03 auditorWrites');
  });
});
