import {
  AdoptPolicyVersion,
  EstablishCompetencyStandard,
  GrantAuthority,
  indonesia2026,
  pembinaan,
} from '@pembinaan/core';
import { type CommandContext, type EventStore, type EventToAppend, memoryStore } from '@pembinaan/event-sourcing';
import type { Append } from '../../regency/index.js';
import { openLibrary } from '../contestants/library.js';
import { fileOf, open } from '../contestants/open.js';
import { bytesOfEvent } from '../workload.js';
import { type Scenario, timed } from './scenario.js';

const PPK: CommandContext = { actor: { subjectId: 'ppk', roles: ['ppk'], authorityId: 'kewenangan-ppk' } };
const CLERK: CommandContext = { actor: { subjectId: 'pengelola', roles: ['bkpsdm'] } };
const DECREE = { number: 'SK-1', date: '2026-01-02', documentHash: 'a'.repeat(64) };
/** A standard is established again and again in so many streams, each command reading what was there. */
const STREAMS = 100;

/**
 * Whole commands, read, fold, facts, decide, append, on the domain behind its door: a competency standard is established under the
 * policy in force, by an authority that is looked up. The ceiling appends the events that come of them, and does nothing else.
 */
export const commands: Scenario = {
  name: 'commands',
  title: 'load-decide-append commands',
  contestants: ['library', 'bare'],
  durable: true,
  reads: [],
  async measure({ contestant, driver, folder, sizes }) {
    const count = sizes.commands;
    if (contestant === 'library') {
      const file = await openLibrary(driver, fileOf(folder, contestant));
      const noting = noted(file.store);
      await prepare(noting.store);
      noting.appends.length = 0;
      const settings = { ...file.connection, durable: true, pattern: 'one event an append', events: count, callers: 1 };
      const measured = await timed(count, 'commands', { ...settings, bytes: 0 }, () => issue(noting.store, count));
      await file.close();
      return { ...measured, settings: { ...measured.settings, bytes: sizeOf(noting.appends) } };
    }
    const noting = noted(memoryStore());
    await prepare(noting.store);
    noting.appends.length = 0;
    await issue(noting.store, count);
    const file = await open(contestant, driver, folder);
    const settings = {
      ...file.connection,
      durable: true,
      pattern: 'one event an append',
      events: count,
      bytes: sizeOf(noting.appends),
      callers: 1,
    };
    const measured = await timed(count, 'commands', settings, async () => {
      for (const append of noting.appends) await file.append(append);
    });
    await file.close();
    return measured;
  },
};

async function prepare(store: EventStore): Promise<void> {
  await accepted(
    pembinaan.dispatch(
      store,
      'kewenangan-ppk',
      GrantAuthority({
        subjectId: 'ppk',
        role: 'ppk',
        scope: 'kab-rekaan',
        acting: 'none',
        decree: DECREE,
        from: '2026-01-02',
      }),
      CLERK,
    ),
  );
  await accepted(
    pembinaan.dispatch(
      store,
      'agency',
      AdoptPolicyVersion({
        version: 'kab-rekaan-2026',
        effectiveFrom: '2026-01-02',
        figures: indonesia2026.figures,
        legalBasis: 'rekaan',
        decree: DECREE,
      }),
      PPK,
    ),
  );
}

async function issue(store: EventStore, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await accepted(
      pembinaan.dispatch(
        store,
        `standar-${index % STREAMS}`,
        EstablishCompetencyStandard({
          positionKind: 'pelaksana',
          position: 'Pengadministrasi layanan',
          items: [
            { competency: 'M01', requiredLevel: 2 },
            { competency: 'M05', requiredLevel: 3 },
          ],
          effectiveFrom: '2026-01-05',
          decree: DECREE,
        }),
        PPK,
      ),
    );
  }
}

async function accepted(handling: ReturnType<typeof pembinaan.dispatch>): Promise<void> {
  const handled = await handling;
  if (!handled.accepted) throw new Error(handled.rejection.message.en);
}

/** The store, with a note of what was appended. */
function noted(store: EventStore): { readonly store: EventStore; readonly appends: Append[] } {
  const appends: Append[] = [];
  return {
    appends,
    store: {
      ...store,
      append(stream, events, expected, options) {
        if (expected === 'none' || typeof expected === 'number') appends.push({ stream, events, expected });
        return store.append(stream, events, expected, options);
      },
    },
  };
}

function sizeOf(appends: readonly Append[]): number {
  return appends
    .flatMap(({ events }): readonly EventToAppend[] => events)
    .reduce((sum, event) => sum + bytesOfEvent(event), 0);
}
