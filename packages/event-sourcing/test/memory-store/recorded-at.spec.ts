import { memoryStore } from '@pembinaan/event-sourcing';
import { expect, it } from 'vitest';
import { newBatch } from '../../src/testing/store-contract/subject.js';

it('the memory store records a time that never goes back, whatever the clock says', async () => {
  const clock = ['2026-03-04T05:00:00.000Z', '2026-03-04T04:00:00.000Z', '2026-03-04T06:00:00.000Z'];
  const store = memoryStore({ now: () => clock.shift() ?? '' });
  const recorded: string[] = [];
  for (const stream of ['contract-1', 'contract-2', 'contract-1']) {
    recorded.push((await store.append(stream, newBatch(2), 'any')).recordedAt);
  }
  expect(recorded).toEqual(['2026-03-04T05:00:00.000Z', '2026-03-04T05:00:00.000Z', '2026-03-04T06:00:00.000Z']);
});
