import { describeViewTarget } from '@pembinaan/event-sourcing/testing';
import { type SqliteViews, type SqliteViewsOptions, sqliteViews } from '@pembinaan/store-sqlite';
import { afterEach } from 'vitest';
import { drivers } from '../drivers.js';
import { type TemporaryFile, temporaryFile } from '../temporary-file.js';

const opened: { readonly views: SqliteViews; readonly place: TemporaryFile }[] = [];

afterEach(async () => {
  for (const { views, place } of opened.splice(0)) {
    await views.close();
    await place.remove();
  }
});

for (const driver of drivers) {
  contract(driver.name, { driver });
  contract(`${driver.name}, with small pages`, { driver, pageSize: 3 });
}

function contract(name: string, options: SqliteViewsOptions): void {
  describeViewTarget(`SQLite through ${name}`, async () => {
    const place = await temporaryFile();
    const views = await sqliteViews(place.file, options);
    opened.push({ views, place });
    return views;
  });
}
