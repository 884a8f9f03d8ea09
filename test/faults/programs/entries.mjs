import { event, eventId, projection } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { chance, seedOf } from './chance.mjs';

/** An entry in a cash book. It knows its batch, so that half a batch shows. */
export const EntryMade = event(
  'EntryMade',
  z.strictObject({
    account: z.string(),
    amount: z.int(),
    batch: z.string(),
    index: z.int(),
    size: z.int(),
    text: z.string(),
  }),
);

/** Closes an account: its row goes, and comes back with the next entry. */
export const AccountClosed = event(
  'AccountClosed',
  z.strictObject({ account: z.string(), batch: z.string(), index: z.int(), size: z.int() }),
);

/** The events of that batch: the same at every call, in whatever process. */
export function entries(batch, size, { accounts = 400, longest = 400 } = {}) {
  const { between, percent } = chance(seedOf(batch));
  return Array.from({ length: size }, (_, index) => {
    const place = { account: `account-${between(1, accounts)}`, batch, index, size };
    const text = 'x'.repeat(between(0, longest));
    const made = percent(3) ? AccountClosed(place) : EntryMade({ ...place, amount: between(-500, 500), text });
    return {
      id: eventId(batch, index),
      type: made.type,
      schemaVersion: 1,
      occurredAt: '2026-03-02T01:30:00.000Z',
      data: made.data,
      metadata: {
        actor: { subjectId: 'clerk', roles: [] },
        correlationId: batch,
        causationId: batch,
        commandId: batch,
        facts: [],
        salt: 'c2FsdHNhbHRzYWx0c2FsdA',
      },
    };
  });
}

/** Fails when a writer was let in though the stream was not as it expected. */
export function assertExpected({ stream, firstRevision }, expected) {
  if (expected === 'any' || firstRevision === (expected === 'none' ? 0 : expected + 1)) return;
  throw new Error(`Expected ${stream} at ${expected}, and was stored as revision ${firstRevision}.`);
}

/** The accounts; the trace of a row tells order, loss and repetition. */
export function accounts({ version = 1 } = {}) {
  return projection({
    name: 'accounts',
    version,
    events: [EntryMade, AccountClosed],
    initial: (account) => ({ account, version, balance: 0, entries: 0, trace: 0 }),
    key: (e) => e.data.account,
    on: {
      EntryMade(row, { data }) {
        row.balance += data.amount;
        row.entries++;
        row.trace = Math.imul(row.trace ^ (data.amount + 1000), 0x01000193) >>> 0;
        return row;
      },
      AccountClosed: () => null,
    },
  });
}

/** How many entries each batch size got: few rows, and each of them changes often. */
export function batchSizes() {
  return projection({
    name: 'batch-sizes',
    version: 1,
    events: [EntryMade],
    initial: (size) => ({ size, entries: 0, sum: 0 }),
    key: (e) => String(e.data.size),
    on: {
      EntryMade(row, { data }) {
        row.entries++;
        row.sum += data.amount;
        return row;
      },
    },
  });
}
