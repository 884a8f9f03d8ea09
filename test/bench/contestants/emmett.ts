import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PEERS } from '../places.js';
import { type OpenFile, synchronousOf } from './contestant.js';

/** What we use of `@event-driven-io/emmett-sqlite`. */
interface EmmettSqlite {
  sqliteConnection(options: { fileName: string }): EmmettConnection;
  getSQLiteEventStore(options: {
    fileName: string;
    schema?: { autoMigration: 'CreateOrUpdate' | 'None' };
    connectionOptions: { singleton: true; connection: EmmettConnection };
  }): EmmettStore;
}

interface EmmettConnection {
  command(sql: string): Promise<unknown>;
  querySingle(sql: string): Promise<unknown>;
  close(): void;
}

interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly object[],
    options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' | 'NO_CONCURRENCY_CHECK' },
  ): Promise<unknown>;
  readStream(stream: string): Promise<{ events: readonly unknown[] }>;
  consumer(options: { pulling: { batchSize: number; pullingFrequencyInMs: number } }): {
    processor(options: {
      processorId: string;
      startFrom: 'BEGINNING';
      stopAfter(event: EmmettEvent): boolean;
      eachMessage(event: EmmettEvent): void;
      connectionOptions: { fileName: string; connection: EmmettConnection };
    }): unknown;
    start(): Promise<void>;
    close(): Promise<void>;
  };
}

/** An event as its consumer hands it over. */
export interface EmmettEvent {
  readonly type: string;
  readonly data: unknown;
  readonly metadata: Readonly<Record<string, unknown>> & {
    readonly messageId: string;
    readonly streamName: string;
    readonly streamPosition: bigint;
    readonly globalPosition: bigint;
  };
}

export interface EmmettFile extends OpenFile {
  /** Hands over every event in its order, until so many are done. */
  consume(events: number, batchSize: number, take: (event: EmmettEvent) => void): Promise<void>;
}

/**
 * A file of emmett at its best setting: one connection that stays open (it opens one for each append otherwise), the schema made once,
 * and the pragmas of this library on it.
 */
export async function openEmmett(file: string, pragmas: readonly string[]): Promise<EmmettFile> {
  const require = createRequire(join(PEERS, 'package.json'));
  const module: unknown = await import(pathToFileURL(require.resolve('@event-driven-io/emmett-sqlite')).href);
  if (!isEmmettSqlite(module)) throw new TypeError('@event-driven-io/emmett-sqlite does not export what it did.');
  const connection = module.sqliteConnection({ fileName: file });
  await connection.command('PRAGMA journal_mode = WAL');
  for (const pragma of pragmas) await connection.command(pragma);
  const store = module.getSQLiteEventStore({
    fileName: file,
    schema: { autoMigration: 'CreateOrUpdate' },
    connectionOptions: { singleton: true, connection },
  });
  const pragma = async (name: string): Promise<unknown> =>
    Object.values(Object(await connection.querySingle(`PRAGMA ${name}`)))[0];
  return {
    connection: {
      driver: versionOf(require),
      synchronous: synchronousOf(await pragma('synchronous')),
      journal: String(await pragma('journal_mode')),
    },
    async append({ stream, events, expected }) {
      const messages = events.map(({ id, type, schemaVersion, occurredAt, data, metadata }) => ({
        type,
        data,
        metadata: { ...metadata, messageId: id, schemaVersion, occurredAt },
      }));
      await store.appendToStream(stream, messages, {
        expectedStreamVersion: expected === 'none' ? 'STREAM_DOES_NOT_EXIST' : BigInt(expected + 1),
      });
    },
    readStream: async (stream) => (await store.readStream(stream)).events.length,
    async consume(events, batchSize, take) {
      let left = events;
      const consumer = store.consumer({ pulling: { batchSize, pullingFrequencyInMs: 0 } });
      consumer.processor({
        processorId: 'bench',
        startFrom: 'BEGINNING',
        stopAfter: () => left === 0,
        eachMessage(event) {
          take(event);
          left--;
        },
        connectionOptions: { fileName: file, connection },
      });
      await consumer.start();
      await consumer.close();
    },
    async close() {
      connection.close();
    },
  };
}

function isEmmettSqlite(module: unknown): module is EmmettSqlite {
  return (
    typeof module === 'object' && module !== null && 'sqliteConnection' in module && 'getSQLiteEventStore' in module
  );
}

function versionOf(require: NodeJS.Require): string {
  const manifest: unknown = require('sqlite3/package.json');
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '?';
  return `sqlite3 ${version}`;
}
