import { setTimeout as sleep } from 'node:timers/promises';
import { foldPage, projector, replay } from '@pembinaan/event-sourcing';
import { sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookKeeper } from './book-keeper.js';
import { type Folder, folder } from './folder.js';
import { findingsIn, integrityOf } from './integrity.js';
import { type Account, accounts, entries } from './programs/entries.mjs';
import { asText, generationsOf, rowsOf, servedBy } from './rows.js';
import { chanceOf } from './seed.js';
import { startProgram } from './start-program.js';

const KILLS = Number(process.env.FAULTS_KILLS ?? 200);

describe('a process with six writers and a projector', () => {
  let place: Folder;
  beforeEach(async () => {
    place = await folder();
  });
  afterEach(() => place.remove());

  it(`is killed ${KILLS} times: nothing acknowledged is lost, no batch is half there or twice, no view is ahead of the log`, async () => {
    const { between, percent } = chanceOf('writers-killed');
    const [storeFile, viewsFile] = [place.file('store.db'), place.file('views.db')];
    const books = bookKeeper();
    const trueRows = new Map<string, Account>();
    let folded = 0;
    let [inTheMidst, behind] = [0, 0];

    let program = startProgram('write-until-killed');
    for (let trial = 0; trial < KILLS; trial++) {
      const again = [...books.unanswered(), ...books.answered(3)];
      const next = startProgram('write-until-killed');
      await program.next();
      program.say({ storeFile, viewsFile, name: `trial${trial}`, seed: between(1, 1_000_000), again });
      // Some die while they open the files and repair what the one before them left.
      if (percent(85)) await program.next();
      await sleep(between(0, 100));
      program.kill();
      await program.ended();
      books.hear(program.told);
      program = next;

      const store = await sqliteStore(storeFile, { readOnly: trial % 2 === 0 && books.acknowledged() > 0 });
      expect(await books.examine(store), `after kill ${trial + 1}`).toEqual([]);
      await store.close();
      if (books.unanswered().length > 0) inTheMidst++;

      const views = await sqliteViews(viewsFile);
      const [kept] = await generationsOf(views, 'accounts');
      if (kept !== undefined) {
        const { position = '', handled } = await kept.checkpoint();
        while ((books.log[folded]?.position ?? '~') <= position) {
          const event = books.log[folded++];
          if (event !== undefined) foldPage(accounts(), [event], trueRows);
        }
        expect(position <= (books.log.at(-1)?.position ?? ''), 'the checkpoint is not ahead of the log').toBe(true);
        expect(position >= books.seen(), 'what was seen is there').toBe(true);
        expect(handled).toBe(folded);
        expect(await rowsOf(kept), `rows after kill ${trial + 1}`).toEqual(asText(trueRows));
        const [last, next] = [books.log[folded - 1], books.log[folded]];
        if (next !== undefined) {
          expect(next.metadata.commandId, 'no view holds half of an append').not.toBe(last?.metadata.commandId);
          behind++;
        }
      }
      await views.close();
      if (trial % 20 === 19) expect([await findingsIn(storeFile), await integrityOf(viewsFile)]).toEqual([[], 'ok']);
    }
    program.kill();
    await program.ended();

    const store = await sqliteStore(storeFile);
    const left = books.unanswered();
    const stored = new Set(books.log.map(({ metadata }) => metadata.commandId));
    for (const { batch, stream, size } of left) {
      const { firstRevision, positions, repeated } = await store.append(stream, entries(batch, size), 'any');
      expect(repeated, `whether ${batch} was stored`).toBe(stored.has(batch));
      books.hear([{ kind: 'stored', batch, firstRevision, positions }]);
    }
    const again = books.afresh();
    expect(await again.examine(store)).toEqual([]);
    const views = await sqliteViews(viewsFile);
    await projector(store, accounts(), { target: views }).run();
    expect(await rowsOf(await servedBy(views, 'accounts'))).toEqual(asText((await replay(store, accounts())).rows));

    const other = startProgram('count-events');
    await other.next();
    other.say({ storeFile });
    expect(await other.next()).toEqual({ events: again.log.length, head: await store.head() });
    await other.ended();
    await Promise.all([store.close(), views.close()]);
    expect([await findingsIn(storeFile), await integrityOf(viewsFile)]).toEqual([[], 'ok']);

    process.stdout.write(
      `${KILLS} kills: ${books.acknowledged()} batches, ${again.log.length} events; ${inTheMidst} with a batch under way, ${behind} with a view behind\n`,
    );
    expect(inTheMidst).toBeGreaterThan(KILLS / 2);
    expect(behind).toBeGreaterThan(KILLS / 20);
  });
});
