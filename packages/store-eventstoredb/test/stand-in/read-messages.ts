import type { LogPosition, StoredEvent } from './event-log.js';
import { streamIdentifier, uuidMessage } from './identifiers.js';
import { type ReadResp, shared, streams } from './wire.js';

const TICKS_PER_MILLISECOND = 10_000n;

export interface EventForm {
  /** Whether ids are two numbers and not text. */
  readonly structuredIds: boolean;
  readonly tellsPosition: boolean;
}

/** What servers write where they do not know a position. */
const NO_POSITION = (2n ** 64n - 1n).toString();

export function eventMessage(event: StoredEvent, { structuredIds, tellsPosition }: EventForm): ReadResp {
  const record = new streams.ReadResp.ReadEvent.RecordedEvent();
  record.setId(uuidMessage(event.id, structuredIds));
  record.setStreamIdentifier(streamIdentifier(event.stream));
  record.setStreamRevision(event.revision.toString());
  record.setCommitPosition(tellsPosition ? event.position.commit.toString() : NO_POSITION);
  record.setPreparePosition(tellsPosition ? event.position.prepare.toString() : NO_POSITION);
  const ticks = BigInt(event.created.getTime()) * TICKS_PER_MILLISECOND;
  record
    .getMetadataMap()
    .set('type', event.type)
    .set('created', ticks.toString())
    .set('content-type', event.isJson ? 'application/json' : 'application/octet-stream');
  record.setData(event.data);
  record.setCustomMetadata(event.metadata);
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(record);
  if (tellsPosition) read.setCommitPosition(event.position.commit.toString());
  else read.setNoPosition(new shared.Empty());
  return new streams.ReadResp().setEvent(read);
}

export function streamNotFound(name: string): ReadResp {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(streamIdentifier(name));
  return new streams.ReadResp().setStreamNotFound(missing);
}

export function lastRevision(revision: bigint): ReadResp {
  return new streams.ReadResp().setLastStreamPosition(revision.toString());
}

export function confirmation(id: string): ReadResp {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(id);
  return new streams.ReadResp().setConfirmation(confirmed);
}

export function checkpoint({ commit, prepare }: LogPosition): ReadResp {
  const reached = new streams.ReadResp.Checkpoint();
  reached.setCommitPosition(commit.toString());
  reached.setPreparePosition(prepare.toString());
  return new streams.ReadResp().setCheckpoint(reached);
}

export const caughtUp = (): ReadResp => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export const fellBehind = (): ReadResp => new streams.ReadResp().setFellBehind(new streams.ReadResp.FellBehind());
