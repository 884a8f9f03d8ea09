import type { ServerDuplexStream } from '@grpc/grpc-js';
import { type Attempted, proposedEvent, refusalOfLost, tryAppend } from './append.js';
import type { AppendOutcome, Expected, ProposedEvent } from './event-log.js';
import type { LostReply } from './faults.js';
import { streamIdentifier, streamName, uuidText } from './identifiers.js';
import { refusalOf, requiresLeader, type ServerNode } from './node.js';
import { noLeaderKnown, type Refusal, serverNotReady } from './refusals.js';
import { Any, type BatchAppendReq, type BatchAppendResp, shared, status, streams, WellKnownEmpty } from './wire.js';

const UNTYPED_IN_A_BATCH: ReadonlySet<string> = new Set([serverNotReady().details, noLeaderKnown().details]);

interface OpenBatch {
  readonly stream: string;
  readonly expected: Expected;
  readonly deadline: Date | undefined;
  readonly events: ProposedEvent[];
}

/**
 * `BatchAppend`: one long call for all appends of a client. An append is one or more messages of one correlation id, the
 * last of them final, and its reply carries that id: replies come in the order of completion.
 */
export function batchAppendService(node: ServerNode) {
  return (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const open = new Map<string, OpenBatch>();
    let running = 0;
    let ended = false;
    call.on('error', () => {});
    call.on('data', (message: BatchAppendReq) => void take(message));
    call.on('end', () => {
      ended = true;
      if (running === 0) call.end();
    });

    const take = async (message: BatchAppendReq): Promise<void> => {
      const id = uuidText(message.getCorrelationId());
      const batch = open.get(id) ?? openBatch(message);
      open.set(id, batch);
      batch.events.push(...message.getProposedMessagesList().map(proposedEvent));
      if (!message.getIsFinal()) return;
      open.delete(id);
      running += 1;
      answer(message, batch, await attempt(batch));
      running -= 1;
      if (ended && running === 0) call.end();
    };

    const attempt = (batch: OpenBatch): Promise<Attempted | 'late'> => {
      const { stream, expected, events, deadline } = batch;
      // Servers look at the deadline when the append arrives; afterwards only their own timeouts count.
      if (deadline !== undefined && deadline <= new Date()) return Promise.resolve('late');
      const described = {
        method: 'batchAppend',
        stream,
        expected,
        events,
        requiresLeader: requiresLeader(call.metadata),
      } as const;
      return tryAppend(node, described, () =>
        call.cancelled ? 'cancelled' : refusalOf(node, call.metadata, 'append'),
      );
    };

    const answer = (message: BatchAppendReq, batch: OpenBatch, tried: Attempted | 'late'): void => {
      const reply = new streams.BatchAppendResp();
      reply.setCorrelationId(message.getCorrelationId());
      reply.setStreamIdentifier(streamIdentifier(batch.stream));
      if (tried === 'late') send(reply.setError(timeout()));
      else if (tried.result === 'refused') refuse(reply, tried.refusal);
      else if (tried.result === 'done' && tried.lost === undefined)
        send(withOutcome(reply, tried.outcome, batch.expected));
      else if (tried.result === 'done' && tried.lost !== undefined) lose(reply, tried.lost);
    };

    const lose = (reply: BatchAppendResp, lost: LostReply): void => {
      if (lost === 'cut') node.cut(call.getPeer());
      else if (lost === 'timeout') send(reply.setError(timeout()));
      else if (lost !== 'silence') fail(refusalOfLost(lost));
    };

    // Not every refusal ends the call: a node that is not ready says so for the one append, and without a typed detail.
    const refuse = (reply: BatchAppendResp, refusal: Refusal): void => {
      const maximum = refusal.metadata.get('maximum-append-size')[0];
      if (maximum !== undefined) send(reply.setError(tooLarge(Number(maximum))));
      else if (UNTYPED_IN_A_BATCH.has(refusal.details)) send(reply.setError(untyped(refusal.details)));
      else fail(refusal);
    };

    const send = (reply: BatchAppendResp): void => void (call.cancelled || call.write(reply));
    const fail = (refusal: Refusal): void => void call.emit('error', refusal);
  };
}

function openBatch(message: BatchAppendReq): OpenBatch {
  const options = message.getOptions();
  return {
    stream: streamName(options?.getStreamIdentifier()),
    expected: expectedBy(options),
    deadline: options?.getDeadline()?.toDate(),
    events: [],
  };
}

function expectedBy(options: BatchAppendReq.Options | undefined): Expected {
  if (options?.hasNoStream()) return 'no_stream';
  if (options?.hasStreamExists()) return 'stream_exists';
  return options?.hasStreamPosition() ? BigInt(options.getStreamPosition()) : 'any';
}

function withOutcome(reply: BatchAppendResp, outcome: AppendOutcome, expected: Expected): BatchAppendResp {
  if (outcome.result === 'conflict') return reply.setError(wrongVersion(outcome.current, expected));
  const success = new streams.BatchAppendResp.Success();
  if (outcome.revision === undefined) success.setNoStream(new WellKnownEmpty());
  else success.setCurrentRevision(outcome.revision.toString());
  if (outcome.position === undefined) return reply.setSuccess(success.setNoPosition(new WellKnownEmpty()));
  const position = new shared.AllStreamPosition();
  position.setCommitPosition(outcome.position.commit.toString());
  position.setPreparePosition(outcome.position.prepare.toString());
  return reply.setSuccess(success.setPosition(position));
}

function wrongVersion(current: bigint | undefined, expected: Expected) {
  const conflict = new shared.WrongExpectedVersion();
  if (current === undefined) conflict.setCurrentNoStream(new WellKnownEmpty());
  else conflict.setCurrentStreamRevision(current.toString());
  if (expected === 'any') conflict.setExpectedAny(new WellKnownEmpty());
  else if (expected === 'no_stream') conflict.setExpectedNoStream(new WellKnownEmpty());
  else if (expected === 'stream_exists') conflict.setExpectedStreamExists(new WellKnownEmpty());
  else conflict.setExpectedStreamPosition(expected.toString());
  return errorStatus('Wrong expected version.', conflict.serializeBinary(), 'event_store.client.WrongExpectedVersion');
}

const timeout = () => errorStatus('Timeout', new shared.Timeout().serializeBinary(), 'event_store.client.Timeout');

const untyped = (message: string) =>
  errorStatus(message, new WellKnownEmpty().serializeBinary(), 'google.protobuf.Empty');

function tooLarge(maximum: number) {
  const detail = new shared.MaximumAppendSizeExceeded();
  detail.setMaxappendsize(maximum);
  return errorStatus(
    `Maximum Append Size of ${maximum} Exceeded.`,
    detail.serializeBinary(),
    'event_store.client.MaximumAppendSizeExceeded',
  );
}

function errorStatus(message: string, detail: Uint8Array, type: string) {
  const any = new Any();
  any.pack(detail, type);
  return new status.Status().setMessage(message).setDetails(any);
}
