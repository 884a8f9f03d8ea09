/**
 * A stand-in for an EventStoreDB or KurrentDB server, in the process of the test, over real gRPC.
 *
 * ```ts
 * const server = await startStandIn();
 * const client = EventStoreDBClient.connectionString(server.url);
 * server.faults.dropReplyAfterCommit();            // the next append is kept, and never answered
 * expect(server.journal.appends()).toHaveLength(1);
 * await server.stop();
 * ```
 *
 * It behaves as a server of 24.10 does, as far as its documentation and source tell; where we do not know, a comment says so.
 * It runs beside the client of EventStoreDB or that of Kurrent (see `stub-realm.ts`). The two clients must not share a
 * process: tests of the second run in one of their own (`own-process.ts`).
 */
export { type Certificates, makeCertificates } from './certificates.js';
export { type Cluster, type ClusterOptions, startCluster } from './cluster.js';
export type { AppendOutcome, Expected, LogPosition, ProposedEvent, StoredEvent } from './event-log.js';
export { createEventLog, type EventLog, type EventLogOptions } from './event-log.js';
export type { Endpoint, FaultName, Faults, LostReply } from './faults.js';
export type { CallJournal, JournalledAppend, JournalledCall, JournalledRead } from './journal.js';
export type { User } from './node.js';
export { type StandIn, type StandInOptions, startStandIn } from './stand-in.js';
