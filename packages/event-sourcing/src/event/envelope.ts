import type { Instant } from '../instant.js';
import type { DomainEvent } from './event.js';

/** Who acts: an opaque subject id, never a name or a civil-servant number. */
export interface Actor {
  readonly subjectId: string;
  readonly roles: readonly string[];
  /** The id of the authority (a dated grant) under which the subject acts. */
  readonly authorityId?: string;
}

/** A stream and the revision of it that a decision relied on; revision -1 says that the stream did not exist. */
export interface FactRef {
  readonly stream: string;
  readonly revision: number;
}

/** The event that a correction replaces, and why. */
export interface Correction {
  readonly eventId: string;
  readonly reason: string;
}

/** What is known about how an event came to be. Holds no personal data. */
export interface Metadata {
  readonly actor: Actor;
  /** The subject for whom the actor typed; both count as makers. */
  readonly onBehalfOf?: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly commandId: string;
  /** The version of the policy under which it was decided. */
  readonly policyVersion?: string;
  /** What was read from other streams in order to decide. */
  readonly facts: readonly FactRef[];
  readonly corrects?: Correction;
  /** 128 random bits (base64url), so that a hash of the event cannot be guessed. */
  readonly salt: string;
}

/** An event on its way into a store. */
export interface EventToAppend {
  /** A UUID derived from the command id and the place of the event in its result, so that a retry is the same event. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: Instant;
  readonly data: unknown;
  readonly metadata: Metadata;
}

/** An event as a store returns it. */
export interface RecordedEvent<T extends string = string, D = unknown> extends DomainEvent<T, D> {
  readonly id: string;
  readonly stream: string;
  /** Place in the stream, from 0, without gaps. */
  readonly revision: number;
  /** Place in the whole store: text that sorts, possibly with gaps. */
  readonly position: string;
  readonly schemaVersion: number;
  /** When it was true. */
  readonly occurredAt: Instant;
  /** When the store took it. */
  readonly recordedAt: Instant;
  readonly metadata: Metadata;
}

/** The recorded form of a (union of) events. */
export type Recorded<E> = E extends DomainEvent<infer T, infer D> ? RecordedEvent<T, D> : never;
