// Sends the commands by which employees begin, one after the other, until the process is killed or told to end.
// The ids of the commands hang on the number of the employee: after a death the same commands are sent again.
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { sqliteStore } from '@pembinaan/store-sqlite';
import { chance } from '../faults/programs/chance.mjs';
import { heard, tell } from '../faults/programs/parent.mjs';
import { fail, reportOnAndOn } from './process.mjs';
import { arrival, send } from './staff.mjs';

const { storeFile, name, seed, from } = await heard();
const store = await sqliteStore(storeFile, { busyTimeoutMs: 60_000 });
const { between, percent } = chance(seed);
let ending = false;
heard().then(() => {
  ending = true;
});
reportOnAndOn();
try {
  for (let number = from; !ending; number++) await employ(number);
} catch (error) {
  fail(error);
}
await store.close();
process.exit(0);

async function employ(number) {
  const employeeId = `pegawai-${name}-${number}`;
  let step = 0;
  for (const attempt of arrival(employeeId)) {
    const commandId = `${employeeId}-${step++}`;
    const first = await send(store, attempt, commandId);
    tell({ kind: 'accepted', commandId, number, events: first.events.map(({ id, position }) => ({ id, position })) });
    if (percent(10)) {
      const second = await send(store, attempt, commandId);
      if (!second.repeated || !isDeepStrictEqual(second.events, first.events)) {
        throw new Error(`The command ${commandId} came out differently when it was sent again.`);
      }
    }
    await sleep(between(10, 60));
  }
}
