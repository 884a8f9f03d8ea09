// Takes the write lock of the file and keeps it until a line comes in, or for so many milliseconds.
import { setTimeout as sleep } from 'node:timers/promises';
import { loadDriver } from '@pembinaan/store-sqlite';
import { tell } from './event.mjs';

const [, , file, milliseconds] = process.argv;
const connection = (await loadDriver()).open(file, { readOnly: false, busyTimeoutMs: 5000 });
connection.exec('BEGIN IMMEDIATE');
tell('held');
if (milliseconds === undefined) await new Promise((resolve) => process.stdin.once('data', resolve));
else await sleep(Number(milliseconds));
connection.exec('ROLLBACK');
connection.close();
tell('released');
process.exit(0);
