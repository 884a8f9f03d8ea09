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

/** The primary code behind a primary or extended one: the lowest eight bits. */
export function primaryCode(code: number): number {
  return code & 0xff;
}

/** The primary code behind a name such as `SQLITE_BUSY_SNAPSHOT`; undefined when it is none. */
export function codeOfName(name: string): number | undefined {
  const [prefix, primary] = name.split('_');
  return prefix === 'SQLITE' && primary !== undefined ? BY_NAME.get(primary) : undefined;
}
