import type { FileFormat } from '../file-format.js';

/** "PBNV". */
const APPLICATION_ID = 0x50424e56;
const VERSION = 1;

/**
 * The tables of a new file. The comments stay in the file, for those who open it with other tools.
 *
 * AUTOINCREMENT: the id of a generation that was dropped never comes back, so that whoever still holds it cannot write into another.
 * Rows keep their rowid: with JSON of 1,200 bytes, upserts into a table WITHOUT ROWID took seven times as long.
 */
const SCHEMA = `
CREATE TABLE generations (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  projection TEXT    NOT NULL,
  version    INTEGER NOT NULL,                  -- of the projection that built the rows
  state      TEXT    NOT NULL DEFAULT 'building'
             CHECK (state IN ('building', 'active', 'replaced')), -- readers are served the active one
  position   TEXT,                              -- checkpoint: all events up to here are in the rows, or parked; NULL before the first
  handled    INTEGER NOT NULL DEFAULT 0         -- how many events were folded into the rows
) STRICT;

CREATE UNIQUE INDEX one_active_generation ON generations (projection) WHERE state = 'active';

CREATE TABLE rows (
  generation INTEGER NOT NULL REFERENCES generations (id),
  key        TEXT    NOT NULL,
  data       TEXT    NOT NULL, -- JSON
  PRIMARY KEY (generation, key)
) STRICT;

CREATE TABLE parked (
  generation INTEGER NOT NULL REFERENCES generations (id),
  position   TEXT    NOT NULL, -- of an event that the projection could not take
  stream     TEXT    NOT NULL,
  revision   INTEGER NOT NULL,
  event_id   TEXT    NOT NULL,
  type       TEXT    NOT NULL,
  keys       TEXT    NOT NULL, -- JSON: the rows that it would change
  reason     TEXT    NOT NULL CHECK (reason IN ('failed', 'unreadable', 'behind')),
  message    TEXT    NOT NULL,
  parked_at  TEXT    NOT NULL, -- UTC
  PRIMARY KEY (generation, position)
) STRICT;

CREATE VIEW active_rows AS
SELECT g.projection, g.version, r.key, r.data
FROM generations AS g JOIN rows AS r ON r.generation = g.id WHERE g.state = 'active';
`;

/** What helps with every damage of views: they hold nothing that the events do not say. */
export const BUILD_ANEW =
  'The events are intact, and no view holds more than they say: give the views a new file (or delete this one, with its -wal and -shm, if it is theirs) and run the projections again.';

/** The file of {@link sqliteViews}. */
export const VIEWS: FileFormat = {
  name: 'views',
  applicationId: APPLICATION_ID,
  version: VERSION,
  schema: SCHEMA,
  inMemory: 'memoryTarget()',
  advice: {
    'store-damaged': BUILD_ANEW,
    'store-full': 'Free some space and run the projection again: it goes on from its last checkpoint.',
    'store-unavailable':
      'Check that the folder exists, the disk, and the rights of this user, then run the projection again: it goes on from its last checkpoint.',
  },
};
