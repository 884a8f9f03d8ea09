import { eventCatalog, foldPage, formatPosition, type RecordedEvent, replayAll } from '@pembinaan/event-sourcing';
import { openEmmett } from '../contestants/emmett.js';
import { openLibrary } from '../contestants/library.js';
import { fileOf } from '../contestants/open.js';
import { bytesOfLog } from '../log-weight.js';
import { MAIN } from './replaying.js';
import { type Scenario, timed } from './scenario.js';

/** Events a pull: the largest batch that still made it faster in trials. */
const PULL = 1000;

/**
 * The beginning of the log into the same fold, by both libraries: this one with validation on, emmett's consumer into the fold of this
 * library, trusted, so that what is compared is the way of the events to it.
 */
export const foldBesidePeer: Scenario = {
  name: 'fold-beside-peer',
  title: 'replay into a fold, beside emmett',
  contestants: ['library', 'emmett'],
  durable: false,
  reads: ['log'],
  async measure({ contestant, driver, prepared, sizes }) {
    const count = sizes.fold;
    const settings = {
      synchronous: 'none',
      journal: 'none',
      durable: false,
      pattern: 'the beginning of the log in its order',
      events: count,
      bytes: bytesOfLog(prepared, contestant, count),
      callers: 1,
    } as const;
    if (contestant === 'library') {
      const file = await openLibrary(driver, fileOf(prepared, contestant, 'log'), { readOnly: true });
      const measured = await timed(count, 'events', { ...settings, driver: driver.name }, async () => {
        await replayAll(file.store, MAIN, { position: formatPosition(count) });
      });
      await file.close();
      return measured;
    }
    const file = await openEmmett(fileOf(prepared, contestant, 'log'), ['PRAGMA synchronous = 1']);
    const views = MAIN.map((projection) => ({ projection, rows: new Map<string, unknown>() }));
    const known = eventCatalog([
      ...new Map(MAIN.flatMap(({ events }) => events).map((event) => [event.type, event])).values(),
    ]);
    const measured = await timed(count, 'events', { ...settings, driver: file.connection.driver }, () =>
      file.consume(count, PULL, ({ type, data, metadata }) => {
        if (!known.has(type)) return;
        const { actor, correlationId, causationId, commandId, facts, salt, policyVersion } = Object(metadata);
        const event: RecordedEvent = {
          type,
          data,
          id: metadata.messageId,
          stream: metadata.streamName,
          revision: Number(metadata.streamPosition) - 1,
          position: formatPosition(Number(metadata.globalPosition)),
          schemaVersion: 1,
          occurredAt: String(metadata.occurredAt),
          recordedAt: String(metadata.occurredAt),
          metadata: { actor, correlationId, causationId, commandId, facts, salt, policyVersion },
        };
        for (const { projection, rows } of views) foldPage(projection, [event], rows, { trustStored: true });
      }),
    );
    if (views.some(({ rows }) => rows.size === 0)) throw new Error('The consumer folded nothing.');
    await file.close();
    return measured;
  },
};
