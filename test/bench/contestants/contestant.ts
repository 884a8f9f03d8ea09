import type { Append } from '../../regency/index.js';
import type { Settings } from '../measurement.js';

export const CONTESTANTS = ['library', 'bare', 'emmett'] as const;

/** This library; the bare driver, which is the ceiling; the library that we compare with. */
export type ContestantName = (typeof CONTESTANTS)[number];

/** How a connection is set up, as it tells itself. */
export type Connection = Pick<Settings, 'driver' | 'synchronous' | 'journal'>;

/** An open file of a contestant. */
export interface OpenFile {
  readonly connection: Connection;
  /** One append, acknowledged. */
  append(append: Append): Promise<void>;
  /** Reads a stream to its end and gives the number of events; data and metadata can be used. */
  readStream(stream: string): Promise<number>;
  close(): Promise<void>;
}

/** `PRAGMA synchronous` in words. */
export function synchronousOf(value: unknown): Settings['synchronous'] {
  const words = ['off', 'normal', 'full', 'extra'] as const;
  return words[Number(value)] ?? 'none';
}
