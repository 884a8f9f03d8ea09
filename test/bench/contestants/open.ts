import { join } from 'node:path';
import type { BenchDriver } from '../driver.js';
import { openBare } from './bare.js';
import type { ContestantName, OpenFile } from './contestant.js';
import { openEmmett } from './emmett.js';
import { openLibrary } from './library.js';

/** The name of a contestant's file. */
export function fileOf(folder: string, contestant: ContestantName, name = 'events'): string {
  return join(folder, `${name}-${contestant}.db`);
}

/** Opens a contestant's file, set up as this library sets up its own. */
export async function open(
  contestant: ContestantName,
  driver: BenchDriver,
  folder: string,
  name?: string,
): Promise<OpenFile> {
  const file = fileOf(folder, contestant, name);
  if (contestant === 'library') return openLibrary(driver, file);
  const pragmas = await libraryPragmas(driver, folder);
  return contestant === 'bare' ? openBare(driver, file, pragmas) : openEmmett(file, pragmas);
}

/** The pragmas of this library's own connection, asked from an empty file of it. */
export async function libraryPragmas(driver: BenchDriver, folder: string): Promise<readonly string[]> {
  const { pragmas, close } = await openLibrary(driver, join(folder, 'pragmas.db'));
  await close();
  return pragmas;
}
