import { createHash } from 'node:crypto';
import { event, eventId, projection } from '@pembinaan/event-sourcing';
import * as z from 'zod';

/** Money on accounts: a row that comes, changes, goes and comes back; its trace tells order, loss and repetition. */
export const Changed = event('AccountChanged', z.strictObject({ account: z.string(), by: z.int() }));
export const Moved = event('MoneyMoved', z.strictObject({ from: z.string(), to: z.string(), amount: z.int() }));
export const Closed = event('AccountClosed', z.strictObject({ account: z.string() }));

export function ledger({ version = 1, cured = () => true } = {}) {
  const step = (row, by) => {
    if (by === 13 && !cured()) throw new Error('unlucky');
    row.balance += by;
    row.steps++;
    row.trace = createHash('sha256').update(`${row.trace} ${by}`).digest('hex').slice(0, 12);
    return row;
  };
  return projection({
    name: 'ledger',
    version,
    events: [Changed, Moved, Closed],
    initial: (account) => ({ account, version, balance: 0, steps: 0, trace: '' }),
    key: (e) => (e.type === 'MoneyMoved' ? [e.data.from, e.data.to] : e.data.account),
    on: {
      AccountChanged: (row, e) => step(row, e.data.by),
      MoneyMoved: (row, e, account) => step(row, account === e.data.from ? -e.data.amount : e.data.amount),
      AccountClosed: () => null,
    },
  });
}

/** How much moved in all: one row that every event of money changes. */
export function turnover() {
  const add = (row, amount) => {
    row.movements++;
    row.amount += Math.abs(amount);
    return row;
  };
  return projection({
    name: 'turnover',
    version: 1,
    events: [Changed, Moved],
    initial: () => ({ movements: 0, amount: 0 }),
    key: () => 'all',
    on: {
      AccountChanged: (row, e) => add(row, e.data.by),
      MoneyMoved: (row, e) => add(row, e.data.amount),
    },
  });
}

/** How many events of the ledger one command stores. */
export const APPEND = 3;

/** Stores events of the ledger, some in each append, after the `count` events that its stream has. */
export async function storeLedger(store, events, count = 0) {
  for (let start = 0; start < events.length; start += APPEND) {
    const first = count + start;
    const stored = events.slice(start, start + APPEND).map((e, index) => ({
      id: eventId(`ledger-${first}`, index),
      type: e.type,
      schemaVersion: 1,
      occurredAt: '2026-01-01T00:00:00.000Z',
      data: e.data,
      metadata: {
        actor: { subjectId: 'subject-1', roles: [] },
        correlationId: 'correlation-1',
        causationId: 'causation-1',
        commandId: `ledger-${first}`,
        facts: [],
        salt: 'c2FsdHNhbHRzYWx0c2FsdA',
      },
    }));
    await store.append('ledger-1', stored, first === 0 ? 'none' : first - 1);
  }
}

/** The same events at every call, over that many accounts. */
export function manyEvents(count, accounts = 40) {
  return Array.from({ length: count }, (_, index) => {
    const account = `account-${(index * 7) % accounts}`;
    if (index % 23 === 22) return Closed({ account });
    if (index % 3 === 0)
      return Moved({ from: account, to: `account-${(index * 11 + 3) % accounts}`, amount: index % 50 });
    return Changed({ account, by: (index % 101) - 50 });
  });
}
