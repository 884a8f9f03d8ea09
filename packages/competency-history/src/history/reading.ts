import { type Clock, grouped, standingOf, yearOf } from '@pembinaan/core';
import { type Filed, idOf, knownOf } from '@pembinaan/event-sourcing';
import { agencyFiles } from '../files/agency-files.js';
import { fileKey, personFiles, personOf, streamOf } from '../files/person-files.js';
import type { PeopleRecord, PersonFile, Reads } from '../records/record.js';
import type { PeopleAtHand, Register } from '../records/register.js';
import type { Lookup, Needs } from './people-read-model.js';
import type { Shelf } from './shelf.js';

/** Records of that name, by employee id. */
export interface KnownRecords {
  readonly name: string;
  readonly rows: ReadonlyMap<string, unknown>;
}

/** The files of some people, as of a clock, read as far as they are asked for. */
export interface Reading {
  readonly clock: Clock;
  /** The files that are read. */
  readonly shelf: Shelf;
  /** Reads what a read model needs of these people, and of the agency. */
  lookups(
    needs: Needs,
    people: readonly string[],
    /** Records of these people at least that were read before. */
    known?: KnownRecords,
  ): Promise<readonly Lookup<unknown>[]>;
  /** A register of the agency: all of it, or these ids. */
  register<R>(register: Register<R>, ids?: Iterable<string>): Promise<Lookup<R>>;
  /** All files of a person, with what was corrected or lies ahead, in the order of their streams. */
  whole(employeeId: string): Promise<readonly PersonFile[]>;
}

/**
 * @param registers registers that were read whole before, and that the clock does not change
 */
export function readingOf(
  shelf: Shelf,
  clock: Clock,
  registers: readonly (readonly [Register<unknown>, Lookup<unknown>])[] = [],
): Reading {
  const year = yearOf(clock.effective);

  async function filesOf(people: readonly string[], reads: Reads): Promise<ReadonlyMap<string, readonly PersonFile[]>> {
    return 'streams' in reads ? byName(people, reads.streams) : byCategory(people, reads.categories);
  }

  /** One read for all of them: each file has its name. */
  async function byName(
    people: readonly string[],
    streamsOf: (employeeId: string, year: number) => readonly string[],
  ): Promise<ReadonlyMap<string, readonly PersonFile[]>> {
    const wanted = people.map((employeeId) => ({ employeeId, streams: streamsOf(employeeId, year) }));
    const keys = wanted.flatMap(({ employeeId, streams }) => streams.map((stream) => fileKey(employeeId, stream)));
    const rows = await shelf.people.load(keys);
    return new Map(
      wanted.map(({ employeeId, streams }) => [
        employeeId,
        streams.flatMap((file) => fileIn(employeeId, streamOf(file), rows.get(fileKey(employeeId, file)))),
      ]),
    );
  }

  /** One read for all of them: what is of one person and one category stands side by side. */
  async function byCategory(
    people: readonly string[],
    categories: readonly string[],
  ): Promise<ReadonlyMap<string, readonly PersonFile[]>> {
    const prefixes = people.flatMap((employeeId) => categories.map((category) => fileKey(employeeId, `${category}-`)));
    const found = new Map<string, PersonFile[]>(people.map((employeeId) => [employeeId, []]));
    for (const [key, filed] of await shelf.people.startingWith(prefixes)) {
      const employeeId = personOf(key);
      found.get(employeeId)?.push(...fileIn(employeeId, streamOf(key), filed));
    }
    return new Map([...found].map(([employeeId, files]) => [employeeId, inStreams(files)]));
  }

  function fileIn(employeeId: string, stream: string, filed: readonly Filed[] | undefined): readonly PersonFile[] {
    const standing = filed === undefined ? [] : standingOf(knownOf(filed.map(personFiles.entry), clock), clock);
    return standing.length === 0 ? [] : [{ employeeId, stream, entries: standing }];
  }

  async function recordsOf(
    need: PeopleRecord<unknown>,
    people: readonly string[],
    streams: Map<string, Set<string>>,
  ): Promise<ReadonlyMap<string, unknown>> {
    const rows = new Map<string, unknown>();
    for (const [employeeId, files] of await filesOf(people, need.reads)) {
      const record = need.of(employeeId, files);
      if (record !== undefined) rows.set(employeeId, record);
      for (const { stream } of files) noted(streams, stream);
    }
    return rows;
  }

  /** Registers that are read whole are read once for all pages of people. */
  const whole = new Map<Register<unknown>, Lookup<unknown>>(registers);
  async function neededOf(need: Register<unknown>, people: PeopleAtHand): Promise<Lookup<unknown>> {
    if (need.neededBy !== undefined) return registerOf(need, need.neededBy(people));
    const found = whole.get(need) ?? (await registerOf(need, undefined));
    whole.set(need, found);
    return found;
  }

  async function registerOf<R>(register: Register<R>, ids: Iterable<string> | undefined): Promise<Lookup<R>> {
    const { category } = register;
    const files =
      ids === undefined
        ? await shelf.agency.startingWith(`${category}-`)
        : await shelf.agency.load([...new Set(ids)].sort().map((id) => `${category}-${id}`));
    const rows = new Map<string, R>();
    for (const [stream, entries] of files) {
      const id = idOf(stream);
      const record = register.of(id, standingOf(knownOf(entries.map(agencyFiles.entry), clock), clock));
      if (record !== undefined) rows.set(id, record);
    }
    return lookup(rows);
  }

  return {
    clock,
    shelf,
    register: registerOf,
    async lookups(needs, people, known) {
      const records = new Map<string, ReadonlyMap<string, unknown>>();
      const streams = new Map<string, Set<string>>();
      const atHand: PeopleAtHand = {
        records: <R>({ name }: { readonly name: string }) => (records.get(name)?.values() ?? []) as Iterable<R>,
        streams: (category) => streams.get(category) ?? [],
      };
      const found: Lookup<unknown>[] = [];
      for (const need of needs) {
        if (need.kind === 'register') {
          found.push(await neededOf(need, atHand));
          continue;
        }
        const rows = need.name === known?.name ? among(known.rows, people) : await recordsOf(need, people, streams);
        records.set(need.name, rows);
        found.push(lookup(rows));
      }
      return found;
    },
    async whole(employeeId) {
      const rows = await shelf.people.startingWith(fileKey(employeeId, ''));
      return inStreams(
        [...rows].flatMap(([key, filed]) => {
          const known = knownOf(filed.map(personFiles.entry), clock);
          return known.length === 0 ? [] : [{ employeeId, stream: streamOf(key), entries: known }];
        }),
      );
    },
  };
}

/** One file for each stream, in the order of streams: what lay in several drawers is put together in the order of its stream. */
function inStreams(files: readonly PersonFile[]): readonly PersonFile[] {
  return [...grouped(files, ({ stream }) => stream)]
    .flatMap(([, parts]): readonly PersonFile[] => {
      const [first, ...others] = parts;
      if (first === undefined || others.length === 0) return parts;
      const entries = parts.flatMap((part) => part.entries).sort((a, b) => a.revision - b.revision);
      return [{ ...first, entries }];
    })
    .sort((a, b) => (a.stream < b.stream ? -1 : 1));
}

function noted(streams: Map<string, Set<string>>, stream: string): void {
  const category = stream.slice(0, stream.indexOf('-'));
  const ids = streams.get(category);
  if (ids === undefined) streams.set(category, new Set([idOf(stream)]));
  else ids.add(idOf(stream));
}

function among(rows: ReadonlyMap<string, unknown>, people: readonly string[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const employeeId of people) {
    const record = rows.get(employeeId);
    if (record !== undefined) found.set(employeeId, record);
  }
  return found;
}

function lookup<R>(rows: ReadonlyMap<string, R>): Lookup<R> {
  return { rows, get: (id) => rows.get(id) };
}
