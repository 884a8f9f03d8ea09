import type { EventFilter } from './event-filter.js';
import type { Expected, LogPosition } from './event-log.js';

export interface JournalledAppend {
  readonly method: 'append' | 'batchAppend';
  readonly stream: string;
  readonly expected: Expected;
  readonly ids: readonly string[];
  readonly requiresLeader: boolean;
  /** Refused before it was tried: a fault, a deadline, a size. */
  readonly result: 'appended' | 'repeated' | 'conflict' | 'refused';
  /** Whether the client was told the result. */
  readonly answered: boolean;
}

export interface JournalledRead {
  readonly method: 'read' | 'subscribe';
  /** Name of a stream, or `$all`. */
  readonly target: string;
  readonly from: 'start' | 'end' | bigint | LogPosition;
  readonly backwards: boolean;
  /** Undefined for a subscription. */
  readonly maxCount: bigint | undefined;
  readonly filter: EventFilter | undefined;
  readonly requiresLeader: boolean;
  /** Events sent so far; other messages are not counted. */
  readonly sent: number;
  readonly checkpoints: number;
  /** `open` while it runs. */
  readonly ended: 'open' | 'complete' | 'cancelled' | 'refused' | 'cut' | 'dropped';
}

export interface JournalledOther {
  readonly method: 'gossip' | 'serverFeatures' | 'delete' | 'tombstone';
}

export type JournalledCall = JournalledAppend | JournalledRead | JournalledOther;

/** The last calls that a node received, oldest first. */
export interface CallJournal {
  readonly calls: readonly JournalledCall[];
  appends(): readonly JournalledAppend[];
  /** Reads and subscriptions. */
  reads(): readonly JournalledRead[];
  /** How many calls of a kind came since the start or the last `forget`, also those no longer kept. */
  count(method: JournalledCall['method']): number;
  forget(): void;
}

export interface OpenRead {
  update(change: Partial<Pick<JournalledRead, 'sent' | 'checkpoints' | 'ended'>>): void;
}

export interface JournalWriter extends CallJournal {
  write(call: JournalledAppend | JournalledOther): void;
  open(call: Omit<JournalledRead, 'sent' | 'checkpoints' | 'ended'>): OpenRead;
}

export function createJournal(kept: number): JournalWriter {
  const calls: JournalledCall[] = [];
  const counts = new Map<JournalledCall['method'], number>();
  const push = (call: JournalledCall): void => {
    counts.set(call.method, (counts.get(call.method) ?? 0) + 1);
    calls.push(call);
    if (calls.length > kept) calls.shift();
  };
  return {
    calls,
    appends: () => calls.filter(isAppend),
    reads: () => calls.filter(isRead),
    count: (method) => counts.get(method) ?? 0,
    forget() {
      calls.length = 0;
      counts.clear();
    },
    write: push,
    open(call) {
      const entry = { ...call, sent: 0, checkpoints: 0, ended: 'open' as const };
      push(entry);
      return { update: (change) => Object.assign(entry, change) };
    },
  };
}

const isAppend = (call: JournalledCall): call is JournalledAppend =>
  call.method === 'append' || call.method === 'batchAppend';

const isRead = (call: JournalledCall): call is JournalledRead => call.method === 'read' || call.method === 'subscribe';
