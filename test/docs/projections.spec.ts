// #region keep
import { event, memoryStore, projection, projectors } from '@pembinaan/event-sourcing';
import { sqliteViews } from '@pembinaan/store-sqlite';
import * as z from 'zod';

const SessionHeld = event('SessionHeld', z.strictObject({ room: z.string(), minutes: z.int() }));

const rooms = projection({
  name: 'rooms',
  version: 1,
  events: [SessionHeld],
  initial: (room) => ({ room, sessions: 0 }),
  key: (event) => event.data.room,
  on: {
    SessionHeld: (row) => {
      row.sessions++;
      return row;
    },
  },
});
const minutes = projection({
  name: 'minutes',
  version: 1,
  events: [SessionHeld],
  initial: () => ({ minutes: 0 }),
  key: () => 'all',
  on: { SessionHeld: (row, event) => ({ minutes: row.minutes + event.data.minutes }) },
});

async function keep(store: ReturnType<typeof memoryStore>, file: string) {
  const target = await sqliteViews(file);
  const views = projectors(store, [rooms, minutes], { target });
  await views.start(); // builds what is missing, catches up, and follows
  const row = await views.of(rooms).get('blue');
  const [{ state }] = await Promise.all([views.of(rooms).status(), views.of(rooms).parked()]);
  await views.stop();
  await target.close();
  return { row, state };
}

// #endregion keep

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventId, PROJECTOR_STATES } from '@pembinaan/event-sourcing';
import { expect, it } from 'vitest';

const page = await readFile(fileURLToPath(new URL('../../docs/projections.md', import.meta.url)), 'utf8');

it('the sample keeps two views in one file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pembinaan-'));
  const store = memoryStore();
  const metadata = {
    actor: { subjectId: 's', roles: [] },
    correlationId: 'c',
    causationId: 'c',
    commandId: 'c',
    facts: [],
  };
  const held = SessionHeld({ room: 'blue', minutes: 45 });
  await store.append(
    'session-1',
    [
      {
        ...held,
        id: eventId('c', 0),
        schemaVersion: 1,
        occurredAt: '2026-01-01T00:00:00.000Z',
        metadata: { ...metadata, salt: 'AAAAAAAAAAAAAAAAAAAAAA' },
      },
    ],
    'none',
  );
  expect(await keep(store, join(folder, 'views.db'))).toEqual({ row: { room: 'blue', sessions: 1 }, state: 'live' });
  await rm(folder, { recursive: true, force: true });
});

it('the states that are drawn are those of the code', () => {
  const drawing = /```text\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const drawn = new Set(drawing.match(/\b(idle|catchingUp|live|rebuilding|stopped)\b/g));
  expect([...drawn].sort()).toEqual([...PROJECTOR_STATES].sort());
  const listed = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, state]) => state);
  expect(listed).toEqual([...PROJECTOR_STATES]);
});
