import { describeStoreContract } from '@pembinaan/event-sourcing/testing';
import { type SqliteStoreOptions, sqliteStore } from '@pembinaan/store-sqlite';
import { drivers } from './drivers.js';
import { temporaryFile } from './temporary-file.js';

for (const driver of drivers) {
  contract(driver.name, { driver });
  contract(`${driver.name}, with small pages`, { driver, pageSize: 3, pollIntervalMs: 5 });
}

function contract(name: string, options: SqliteStoreOptions): void {
  describeStoreContract(`SQLite through ${name}`, async () => {
    const { file, remove } = await temporaryFile();
    const open = () => sqliteStore(file, options);
    const store = await open();
    return {
      store,
      reopen: open,
      another: open,
      async dispose() {
        await store.close();
        await remove();
      },
    };
  });
}
