import { EventSourcingError } from '@pembinaan/event-sourcing';
import type { ClientRecordedEvent, LogPosition } from './client.js';

const DIGITS = 20;
const POSITION = /^(\d{20})-(\d{20})$/;
/** What a server sends as position of an event that it read from its stream and whose place in the log it does not know. */
const UNKNOWN = 2n ** 64n - 1n;

/**
 * A position as text that sorts: commit, then prepare, 20 digits each. Both are kept: a server can write several events under one
 * commit, and is asked for the next event by both numbers.
 */
export function formatLogPosition({ commit, prepare }: LogPosition): string {
  return `${digits(commit)}-${digits(prepare)}`;
}

/** The numbers behind a position of this store. */
export function parseLogPosition(position: string): LogPosition {
  const [, commit, prepare] = POSITION.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) {
    throw new RangeError(`'${position}' is not a position of this store.`);
  }
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/**
 * The position of an event, as text.
 * @throws EventSourcingError `store-unavailable` when the server does not tell it.
 */
export function positionOf(event: ClientRecordedEvent): string {
  const { position } = event;
  if (position === undefined || position.commit === UNKNOWN) {
    throw new EventSourcingError('store-unavailable', 'The server does not tell the position of an event.', {
      place: { stream: event.streamId, revision: Number(event.revision), eventId: event.id },
      todo: 'Use EventStoreDB 22.10 or newer, or KurrentDB.',
    });
  }
  return formatLogPosition(position);
}

function digits(value: bigint): string {
  return value.toString().padStart(DIGITS, '0');
}
