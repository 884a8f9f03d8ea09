/** Primary result codes of SQLite, by their names without the prefix (https://sqlite.org/rescode.html). */
export const ResultCode = {
  ERROR: 1,
  INTERNAL: 2,
  PERM: 3,
  ABORT: 4,
  BUSY: 5,
  LOCKED: 6,
  NOMEM: 7,
  READONLY: 8,
  INTERRUPT: 9,
  IOERR: 10,
  CORRUPT: 11,
  NOTFOUND: 12,
  FULL: 13,
  CANTOPEN: 14,
  PROTOCOL: 15,
  EMPTY: 16,
  SCHEMA: 17,
  TOOBIG: 18,
  CONSTRAINT: 19,
  MISMATCH: 20,
  MISUSE: 21,
  NOLFS: 22,
  AUTH: 23,
  FORMAT: 24,
  RANGE: 25,
  NOTADB: 26,
} as const;

const BY_NAME: ReadonlyMap<string, number> = new Map(Object.entries(ResultCode));

/**
 * The small file beside a store cannot be made as large as it must be: it is made first, and on a full disk this is all that is told. A
 * disk that fails at this very moment tells the same.
 */
const IOERR_SHMSIZE = { name: 'SQLITE_IOERR_SHMSIZE', code: 4874 } as const;

/** The primary code behind a primary or extended one, its lowest eight bits; that of a full disk also where SQLite calls it otherwise. */
export function primaryCode(code: number): number {
  return code === IOERR_SHMSIZE.code ? ResultCode.FULL : code & 0xff;
}

/** The primary code behind a name such as `SQLITE_BUSY_SNAPSHOT`; undefined when it is none. */
export function codeOfName(name: string): number | undefined {
  if (name === IOERR_SHMSIZE.name) return ResultCode.FULL;
  const [prefix, primary] = name.split('_');
  return prefix === 'SQLITE' && primary !== undefined ? BY_NAME.get(primary) : undefined;
}

/** How SQLite words its failures of the file (sqlite3_errstr), for bindings that hand on the text alone. */
const BY_MESSAGE: ReadonlyMap<string, number> = new Map([
  ['database is locked', ResultCode.BUSY],
  ['database table is locked', ResultCode.LOCKED],
  ['out of memory', ResultCode.NOMEM],
  ['attempt to write a readonly database', ResultCode.READONLY],
  ['disk I/O error', ResultCode.IOERR],
  ['database disk image is malformed', ResultCode.CORRUPT],
  ['database or disk is full', ResultCode.FULL],
  ['unable to open database file', ResultCode.CANTOPEN],
  ['string or blob too big', ResultCode.TOOBIG],
  ['file is not a database', ResultCode.NOTADB],
]);

/** The primary code behind the text of a failure; undefined when it is none of the file. */
export function codeOfMessage(message: string): number | undefined {
  return BY_MESSAGE.get(message);
}
