// Makes one backup after another, until it is killed.
import { sqliteStore } from '@pembinaan/store-sqlite';
import { tell } from './event.mjs';

const [, , file, name] = process.argv;
const store = await sqliteStore(file);
tell('ready');
for (let number = 0; ; number++) await store.backup(`${name}-${number}.db`);
