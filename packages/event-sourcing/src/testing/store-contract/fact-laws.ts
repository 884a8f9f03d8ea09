import { expect } from 'vitest';
import { collect, ids, type Law, newBatch, newEvent, newStream, type Subject } from './subject.js';

/** What a decision relied on has not moved when its events are stored: where the store says that it checks. */
export function factLaws(law: Law): void {
  law('facts that have not moved let an append pass', async (subject) => {
    const store = withAtomicFacts(subject);
    const authority = newStream('authority');
    await store.append(authority, newBatch(2), 'none');
    const facts = [
      { stream: authority, revision: 1 },
      { stream: newStream('authority'), revision: -1 },
    ];
    await expect(store.append(newStream(), newBatch(1), 'none', { facts })).resolves.toMatchObject({ revision: 0 });
  });

  law('a fact that has moved refuses the append, and nothing is written', async (subject) => {
    const store = withAtomicFacts(subject);
    const [authority, still, stream] = [newStream('authority'), newStream('authority'), newStream()];
    await store.append(authority, newBatch(2), 'none');
    await store.append(still, newBatch(1), 'none');
    const before = ids(await subject.log());
    for (const revision of [-1, 0, 2]) {
      const facts = [
        { stream: still, revision: 0 },
        { stream: authority, revision },
      ];
      for (const expected of ['none', 'any'] as const) {
        await expect(store.append(stream, newBatch(1), expected, { facts })).rejects.toMatchObject({
          code: 'fact-conflict',
          place: { stream },
        });
      }
    }
    expect(await collect(store.read(stream))).toEqual([]);
    expect(ids(await subject.log())).toEqual(before);
  });

  law('a fact that was to be missing refuses the append when it has come to be', async (subject) => {
    const store = withAtomicFacts(subject);
    const missing = newStream('authority');
    const missingStill = { facts: [{ stream: missing, revision: 0 }] };
    await expect(store.append(newStream(), newBatch(1), 'none', missingStill)).rejects.toMatchObject({
      code: 'fact-conflict',
    });
    await store.append(missing, newBatch(1), 'none');
    const wasMissing = { facts: [{ stream: missing, revision: -1 }] };
    await expect(store.append(newStream(), newBatch(1), 'none', wasMissing)).rejects.toMatchObject({
      code: 'fact-conflict',
    });
  });

  law(
    'types that must have been quiet: an event of them since then is refused, an earlier or other one is not',
    async (subject) => {
      const store = withAtomicFacts(subject);
      await store.append(newStream(), [newEvent({ type: 'QuietThing' })], 'none');
      const after = await store.head();
      const quiet = [{ after, types: ['QuietThing'] }];
      await expect(store.append(newStream(), newBatch(1), 'none', { quiet })).resolves.toMatchObject({ revision: 0 });
      await store.append(newStream(), [newEvent({ type: 'QuietThing' })], 'none');
      const refused = newStream();
      await expect(store.append(refused, newBatch(1), 'none', { quiet })).rejects.toMatchObject({
        code: 'fact-conflict',
      });
      expect(await collect(store.read(refused))).toEqual([]);
    },
  );

  law('a batch that is retried is the same append, also when its facts have moved since', async (subject) => {
    const store = withAtomicFacts(subject);
    const [authority, stream] = [newStream('authority'), newStream()];
    await store.append(authority, newBatch(1), 'none');
    const batch = newBatch(2);
    const facts = [{ stream: authority, revision: 0 }];
    const first = await store.append(stream, batch, 'any', { facts });
    await store.append(authority, newBatch(1), 0);
    expect(await store.append(stream, batch, 'any', { facts })).toEqual({ ...first, repeated: true });
  });

  law('of two appends that each rely on the other stream one is refused', async (subject) => {
    const store = withAtomicFacts(subject);
    const [left, right] = [newStream(), newStream()];
    const outcomes = await Promise.allSettled([
      store.append(left, newBatch(1), 'none', { facts: [{ stream: right, revision: -1 }] }),
      store.append(right, newBatch(1), 'none', { facts: [{ stream: left, revision: -1 }] }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
}

function withAtomicFacts({ store, skipUnless }: Subject): Subject['store'] {
  skipUnless(store.capabilities.atomicFacts, 'the store does not check facts inside the append');
  return store;
}
