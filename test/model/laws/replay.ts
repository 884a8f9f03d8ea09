import { pembinaan } from '@pembinaan/core';
import {
  type Command,
  categoryOf,
  type Decider,
  type DomainEvent,
  type EventStore,
  type FactReader,
  idOf,
  type RecordedEvent,
} from '@pembinaan/event-sourcing';
import { expect } from 'vitest';
import { type Agency, storeWith } from '../agency.js';
import { grouped } from './law.js';

/** A replay of the log gives the states that the deciders saw; so does a copy of the raw events in another store. */
export async function sameStatesAgain(agency: Agency): Promise<void> {
  const raw: readonly RecordedEvent[] = JSON.parse(JSON.stringify(agency.log));
  const copy = await storeWith(raw);
  for (const [stream, events] of grouped(raw, (event) => event.stream)) {
    for (const decider of decidersOf(stream)) {
      const seen = await stateIn(agency.store, decider, stream);
      expect(foldAnew(decider, events), `${stream}, folded anew from the log`).toEqual(seen);
      expect(await stateIn(copy, decider, stream), `${stream}, from a copy of the log`).toEqual(seen);
    }
  }
}

/** What was accepted last is sent again under the same ids: it is known, and nothing new is stored. */
export async function repeatedLeavesNothing(agency: Agency, count: number): Promise<void> {
  const head = await agency.store.head();
  for (const done of agency.done.slice(-count)) {
    const result = await agency.repeat(done);
    const ids = result.accepted && result.repeated ? result.events.map(({ id }) => id) : result;
    expect(ids, `${done.attempt.command.type} under the same id`).toEqual(done.events.map(({ id }) => id));
  }
  expect(await agency.store.head(), 'the head of the store after repetitions').toBe(head);
}

type AnyDecider = Decider<string, unknown, DomainEvent, Command>;

/** The deciders of a stream. Which states and events they have does not matter here. */
function decidersOf(stream: string): readonly AnyDecider[] {
  const all = pembinaan.deciders as unknown as readonly AnyDecider[];
  return all.filter(({ category }) => category === categoryOf(stream));
}

function foldAnew({ initialState, evolve, catalog }: AnyDecider, events: readonly RecordedEvent[]): unknown {
  return events.reduce((state, event) => evolve(state, catalog.decode(event)), initialState());
}

/** The state of a stream as a decision on that store would see it. */
async function stateIn(store: EventStore, decider: AnyDecider, stream: string): Promise<unknown> {
  const reader: FactReader = {
    store,
    relyOn: () => undefined,
    relyOnQuiet: () => undefined,
    takeTurn: async () => undefined,
    stamp: () => undefined,
  };
  return decider.at(idOf(stream)).load(reader);
}
