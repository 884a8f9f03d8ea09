import type { FileFormat } from './file-format.js';

/** "PBNA". */
const APPLICATION_ID = 0x50424e41;
const VERSION = 2;

/**
 * The tables of a new file. The comments stay in the file, for those who open it with other tools.
 * Rows are never changed or deleted: two triggers stop an accident in a SQLite browser (they do not stop an attacker; the audit does).
 */
const SCHEMA = `
CREATE TABLE streams (
  id       INTEGER PRIMARY KEY,
  name     TEXT    NOT NULL UNIQUE, -- <category>-<id>
  category TEXT    NOT NULL         -- what stands before the first hyphen of the name
) STRICT;

CREATE TABLE types (
  id   INTEGER PRIMARY KEY,
  name TEXT    NOT NULL UNIQUE      -- of an event, such as BatchScheduled
) STRICT;

CREATE TABLE events (
  position       INTEGER PRIMARY KEY AUTOINCREMENT, -- place in the whole store, in the order of commits
  stream         INTEGER NOT NULL REFERENCES streams (id),
  revision       INTEGER NOT NULL,                  -- place in the stream, from 0 without gaps
  place          INTEGER NOT NULL,                  -- place in its batch, from 0: what was stored in one append
  id             TEXT    NOT NULL,                  -- UUID, derived from the command
  type           INTEGER NOT NULL REFERENCES types (id),
  schema_version INTEGER NOT NULL,                  -- version of the payload, from 1
  occurred_at    TEXT    NOT NULL,                  -- UTC; when it was true
  recorded_at    TEXT    NOT NULL,                  -- UTC; when the store took it
  data           TEXT    NOT NULL,                  -- JSON
  metadata       TEXT    NOT NULL,                  -- JSON: who, under which authority and policy, on which facts
  UNIQUE (stream, revision)
) STRICT;

-- Each row of an index by type ends with the position, so that one range of it is the events of a type in their order.
CREATE INDEX events_by_type ON events (type);

-- A batch is known by the id of its first event, so that one that is sent again is stored once.
CREATE UNIQUE INDEX batches ON events (id) WHERE place = 0;

CREATE VIEW event_log AS
SELECT e.position, s.name AS stream, s.category, e.revision, t.name AS type, e.schema_version,
       e.occurred_at, e.recorded_at, e.id,
       json_extract(e.metadata, '$.actor.subjectId') AS actor, json_extract(e.metadata, '$.commandId') AS command_id,
       e.place, e.data, e.metadata
FROM events AS e JOIN streams AS s ON s.id = e.stream JOIN types AS t ON t.id = e.type;

-- Every stream, and the revision of its last event: it is found in the index, and not written a second time with each append.
CREATE VIEW stream_log AS
SELECT s.name AS stream, s.category, (SELECT max(e.revision) FROM events AS e WHERE e.stream = s.id) AS revision
FROM streams AS s;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed; append a correction'); END;

CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted; append a correction'); END;
`;

/** The file of a {@link sqliteStore}. */
export const EVENT_STORE: FileFormat = {
  name: 'an event store',
  applicationId: APPLICATION_ID,
  version: VERSION,
  schema: SCHEMA,
  inMemory: 'memoryStore()',
  advice: {},
};
