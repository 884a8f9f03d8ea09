import type { ErrorCode, ErrorPlace } from '../errors.js';

/** What a worker is started with. */
export interface Task {
  /** Address of the replay module. */
  readonly module: string;
  /** Which of the workers it is, from 0. */
  readonly worker: number;
  readonly workers: number;
  /** The last position to fold. */
  readonly until: string;
  readonly trustStored: boolean;
}

/** A question about the rows of the projection at that place in the list. */
export type Question =
  | { readonly ask: 'row'; readonly id: number; readonly projection: number; readonly key: string }
  | { readonly ask: 'page'; readonly id: number; readonly projection: number; readonly from: number };

/** How far one projection came in one worker. */
export interface Share {
  /** Position of the last event that was folded; undefined when there was none. */
  readonly position: string | undefined;
  /** How many events were folded; one that changes rows of several workers is counted by one of them. */
  readonly handled: number;
  readonly rows: number;
}

export type Answer =
  | { readonly tell: 'folded'; readonly shares: readonly Share[] }
  | { readonly tell: 'row'; readonly id: number; readonly row: unknown }
  | { readonly tell: 'page'; readonly id: number; readonly rows: readonly (readonly [string, unknown])[] }
  | { readonly tell: 'failed'; readonly failure: Failure };

/** An error on its way between threads, which would lose its code and its place. */
export interface Failure {
  readonly code: ErrorCode | undefined;
  readonly message: string;
  readonly place: ErrorPlace;
  readonly stack: string | undefined;
}
