export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/**
 * How a committed append goes unanswered: `silence` leaves the call open, `cut` destroys the connection, the others end
 * the call with that error (`timeout` is what a server says that could not replicate in time, and may have kept the events).
 */
export type LostReply = 'silence' | 'cut' | 'cancelled' | 'unavailable' | 'timeout';

export type FaultName =
  | 'dropReplyAfterCommit'
  | 'cutStreams'
  | 'cutAfter'
  | 'delay'
  | 'notLeader'
  | 'notReady'
  | 'unavailable'
  | 'silence'
  | 'dropSlowConsumers';

/** Faults of one node. Each is armed for a number of calls, and counts how often it struck. */
export interface Faults {
  /** Keeps the next appends and loses the reply. */
  dropReplyAfterCommit(times?: number, how?: LostReply): void;
  /** Destroys every connection now; the port stays open. Counts the connections. */
  cutStreams(): void;
  /** Destroys the connection of the next reads or subscriptions after so many messages (events, checkpoints, all). */
  cutAfter(messages: number, times?: number): void;
  /** Waits so many milliseconds before each append is committed and before each message of a read is sent. */
  delay(milliseconds: number, times?: number): void;
  /** Refuses the next calls and names the leader; without one, says that no leader is known. */
  notLeader(leader?: Endpoint, times?: number): void;
  /** Refuses the next calls as a node does that is starting. */
  notReady(times?: number): void;
  /** Refuses the next appends, reads and subscriptions before anything is done. See also `StandIn.stop`. */
  unavailable(times?: number): void;
  /** Takes the next reads, subscriptions and appends and never answers; nothing is committed. */
  silence(times?: number): void;
  /** Ends a subscription that was live once, when its client takes nothing for a quarter of a second and more than so many events wait. */
  dropSlowConsumers(bufferSize: number): void;
  /** Disarms all, and keeps the counts. */
  clear(): void;
  /** How often each fault struck. */
  readonly struck: Readonly<Record<FaultName, number>>;
}

/** The side of the faults that the services ask. Each `take` uses up one call. */
export interface FaultPlan extends Faults {
  takeLostReply(): LostReply | undefined;
  takeCut(): number | undefined;
  takeDelay(): number | undefined;
  takeNotLeader(): { readonly leader: Endpoint | undefined } | undefined;
  takeNotReady(): boolean;
  takeUnavailable(): boolean;
  takeSilence(): boolean;
  readonly slowConsumerLimit: number | undefined;
  strike(name: FaultName, times?: number): void;
}

export function createFaults(cutConnections: () => number): FaultPlan {
  const struck: Record<FaultName, number> = {
    dropReplyAfterCommit: 0,
    cutStreams: 0,
    cutAfter: 0,
    delay: 0,
    notLeader: 0,
    notReady: 0,
    unavailable: 0,
    silence: 0,
    dropSlowConsumers: 0,
  };
  const slots = {
    lostReply: slot<LostReply>(),
    cut: slot<number>(),
    delay: slot<number>(),
    notLeader: slot<{ readonly leader: Endpoint | undefined }>(),
    notReady: slot<true>(),
    unavailable: slot<true>(),
    silence: slot<true>(),
  };
  let slowConsumerLimit: number | undefined;
  const strike = (name: FaultName, times = 1): void => {
    struck[name] += times;
  };
  const counted = <T>(name: FaultName, value: T | undefined): T | undefined => {
    if (value !== undefined) strike(name);
    return value;
  };

  return {
    struck,
    strike,
    dropReplyAfterCommit: (times = 1, how = 'silence') => slots.lostReply.arm(how, times),
    cutStreams: () => strike('cutStreams', cutConnections()),
    cutAfter: (messages, times = 1) => slots.cut.arm(messages, times),
    delay: (milliseconds, times = Number.POSITIVE_INFINITY) => slots.delay.arm(milliseconds, times),
    notLeader: (leader, times = 1) => slots.notLeader.arm({ leader }, times),
    notReady: (times = 1) => slots.notReady.arm(true, times),
    unavailable: (times = 1) => slots.unavailable.arm(true, times),
    silence: (times = 1) => slots.silence.arm(true, times),
    dropSlowConsumers(bufferSize) {
      slowConsumerLimit = bufferSize;
    },
    clear() {
      for (const each of Object.values(slots)) each.disarm();
      slowConsumerLimit = undefined;
    },
    takeLostReply: () => counted('dropReplyAfterCommit', slots.lostReply.take()),
    takeCut: () => slots.cut.take(),
    takeDelay: () => counted('delay', slots.delay.take()),
    takeNotLeader: () => counted('notLeader', slots.notLeader.take()),
    takeNotReady: () => counted('notReady', slots.notReady.take()) ?? false,
    takeUnavailable: () => counted('unavailable', slots.unavailable.take()) ?? false,
    takeSilence: () => counted('silence', slots.silence.take()) ?? false,
    get slowConsumerLimit() {
      return slowConsumerLimit;
    },
  };
}

interface Slot<T> {
  arm(value: T, times: number): void;
  take(): T | undefined;
  disarm(): void;
}

function slot<T>(): Slot<T> {
  let armed: T | undefined;
  let left = 0;
  return {
    arm(value, times) {
      armed = value;
      left = times;
    },
    take() {
      if (left <= 0) return undefined;
      left -= 1;
      return armed;
    },
    disarm() {
      left = 0;
    },
  };
}
