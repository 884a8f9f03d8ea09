import type { Appended, EventToAppend, ExpectedRevision, Projection } from '@pembinaan/event-sourcing';

export interface Account {
  readonly account: string;
  /** Of the projection that made the row. */
  readonly version: number;
  readonly balance: number;
  readonly entries: number;
  readonly trace: number;
}

export interface BatchSize {
  readonly size: string;
  readonly entries: number;
  readonly sum: number;
}

/** `accounts`: over how many accounts; `longest`: characters of text. */
export declare function entries(
  batch: string,
  size: number,
  options?: { readonly accounts?: number; readonly longest?: number },
): readonly EventToAppend[];
export declare function assertExpected(appended: Appended, expected: ExpectedRevision): void;
export declare function accounts(options?: { readonly version?: number }): Projection<Account>;
export declare function batchSizes(): Projection<BatchSize>;
