import { type Clock, standingOf } from '@pembinaan/core';
import { type Entry, idOf, knownOf } from '@pembinaan/event-sourcing';
import { type ContextEntry, contextFiles, PROGRAMS } from '../files/context-files.js';
import { fileKey, type ProgramEntry, programFiles } from '../files/program-files.js';
import type { ProgramHistory } from '../program/program-history.js';
import { programHistoryOf } from '../program/program-history-of.js';
import type { StreamFile } from '../program/told.js';
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
  /** What counts of these files of the surroundings, by key. */
  context(keys: readonly string[]): Promise<ReadonlyMap<string, readonly ContextEntry[]>>;
  /** The same of all files whose keys begin so. */
  contextStartingWith(prefix: string | readonly string[]): Promise<ReadonlyMap<string, readonly ContextEntry[]>>;
}

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

  return {
    clock,
    shelf,
    known,
    async programIds() {
      const designs = await shelf.context.startingWith(PROGRAMS);
      const ids = [...standing(entriesIn(designs))].flatMap(([key, entries]) =>
        entries.some(isDesign) ? [idOf(streamOf(key))] : [],
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
    context: async (keys) => standing(entriesIn(await shelf.context.load([...new Set(keys)].sort()))),
    contextStartingWith: async (prefix) => standing(entriesIn(await shelf.context.startingWith(prefix))),
  };
}

/** The stream of a file. */
export function streamOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

function isDesign({ type }: Entry): boolean {
  return type === 'ProgramDesigned';
}
