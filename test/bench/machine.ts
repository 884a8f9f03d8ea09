import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Summary, summary } from './statistics.js';

/** Where the benchmark ran. */
export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** Writes of 4 KB with fdatasync, a second, on the disk of the benchmark. */
  readonly fdatasync: Summary;
}

const BLOCK = 4096;
const BLOCKS = 1024;

/** What the machine is, and how often its disk can say that something is safe. */
export function machine(folder: string, writes: number, rounds: number): Machine {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1_073_741_824),
    fdatasync: summary(Array.from({ length: rounds }, () => fdatasyncRate(folder, writes))),
  };
}

/** Blocks are written round a file of 4 MB, as a write-ahead log that was checkpointed is written again. */
function fdatasyncRate(folder: string, writes: number): number {
  const file = join(folder, 'fdatasync.bin');
  const block = Buffer.alloc(BLOCK, 0x5a);
  const descriptor = openSync(file, 'w');
  try {
    for (let place = 0; place < BLOCKS; place++) writeSync(descriptor, block, 0, BLOCK, place * BLOCK);
    fdatasyncSync(descriptor);
    const start = performance.now();
    for (let write = 0; write < writes; write++) {
      writeSync(descriptor, block, 0, BLOCK, (write % BLOCKS) * BLOCK);
      fdatasyncSync(descriptor);
    }
    return writes / ((performance.now() - start) / 1000);
  } finally {
    closeSync(descriptor);
    rmSync(file, { force: true });
  }
}
