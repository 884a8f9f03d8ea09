import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place for the file of one test, in a folder of its own. */
export interface TemporaryFile {
  readonly file: string;
  readonly folder: string;
  remove(): Promise<void>;
}

export async function temporaryFile(): Promise<TemporaryFile> {
  const folder = await mkdtemp(join(tmpdir(), 'pembinaan-'));
  return { file: join(folder, 'store.db'), folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
