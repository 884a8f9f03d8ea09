import { join } from 'node:path';
import { sqliteStore } from '@pembinaan/store-sqlite';
import { expect, it } from 'vitest';
import { batch } from '../events.js';
import { temporaryFile } from '../temporary-file.js';
import { backUpTonight } from './keep-safe.js';

it('the sample of docs/sqlite.md makes a copy and checks it', async () => {
  const { file, folder, remove } = await temporaryFile();
  const store = await sqliteStore(file);
  await store.append('batch-1', batch(3), 'none');
  const told = await backUpTonight(store, (copy) => sqliteStore(copy), join(folder, '2026-03-02.db'));
  expect(told).toBe('3 events, up to position 0000000000000003');
  await store.close();
  await remove();
});
