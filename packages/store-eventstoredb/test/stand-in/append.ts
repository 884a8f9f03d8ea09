import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import type { AppendOutcome, Expected, ProposedEvent } from './event-log.js';
import type { LostReply } from './faults.js';
import { streamName, uuidText } from './identifiers.js';
import { pause, refusalOf, requiresLeader, type ServerNode } from './node.js';
import { appendTooLarge, cancelledByServer, operationTimedOut, type Refusal, serverUnavailable } from './refusals.js';
import { type AppendReq, type AppendResp, type BatchAppendReq, shared, streams } from './wire.js';

/** `Append`: one call for each append; the first message says where, the others are the events. */
export function appendService(node: ServerNode) {
  return (call: ServerReadableStream<AppendReq, AppendResp>, reply: sendUnaryData<AppendResp>): void => {
    const messages: AppendReq[] = [];
    call.on('data', (message: AppendReq) => messages.push(message));
    call.on('error', () => {});
    // A call that is broken off ends like one that is complete, and is only marked as cancelled behind that: without the wait
    // the events that came before would be a batch.
    call.on('end', () => setImmediate(() => setImmediate(() => void answer())));

    const answer = async (): Promise<void> => {
      const options = messages[0]?.getOptions();
      const stream = streamName(options?.getStreamIdentifier());
      const expected = expectedBy(options);
      const events = messages.flatMap((message) => message.getProposedMessage() ?? []).map(proposedEvent);
      const tried = await tryAppend(
        node,
        { method: 'append', stream, expected, events, requiresLeader: requiresLeader(call.metadata) },
        () =>
          call.cancelled || Number(call.getDeadline()) <= Date.now()
            ? 'cancelled'
            : refusalOf(node, call.metadata, 'append'),
      );
      if (tried.result === 'gone') return;
      if (tried.result === 'refused') return reply(tried.refusal);
      const { outcome, lost } = tried;
      if (lost === 'silence') return;
      if (lost === 'cut') return node.cut(call.getPeer());
      if (lost !== undefined) return reply(refusalOfLost(lost));
      reply(null, appendReply(outcome, expected));
    };
  };
}

export interface AppendAttempt {
  readonly method: 'append' | 'batchAppend';
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly ProposedEvent[];
  readonly requiresLeader: boolean;
}

export type Attempted =
  | { readonly result: 'gone' }
  | { readonly result: 'refused'; readonly refusal: Refusal }
  | { readonly result: 'done'; readonly outcome: AppendOutcome; readonly lost: LostReply | undefined };

/** Tries an append and writes it down. `refuse` is asked after the delay: what has changed meanwhile counts. */
export async function tryAppend(
  node: ServerNode,
  attempt: AppendAttempt,
  refuse: () => Refusal | 'cancelled' | undefined,
): Promise<Attempted> {
  const { method, stream, expected, events } = attempt;
  const note = (result: 'appended' | 'repeated' | 'conflict' | 'refused', answered: boolean): void =>
    node.journal.write({
      method,
      stream,
      expected,
      ids: events.map(({ id }) => id),
      requiresLeader: attempt.requiresLeader,
      result,
      answered,
    });

  if (node.faults.takeSilence()) {
    note('refused', false);
    return { result: 'gone' };
  }
  const delay = node.faults.takeDelay();
  if (delay !== undefined) await pause(delay);
  const refusal = refuse();
  if (refusal === 'cancelled') {
    note('refused', false);
    return { result: 'gone' };
  }
  const size = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
  if (refusal !== undefined || size > node.maxAppendSize) {
    note('refused', true);
    return { result: 'refused', refusal: refusal ?? appendTooLarge(node.maxAppendSize) };
  }
  const outcome = node.log.append(stream, expected, events);
  const lost = outcome.result === 'conflict' ? undefined : node.faults.takeLostReply();
  note(outcome.result, lost === undefined);
  return { result: 'done', outcome, lost };
}

export function refusalOfLost(lost: Exclude<LostReply, 'silence' | 'cut'>): Refusal {
  if (lost === 'cancelled') return cancelledByServer();
  return lost === 'unavailable' ? serverUnavailable() : operationTimedOut();
}

export function proposedEvent(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): ProposedEvent {
  const metadata = message.getMetadataMap();
  return {
    id: uuidText(message.getId()),
    type: metadata.get('type') ?? '',
    isJson: metadata.get('content-type') === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function expectedBy(options: AppendReq.Options | undefined): Expected {
  if (options?.hasNoStream()) return 'no_stream';
  if (options?.hasStreamExists()) return 'stream_exists';
  return options?.hasRevision() ? BigInt(options.getRevision()) : 'any';
}

function appendReply(outcome: AppendOutcome, expected: Expected): AppendResp {
  const reply = new streams.AppendResp();
  if (outcome.result === 'conflict') return reply.setWrongExpectedVersion(wrongVersion(outcome.current, expected));
  const success = new streams.AppendResp.Success();
  if (outcome.revision === undefined) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(outcome.revision.toString());
  if (outcome.position === undefined) return reply.setSuccess(success.setNoPosition(new shared.Empty()));
  const position = new streams.AppendResp.Position();
  position.setCommitPosition(outcome.position.commit.toString());
  position.setPreparePosition(outcome.position.prepare.toString());
  return reply.setSuccess(success.setPosition(position));
}

function wrongVersion(current: bigint | undefined, expected: Expected): AppendResp.WrongExpectedVersion {
  const conflict = new streams.AppendResp.WrongExpectedVersion();
  if (current === undefined) conflict.setCurrentNoStream(new shared.Empty());
  else conflict.setCurrentRevision(current.toString());
  if (expected === 'any') return conflict.setExpectedAny(new shared.Empty());
  if (expected === 'no_stream') return conflict.setExpectedNoStream(new shared.Empty());
  if (expected === 'stream_exists') return conflict.setExpectedStreamExists(new shared.Empty());
  return conflict.setExpectedRevision(expected.toString());
}
