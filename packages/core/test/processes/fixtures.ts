import {
  type ConsequenceRecord,
  type DomainEvent,
  type EventStore,
  memoryStore,
  type ProcessRun,
  type RecordedEvent,
} from '@pembinaan/event-sourcing';
import { fixedRuntime } from '@pembinaan/event-sourcing/testing';
import { expect } from 'vitest';

import { pembinaan } from '../../src/pembinaan.js';
import { pembinaanProcessor } from '../../src/processes/index.js';
import { TODAY } from '../governance/fixtures.js';
import { tell } from '../train/fixtures.js';

type AnyCommand = Parameters<typeof pembinaan.dispatch>[2];

/** An agency in memory with a past, in which commands are sent and the processes of the domain run. */
export interface Agency {
  readonly store: EventStore;
  /** A command that must be accepted. */
  does(subjectId: string, id: string, command: AnyCommand, context?: object): Promise<readonly RecordedEvent[]>;
  /** Lets happen what follows. */
  settle(): Promise<ProcessRun>;
  /** As after a restart that lost every checkpoint. */
  settleAnew(): Promise<ProcessRun>;
  refused(): Promise<readonly ConsequenceRecord[]>;
  /** The events of a type, in their order. */
  events(type: string): Promise<readonly RecordedEvent[]>;
}

export async function agencyWith(past: Readonly<Record<string, readonly DomainEvent[]>>): Promise<Agency> {
  const runtime = fixedRuntime({ start: `${TODAY}T00:00:00.000Z` });
  const store = memoryStore({ now: runtime.now });
  for (const [stream, events] of Object.entries(past)) await tell(store, stream, events);
  const runner = pembinaanProcessor(store, { runtime });
  return {
    store,
    async does(subjectId, id, command, context = {}) {
      const result = await pembinaan.dispatch(store, id, command, {
        actor: { subjectId, roles: [] },
        runtime,
        ...context,
      });
      expect(result).toMatchObject({ accepted: true });
      return result.accepted ? result.events : [];
    },
    settle: () => runner.run(),
    settleAnew: () => pembinaanProcessor(store, { runtime }).run(),
    refused: async () => (await runner.records()).filter(({ outcome }) => outcome === 'refused'),
    async events(type) {
      const found: RecordedEvent[] = [];
      for await (const page of store.readAll({ types: [type] })) found.push(...page);
      return found;
    },
  };
}
