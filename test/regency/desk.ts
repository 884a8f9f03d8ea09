import { catalogue } from '@pembinaan/core';
import { type DomainEvent, type EventToAppend, type FactRef, streamName } from '@pembinaan/event-sourcing';
import { instantOf } from './days.js';
import type { Dice } from './dice.js';

/** One append: what a store takes, in the order of its arguments. */
export interface Append {
  readonly stream: string;
  readonly events: readonly EventToAppend[];
  readonly expected: 'none' | number;
}

/** A stream, with the revision of its last event; -1 before the first. */
export interface Stream {
  readonly name: string;
  revision: number;
}

/** Somebody who acts: an official, a civil servant, or a process of the library. */
export interface Person {
  readonly subjectId: string;
  readonly roles: readonly string[];
  /** The grant under which the person acts. */
  readonly authority?: { readonly id: string; readonly stream: Stream };
}

export interface HowDone {
  /** Streams that the decision rested on, besides the policy and the authority. */
  readonly facts?: readonly Stream[];
  /** The event from which it followed, where a process did it. */
  readonly follows?: { readonly eventId: string; readonly correlationId: string; readonly commandId: string };
  readonly corrects?: { readonly eventId: string; readonly reason: string };
}

/** Where acts become events: gives ids, actor, policy, facts and salt, and counts revisions. */
export interface Desk {
  /** The moment of what is written next. */
  moment: number;
  /** The version of the policy in force; undefined before the first. */
  policyVersion: string | undefined;
  readonly policy: Stream;
  /** One append: the result of one command, such as the import of a sheet with a line for each event. */
  write(stream: Stream, by: Person, events: readonly DomainEvent[], how?: HowDone): Append;
}

/** A stream before its first event. */
export function newStream(category: string, id: string): Stream {
  return { name: streamName(category, id), revision: -1 };
}

export function desk(dice: Dice): Desk {
  const versions = new Map(catalogue.map(({ type, version }) => [type, version]));
  const policy = newStream('policy', 'agency');
  const versionOf = (type: string): number => {
    const version = versions.get(type);
    if (version === undefined) throw new RangeError(`'${type}' is not in the catalogue of the domain.`);
    return version;
  };

  const made: Desk = {
    moment: 0,
    policyVersion: undefined,
    policy,
    write(stream, by, events, { facts = [], follows, corrects } = {}) {
      const occurredAt = instantOf(made.moment);
      const actor = {
        subjectId: by.subjectId,
        roles: by.roles,
        ...(by.authority !== undefined && { authorityId: by.authority.id }),
      };
      const relied: FactRef[] = [];
      for (const fact of [policy, ...(by.authority === undefined ? [] : [by.authority.stream]), ...facts]) {
        if (fact !== stream) relied.push({ stream: fact.name, revision: fact.revision });
      }
      const first = stream.revision + 1;
      stream.revision += events.length;
      const commandId = follows?.commandId ?? dice.id(21);
      return {
        stream: stream.name,
        expected: first === 0 ? 'none' : first - 1,
        events: events.map(
          ({ type, data }): EventToAppend => ({
            // As the library derives them, a UUID of version 5; drawn, because hashing would take a quarter of the time.
            id: dice.uuid(),
            type,
            schemaVersion: versionOf(type),
            occurredAt,
            data,
            metadata: {
              actor,
              correlationId: follows?.correlationId ?? commandId,
              causationId: follows?.eventId ?? commandId,
              commandId,
              ...(made.policyVersion !== undefined && { policyVersion: made.policyVersion }),
              facts: relied,
              ...(corrects !== undefined && { corrects }),
              salt: dice.id(22),
            },
          }),
        ),
      };
    },
  };
  return made;
}
