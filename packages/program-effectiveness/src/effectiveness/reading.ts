import { type Clock, standingOf } from '@pembinaan/core';
import { type Entry, idOf, knownOf } from '@pembinaan/event-sourcing';
import { type ContextEntry, contextFiles, PROGRAMS } from '../files/context-files.js';
import { fileKey, type ProgramEntry, programFiles } from '../files/program-files.js';
import type { ProgramHistory } from '../program/program-history.js';
import { programHistoryOf } from '../program/program-history-of.js';
import type { StreamFile } from '../program/told.js';
import { type ServiceHistory, serviceHistoryOf } from '../surroundings/service-history.js';
import type { Shelf } from './shelf.js';

/** The files as of a clock, read as far as they are asked for. */
export interface Reading {
  readonly clock: Clock;
  /** The files that are read. */
  readonly shelf: Shelf;
  /** The ids of the programmes that were designed, sorted. */
  programIds(): Promise<readonly string[]>;
  /** What counts of a programme; undefined where nothing was known of that id. */
  program(programId: string): Promise<ProgramHistory | undefined>;
  /** Everything that was known of a programme, what was corrected or lies ahead too. */
  known(programId: string): Promise<readonly StreamFile<ProgramEntry>[]>;
  /** Everything that was known of these files of the surroundings, what was corrected or lies ahead too, in the order of the keys. */
  knownContext(keys: readonly string[]): Promise<readonly StreamFile<ContextEntry>[]>;
  /** What counts of these files of the surroundings, by key. */
  context(keys: readonly string[]): Promise<ReadonlyMap<string, readonly ContextEntry[]>>;
  /** The same of all files whose keys begin so. */
  contextStartingWith(prefix: string | readonly string[]): Promise<ReadonlyMap<string, readonly ContextEntry[]>>;
  /** What counts of services units, by unit. */
  services(unitIds: readonly string[]): Promise<ReadonlyMap<string, ServiceHistory>>;
}

/** A reading keeps what it has read of the surroundings, which programmes share: what is asked about all of them is read once. */

export function readingOf(shelf: Shelf, clock: Clock): Reading {
  const known = async (programId: string): Promise<readonly StreamFile<ProgramEntry>[]> => {
    const files = new Map<string, ProgramEntry[]>();
    for (const [key, filed] of await shelf.programs.startingWith(fileKey(programId, ''))) {
      const stream = streamOf(key);
      const entries = knownOf(filed.map(programFiles.entry), clock);
      if (entries.length === 0) continue;
      const others = files.get(stream);
      if (others === undefined) files.set(stream, [...entries]);
      else others.push(...entries);
    }
    // What lay in several drawers is put together in the order of its stream.
    return [...files]
      .map(([stream, entries]) => ({ stream, entries: entries.sort((a, b) => a.revision - b.revision) }))
      .sort((a, b) => (a.stream < b.stream ? -1 : 1));
  };
  const standing = (rows: ReadonlyMap<string, readonly ContextEntry[]>) =>
    new Map(
      [...rows].flatMap(([key, entries]) => {
        const counting = standingOf(knownOf(entries, clock), clock);
        return counting.length === 0 ? [] : [[key, counting] as const];
      }),
    );
  const entriesIn = (rows: Awaited<ReturnType<Shelf['context']['load']>>) =>
    new Map([...rows].map(([key, filed]) => [key, filed.map(contextFiles.entry)]));

  const files = new Map<string, readonly ContextEntry[]>();
  const drawers = new Map<string, ReadonlyMap<string, readonly ContextEntry[]>>();
  const services = new Map<string, ServiceHistory>();
  const context = async (keys: readonly string[]): Promise<ReadonlyMap<string, readonly ContextEntry[]>> => {
    const wanted = [...new Set(keys)].sort();
    const missing = wanted.filter((key) => !files.has(key));
    const read = missing.length === 0 ? NOTHING : standing(entriesIn(await shelf.context.load(missing)));
    for (const key of missing) files.set(key, read.get(key) ?? []);
    const found = new Map<string, readonly ContextEntry[]>();
    for (const key of wanted) {
      const entries = files.get(key) ?? [];
      if (entries.length > 0) found.set(key, entries);
    }
    return found;
  };

  return {
    clock,
    shelf,
    known,
    async programIds() {
      const designs = await shelf.context.startingWith(PROGRAMS);
      const ids = [...standing(entriesIn(designs))].flatMap(([key, entries]) =>
        entries.some((entry) => isDesign(entry) && isDesignedBy(entry, clock)) ? [idOf(streamOf(key))] : [],
      );
      return ids.sort();
    },
    async program(programId) {
      const files = (await known(programId)).flatMap(({ stream, entries }) => {
        const counting = standingOf(entries, clock);
        return counting.length === 0 ? [] : [{ stream, entries: counting }];
      });
      return files.length === 0 ? undefined : programHistoryOf(programId, files);
    },
    async knownContext(keys) {
      const rows = entriesIn(await shelf.context.load([...new Set(keys)].sort()));
      return [...rows].map(([key, entries]) => ({ stream: streamOf(key), entries: knownOf(entries, clock) }));
    },
    context,
    async contextStartingWith(prefix) {
      const found = new Map<string, readonly ContextEntry[]>();
      for (const one of [prefix].flat()) {
        const rows = drawers.get(one) ?? standing(entriesIn(await shelf.context.startingWith(one)));
        drawers.set(one, rows);
        for (const [key, entries] of rows) found.set(key, entries);
      }
      return found;
    },
    async services(unitIds) {
      const missing = unitIds.filter((unitId) => !services.has(unitId)).map((unitId) => `serviceUnit-${unitId}`);
      const read = missing.length === 0 ? NOTHING : await context(missing);
      for (const stream of missing) {
        services.set(idOf(stream), serviceHistoryOf(idOf(stream), read.get(stream) ?? [], stream));
      }
      const found = new Map<string, ServiceHistory>();
      for (const unitId of unitIds) {
        const service = services.get(unitId);
        if (service !== undefined) found.set(unitId, service);
      }
      return found;
    },
  };
}

const NOTHING: ReadonlyMap<string, readonly ContextEntry[]> = new Map();

/** The stream of a file. */
export function streamOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

function isDesign({ type }: Entry): boolean {
  return type === 'ProgramDesigned';
}

/**
 * Whether a programme was there by the end of the day. A design says what a programme is and so bears no day, for views on people who took part;
 * a programme itself does not exist before it was designed.
 */
export function isDesignedBy({ occurredAt }: Pick<Entry, 'occurredAt'>, { before }: Clock): boolean {
  return occurredAt < before;
}
