import {
  type AppendOptions,
  admit,
  categoryOf,
  type EventToAppend,
  type ExpectedRevision,
  type Instant,
  parsePosition,
} from '@pembinaan/event-sourcing';

/** An append that may be written: nothing in it can still be refused for its form, or be changed by its caller. */
export interface Admitted {
  readonly stream: string;
  readonly category: string;
  readonly first: EncodedEvent;
  /** All events, the first among them. */
  readonly events: readonly EncodedEvent[];
  readonly expected: ExpectedRevision;
  readonly facts: NonNullable<AppendOptions['facts']>;
  /** Types that must have been quiet after a position; 0 is the beginning. */
  readonly quiet: readonly { readonly after: number; readonly types: readonly string[] }[];
}

/** An event as its row holds it. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: Instant;
  /** JSON. */
  readonly data: string;
  /** JSON. */
  readonly metadata: string;
}

/**
 * Refuses what cannot be stored, and encodes the rest.
 * @throws EventSourcingError `invalid-append`, `not-plain-json`; RangeError for a position that is none of this store.
 */
export function admitted(
  stream: string,
  events: readonly EventToAppend[],
  expected: ExpectedRevision,
  { facts = [], quiet = [] }: AppendOptions = {},
): Admitted {
  admit(stream, events, expected);
  const encoded = events.map(encodedEvent);
  const [first] = encoded;
  if (first === undefined) throw new RangeError('An append without events was admitted.');
  return {
    stream,
    category: categoryOf(stream),
    first,
    events: encoded,
    expected,
    facts,
    quiet: quiet.map(({ after, types }) => ({ after: after === undefined ? 0 : parsePosition(after), types })),
  };
}

function encodedEvent({ id, type, schemaVersion, occurredAt, data, metadata }: EventToAppend): EncodedEvent {
  return { id, type, schemaVersion, occurredAt, data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
}
