import { type EventStore, event, eventId, type Instant, projection } from '@pembinaan/event-sourcing';
import * as z from 'zod';

/** A small ledger: money moves on accounts, so that order, loss and repetition all show in the rows. */
export const Opened = event('AccountOpened', z.strictObject({ account: z.string() }));
export const Changed = event('AccountChanged', z.strictObject({ account: z.string(), by: z.int() }));
export const Moved = event('MoneyMoved', z.strictObject({ from: z.string(), to: z.string(), amount: z.int() }));
export const Unrelated = event('SunRose', z.strictObject({}));

export interface Account {
  readonly account: string;
  balance: number;
  steps: string[];
}

/** Any step by 13 is one that this ledger cannot take, until `cured` says so. */
export function ledger(options: { version?: number; cured?: () => boolean; handled?: () => void } = {}) {
  return projection({
    name: 'ledger',
    version: options.version ?? 1,
    events: [Opened, Changed, Moved],
    initial: (account): Account => ({ account, balance: 0, steps: [] }),
    key: (e) => (e.type === 'MoneyMoved' ? [e.data.from, e.data.to] : e.data.account),
    on: {
      AccountOpened: (row) => row,
      AccountChanged: (row, e) => {
        options.handled?.();
        row.steps.push(`${e.data.by}`);
        if (e.data.by === 13 && options.cured?.() !== true) throw new Error('unlucky');
        row.balance += e.data.by;
        return row;
      },
      MoneyMoved: (row, e, account) => {
        const by = account === e.data.from ? -e.data.amount : e.data.amount;
        row.steps.push(`${by}`);
        if (e.data.amount === 13 && account === e.data.to && options.cured?.() !== true) throw new Error('unlucky');
        row.balance += by;
        return row;
      },
    },
  });
}

export interface Turnover {
  movements: number;
  amount: number;
}

/** How much moved in all; an amount of 99 is one that this view cannot take, until `cured` says so. */
export function turnover(options: { version?: number; cured?: () => boolean } = {}) {
  return projection({
    name: 'turnover',
    version: options.version ?? 1,
    events: [Changed, Moved],
    initial: (): Turnover => ({ movements: 0, amount: 0 }),
    key: () => 'all',
    on: {
      AccountChanged: (row, e) => add(row, Math.abs(e.data.by)),
      MoneyMoved: (row, e) => add(row, e.data.amount),
    },
  });

  function add(row: Turnover, amount: number): Turnover {
    row.movements++;
    if (amount === 99 && options.cured?.() !== true) throw new Error('too much');
    row.amount += amount;
    return row;
  }
}

let count = 0;

/** Stores plain events, each in its own append; returns the positions. */
export async function store(
  target: EventStore,
  events: readonly { readonly type: string; readonly data: unknown; readonly schemaVersion?: number }[],
  options: { stream?: string; occurredAt?: Instant; corrects?: string } = {},
): Promise<string[]> {
  const positions: string[] = [];
  for (const e of events) {
    count++;
    const appended = await target.append(
      options.stream ?? 'account-a',
      [
        {
          id: eventId(`ledger-${count}`, 0),
          type: e.type,
          schemaVersion: e.schemaVersion ?? 1,
          occurredAt: options.occurredAt ?? '2026-01-01T00:00:00.000Z',
          data: e.data,
          metadata: {
            actor: { subjectId: 's', roles: [] },
            correlationId: 'c',
            causationId: 'c',
            commandId: `ledger-${count}`,
            facts: [],
            salt: 'AAAAAAAAAAAAAAAAAAAAAA',
            ...(options.corrects !== undefined && { corrects: { eventId: options.corrects, reason: 'typed wrongly' } }),
          },
        },
      ],
      'any',
    );
    positions.push(...appended.positions);
  }
  return positions;
}

/** Stores plain events in one append; returns the positions. */
export async function storeTogether(
  target: EventStore,
  events: readonly { readonly type: string; readonly data: unknown }[],
  stream = 'account-a',
): Promise<readonly string[]> {
  count++;
  const batch = events.map((e, index) => ({
    id: eventId(`ledger-${count}`, index),
    type: e.type,
    schemaVersion: 1,
    occurredAt: '2026-01-01T00:00:00.000Z',
    data: e.data,
    metadata: {
      actor: { subjectId: 's', roles: [] },
      correlationId: 'c',
      causationId: 'c',
      commandId: `ledger-${count}`,
      facts: [],
      salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    },
  }));
  return (await target.append(stream, batch, 'any')).positions;
}

export const change = (account: string, ...steps: number[]) => steps.map((by) => Changed({ account, by }));
