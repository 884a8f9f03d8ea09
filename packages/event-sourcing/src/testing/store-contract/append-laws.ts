import { expect } from 'vitest';
import { isInstant } from '../../instant.js';
import type { ExpectedRevision } from '../../store/event-store.js';
import { at, collect, ids, type Law, newBatch, newEvent, newStream } from './subject.js';

const EXPECTATIONS: readonly {
  readonly stored: number;
  readonly expected: ExpectedRevision;
  readonly met: boolean;
}[] = [
  { stored: 0, expected: 'none', met: true },
  { stored: 0, expected: 'any', met: true },
  { stored: 0, expected: 'exists', met: false },
  { stored: 0, expected: 0, met: false },
  { stored: 0, expected: 7, met: false },
  { stored: 3, expected: 'none', met: false },
  { stored: 3, expected: 'any', met: true },
  { stored: 3, expected: 'exists', met: true },
  { stored: 3, expected: 2, met: true },
  { stored: 3, expected: 1, met: false },
  { stored: 3, expected: 3, met: false },
];

/** What an append does, and what it refuses. */
export function appendLaws(law: Law): void {
  law('an append tells the revisions, the positions and the time that are then read', async ({ store }) => {
    const stream = newStream();
    const batch = newBatch(3);
    const first = await store.append(stream, batch, 'none');
    const second = await store.append(stream, newBatch(2), 2);
    const stored = await collect(store.read(stream));

    expect(first).toMatchObject({ stream, firstRevision: 0, revision: 2, repeated: false });
    expect(second).toMatchObject({ stream, firstRevision: 3, revision: 4, repeated: false });
    expect(stored.map((event) => event.revision)).toEqual([0, 1, 2, 3, 4]);
    expect(stored.map((event) => event.position)).toEqual([...first.positions, ...second.positions]);
    expect(isInstant(first.recordedAt)).toBe(true);
    expect(stored.slice(0, 3)).toEqual(
      batch.map((event, revision) => ({
        ...event,
        stream,
        revision,
        position: first.positions[revision],
        recordedAt: first.recordedAt,
      })),
    );
  });

  law('an append is all or nothing when one of its events cannot be stored', async ({ store, log }) => {
    const stream = newStream();
    const bad = newEvent({ data: { value: Number.NaN } });
    await expect(store.append(stream, [...newBatch(2), bad, newEvent()], 'any')).rejects.toMatchObject({
      code: 'not-plain-json',
    });
    expect(await collect(store.read(stream))).toEqual([]);
    expect(await log()).toEqual([]);
  });

  law('an append is all or nothing when one of its ids is stored already', async ({ store, log, skipUnless }) => {
    skipUnless(store.capabilities.uniqueEventIds, 'the store knows an id within its stream alone');
    const stream = newStream();
    const stored = newBatch(2);
    await store.append(stream, stored, 'none');
    await expect(store.append(stream, [newEvent(), newEvent(), at(stored, 0)], 'any')).rejects.toMatchObject({
      code: 'duplicate-event',
    });
    expect(ids(await collect(store.read(stream)))).toEqual(ids(stored));
    expect(ids(await log())).toEqual(ids(stored));
    const next = await store.append(stream, newBatch(1), 1);
    expect(next.revision).toBe(2);
  });

  for (const { stored, expected, met } of EXPECTATIONS) {
    const stream = stored === 0 ? 'a missing stream' : `a stream at revision ${stored - 1}`;
    law(`'${expected}' is ${met ? 'met' : 'not met'} by ${stream}`, async ({ store }) => {
      const name = newStream();
      const before = newBatch(stored);
      if (stored > 0) await store.append(name, before, 'none');
      const batch = newBatch(2);
      if (met) {
        const appended = await store.append(name, batch, expected);
        expect(appended).toMatchObject({ firstRevision: stored, revision: stored + 1, repeated: false });
        expect(ids(await collect(store.read(name)))).toEqual(ids([...before, ...batch]));
      } else {
        await expect(store.append(name, batch, expected)).rejects.toMatchObject({
          code: 'version-conflict',
          place: { stream: name, revision: stored - 1 },
        });
        expect(ids(await collect(store.read(name)))).toEqual(ids(before));
      }
    });
  }

  law('what the caller changes after an append is not what is stored', async ({ store }) => {
    const stream = newStream();
    const data = { list: ['as it was'] };
    await store.append(stream, [newEvent({ data })], 'none');
    data.list.push('too late');
    expect(at(await collect(store.read(stream)), 0).data).toEqual({ list: ['as it was'] });
  });
}
