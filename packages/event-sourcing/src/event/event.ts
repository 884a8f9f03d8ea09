import type * as z from 'zod';

/** Something that happened, with its data, not yet stored. */
export interface DomainEvent<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
}

/** What a reader of the catalogue is told about an event type. */
export interface EventAbout {
  /** The number of the event in the catalogue of the domain, if there is one. */
  readonly number?: number;
  /** One sentence in English. */
  readonly en: string;
  /** One sentence in Indonesian. */
  readonly id: string;
  /** The regulation or practice from which the event stems. */
  readonly basis?: string;
}

/** One version of an event's payload, and how the version before it is lifted to it. */
export interface EventVersion {
  readonly schema: z.ZodType;
  readonly upcast?: (previous: unknown) => unknown;
}

/**
 * A kind of event: at once the constructor of such events, their TypeScript type, and the schema of every version that was ever stored.
 */
export interface EventType<T extends string, S extends z.ZodType> {
  (data: z.output<S>): DomainEvent<T, z.output<S>>;
  /**
   * The event from plain data, such as literals in a test: validated, which gives ids and dates their types.
   * @throws z.ZodError
   */
  of(plain: z.input<S>): DomainEvent<T, z.output<S>>;
  readonly type: T;
  /** The schema of the present version. */
  readonly schema: S;
  /** The version that is written now; versions count from 1. */
  readonly version: number;
  /** Schemas from version 1 to the present one. */
  readonly versions: readonly EventVersion[];
  readonly about: EventAbout | undefined;
  /** The same event type with its description. */
  describe(about: EventAbout): EventType<T, S>;
  /** Tells two events of the same thing, where events of this type can be corrected. */
  readonly identity: ((data: z.output<S>) => string) | undefined;
  /**
   * Lets a correction replace an earlier event of this type that tells of the same thing, such as the same measurement.
   * Without it, events of this type cannot be corrected: states and views would not know what to replace.
   */
  correctable(identity: (data: z.output<S>) => string): EventType<T, S>;
  /**
   * The next version of the payload, with the upcaster that lifts the present one to it.
   * The number is counted, so that gaps and duplicates cannot be written; an upcaster that forgets a field does not compile.
   */
  next<N extends z.ZodType, const R extends z.input<N>>(
    schema: N,
    upcast: (previous: z.output<S>) => R,
  ): EventType<T, N>;
}

/** Any event type, where only its description matters. */
export interface AnyEventType {
  readonly type: string;
  readonly version: number;
  readonly versions: readonly EventVersion[];
  readonly about: EventAbout | undefined;
  readonly identity: ((data: never) => string) | undefined;
}

/** The event that a definition stands for: `EventOf<typeof BatchScheduled>`. */
export type EventOf<E> = E extends EventType<infer T, infer S> ? DomainEvent<T, z.output<S>> : never;

/** The union of the events of a list of definitions. */
export type EventsOf<E extends readonly AnyEventType[]> = EventOf<E[number]>;

/** The member of a union of events (or commands) with that type. */
export type OfType<U extends { readonly type: string }, K> = Extract<U, { readonly type: K }>;

const TYPE_NAME = /^[A-Z][A-Za-z0-9]{0,99}$/;

/**
 * Defines an event; everything else (type, version, validation, documentation, test data) derives from the definition.
 *
 * ```ts
 * const SessionRecorded = event('SessionRecorded', z.strictObject({ hours: z.number() }))
 *   .next(z.strictObject({ minutes: z.int() }), (v1) => ({ minutes: Math.round(v1.hours * 60) }));
 * SessionRecorded({ minutes: 90 });
 * ```
 *
 * Use strict objects: a field that the schema does not know is then an error instead of a silent loss.
 * Schemas of events must not transform: what was validated is what is stored.
 */
export function event<const T extends string, S extends z.ZodType>(type: T, schema: S): EventType<T, S> {
  if (!TYPE_NAME.test(type)) {
    throw new TypeError(`'${type}' cannot name an event: use a past-tense name in PascalCase, such as BatchScheduled.`);
  }
  return define(type, schema, [{ schema }], {});
}

interface Details<S extends z.ZodType> {
  readonly about?: EventAbout;
  readonly identity?: (data: z.output<S>) => string;
}

function define<T extends string, S extends z.ZodType>(
  type: T,
  schema: S,
  versions: readonly EventVersion[],
  details: Details<S>,
): EventType<T, S> {
  const construct = (data: z.output<S>): DomainEvent<T, z.output<S>> => ({ type, data });
  const { about, identity } = details;
  return Object.assign(construct, {
    type,
    of: (plain: z.input<S>) => construct(schema.parse(plain)),
    schema,
    version: versions.length,
    versions,
    about,
    identity,
    describe: (sentence: EventAbout) => define(type, schema, versions, { ...details, about: sentence }),
    correctable: (same: (data: z.output<S>) => string) =>
      define(type, schema, versions, { ...details, identity: same }),
    next: <N extends z.ZodType>(next: N, upcast: (previous: z.output<S>) => unknown) =>
      define(
        type,
        next,
        [...versions, { schema: next, upcast: upcast as EventVersion['upcast'] & object }],
        about === undefined ? {} : { about },
      ),
  });
}
