import type { ServerWritableStream } from '@grpc/grpc-js';
import type { JournalledRead } from './journal.js';
import { pause, type ServerNode } from './node.js';
import type { Refusal } from './refusals.js';
import type { ReadReq, ReadResp } from './wire.js';

/** The side of a read that talks to the client: it waits for a slow one, and carries out the faults of reads. */
export interface ReadReply {
  /** Resolves when there is room for more; false when the call is over. */
  send(message: ReadResp): Promise<boolean>;
  sendEvent(message: ReadResp): Promise<boolean>;
  sendCheckpoint(message: ReadResp): Promise<boolean>;
  refuse(refusal: Refusal, as?: 'refused' | 'dropped'): void;
  end(): void;
  readonly over: boolean;
  /** How many messages were sent when the client left no room for more; undefined while there is some. */
  readonly fullAt: number | undefined;
  /** Calls back once, when the call ends for whatever reason; returns what takes that back. */
  onOver(listener: () => void): () => void;
}

/** Milliseconds in which what was sent leaves the process, so that a cut comes behind it. */
const FLUSH = 20;

export function openReply(
  node: ServerNode,
  call: ServerWritableStream<ReadReq, ReadResp>,
  described: Omit<JournalledRead, 'sent' | 'checkpoints' | 'ended'>,
): ReadReply {
  const entry = node.journal.open(described);
  const listeners = new Set<() => void>();
  const cutAfter = node.faults.takeCut();
  let messages = 0;
  let sent = 0;
  let checkpoints = 0;
  let over = false;
  let fullAt: number | undefined;

  const finish = (ended: JournalledRead['ended']): void => {
    if (over) return;
    over = true;
    entry.update({ ended });
    for (const listener of listeners) listener();
  };
  call.on('cancelled', () => finish('cancelled'));
  call.on('close', () => finish('cancelled'));
  call.on('error', () => finish('cancelled'));

  const roomOrEnd = (): Promise<void> =>
    new Promise((resolve) => {
      fullAt = messages;
      const done = (): void => {
        fullAt = undefined;
        call.off('drain', done);
        forget();
        resolve();
      };
      call.once('drain', done);
      const forget = reply.onOver(done);
    });

  const reply: ReadReply = {
    async send(message) {
      const delay = node.faults.takeDelay();
      if (delay !== undefined) await pause(delay);
      if (over) return false;
      if (cutAfter !== undefined && messages >= cutAfter) {
        node.faults.strike('cutAfter');
        finish('cut');
        await pause(FLUSH);
        node.cut(call.getPeer());
        return false;
      }
      messages += 1;
      if (!call.write(message)) await roomOrEnd();
      return !over;
    },
    async sendEvent(message) {
      const delivered = await reply.send(message);
      if (delivered) sent += 1;
      entry.update({ sent });
      return delivered;
    },
    async sendCheckpoint(message) {
      const delivered = await reply.send(message);
      if (delivered) checkpoints += 1;
      entry.update({ checkpoints });
      return delivered;
    },
    refuse(refusal, as = 'refused') {
      if (over) return;
      finish(as);
      call.emit('error', refusal);
    },
    end() {
      if (over) return;
      finish('complete');
      call.end();
    },
    get over() {
      return over;
    },
    get fullAt() {
      return fullAt;
    },
    onOver(listener) {
      listeners.add(listener);
      if (over) queueMicrotask(listener);
      return () => listeners.delete(listener);
    },
  };
  return reply;
}
