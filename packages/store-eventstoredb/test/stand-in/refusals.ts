import { status as code, Metadata } from '@grpc/grpc-js';
import type { Endpoint } from './faults.js';

/** An error reply: gRPC status and the trailers in which a server says more exactly what is wrong. */
export interface Refusal {
  readonly code: code;
  readonly details: string;
  readonly metadata: Metadata;
}

export const serverNotReady = (): Refusal => refusal(code.UNAVAILABLE, 'Server Is Not Ready');

export const serverUnavailable = (): Refusal => refusal(code.UNAVAILABLE, 'The stand-in was told to be unavailable.');

export const cancelledByServer = (): Refusal => refusal(code.CANCELLED, 'The stand-in cancelled the call.');

/** What a server says when its own deadline has passed; a write may have been kept all the same. */
export const operationTimedOut = (): Refusal => refusal(code.ABORTED, 'Operation timed out: prepare timeout');

/** No credentials, or wrong ones. What a real server says in the details is not known to us. */
export const notAuthenticated = (): Refusal => refusal(code.UNAUTHENTICATED, 'The user is not known.');

export const notLeader = ({ address, port }: Endpoint): Refusal =>
  refusal(code.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': address,
    'leader-endpoint-port': String(port),
  });

export const noLeaderKnown = (): Refusal => refusal(code.UNKNOWN, 'No leader info available in response');

export const appendTooLarge = (maximum: number): Refusal =>
  refusal(code.INVALID_ARGUMENT, `Maximum Append Size of ${maximum} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maximum),
  });

export const unimplemented = (what: string): Refusal =>
  refusal(code.UNIMPLEMENTED, `The stand-in does not do ${what}.`);

export const invalidArgument = (details: string): Refusal => refusal(code.INVALID_ARGUMENT, details);

/**
 * Ends a subscription whose reader does not keep up. Servers of today do not do this: they fall back to reading the log
 * (see `subscription.ts`). What older ones and proxies send is not known to us; ABORTED is our choice.
 */
export const consumerTooSlow = (): Refusal => refusal(code.ABORTED, 'The consumer of the subscription is too slow.');

function refusal(code: code, details: string, trailers: Readonly<Record<string, string>> = {}): Refusal {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
}
