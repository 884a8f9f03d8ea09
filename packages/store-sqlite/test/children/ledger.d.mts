import type { DomainEvent, EventStore, Projection } from '@pembinaan/event-sourcing';

export interface Account {
  readonly account: string;
  /** Of the projection that made the row. */
  readonly version: number;
  readonly balance: number;
  readonly steps: number;
  readonly trace: string;
}

export declare function Changed(data: { account: string; by: number }): DomainEvent;
export declare function Moved(data: { from: string; to: string; amount: number }): DomainEvent;
export declare function Closed(data: { account: string }): DomainEvent;

/** A step by 13 is one that it cannot take, until `cured` says so. */
export declare function ledger(options?: { version?: number; cured?: () => boolean }): Projection<Account>;
export declare function turnover(): Projection<{ readonly movements: number; readonly amount: number }>;
export declare const APPEND: number;
export declare function storeLedger(store: EventStore, events: readonly DomainEvent[], count?: number): Promise<void>;
export declare function manyEvents(count: number, accounts?: number): readonly DomainEvent[];
