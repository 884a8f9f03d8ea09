import type { Metadata } from '@grpc/grpc-js';
import type { EventLog } from './event-log.js';
import type { Endpoint, FaultPlan } from './faults.js';
import type { JournalWriter } from './journal.js';
import {
  noLeaderKnown,
  notAuthenticated,
  notLeader,
  type Refusal,
  serverNotReady,
  serverUnavailable,
} from './refusals.js';

/** What the services of one node share. */
export interface ServerNode {
  readonly log: EventLog;
  readonly faults: FaultPlan;
  readonly journal: JournalWriter;
  /** Largest append in bytes of data and metadata. */
  readonly maxAppendSize: number;
  /** Says `fellBehind` when a subscription turns from live to reading the log. */
  readonly announcesFallingBehind: boolean;
  /** How many events may wait for a live subscription before it turns to reading the log. */
  readonly liveBuffer: number;
  /** Whether an event read from its stream says where it stands in the log. */
  readonly positionsInStreams: boolean;
  /** The only user that may append and read; undefined when anybody may. */
  readonly user: User | undefined;
  readonly role: () => Role;
  readonly members: () => readonly Member[];
  /** Destroys the connection that a call came over. */
  readonly cut: (peer: string) => void;
}

export interface User {
  readonly username: string;
  readonly password: string;
}

export type Role = { readonly is: 'leader' } | { readonly is: 'follower'; readonly leader: Endpoint | undefined };

export interface Member {
  readonly instance: string;
  readonly endpoint: Endpoint;
  /** `unknown` is a node that has no leader. */
  readonly state: 'leader' | 'follower' | 'unknown' | 'stopped';
}

/** Why a call to read or append cannot be taken now; undefined when it can. Uses up armed faults. */
export function refusalOf(node: ServerNode, metadata: Metadata, kind: 'read' | 'append'): Refusal | undefined {
  if (!isAllowed(node.user, metadata)) return notAuthenticated();
  if (node.faults.takeUnavailable()) return serverUnavailable();
  if (node.faults.takeNotReady()) return serverNotReady();
  const forced = node.faults.takeNotLeader();
  if (forced !== undefined) return forced.leader === undefined ? noLeaderKnown() : notLeader(forced.leader);
  const role = node.role();
  if (role.is === 'leader') return undefined;
  // A follower serves reads, and hands appends on to the leader, unless the client insists on the leader.
  if (role.leader === undefined && kind === 'append') return serverNotReady();
  if (!requiresLeader(metadata)) return undefined;
  return role.leader === undefined ? noLeaderKnown() : notLeader(role.leader);
}

function isAllowed(user: User | undefined, metadata: Metadata): boolean {
  if (user === undefined) return true;
  const basic = `Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`;
  return metadata.get('authorization').includes(basic);
}

export function requiresLeader(metadata: Metadata): boolean {
  return metadata.get('requires-leader').some((value) => String(value).toLowerCase() === 'true');
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
