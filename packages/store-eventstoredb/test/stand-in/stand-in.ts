import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { appendService } from './append.js';
import { batchAppendService } from './batch-append.js';
import type { Certificates } from './certificates.js';
import { createConnections } from './connections.js';
import { createEventLog, type EventLog } from './event-log.js';
import { createFaults, type Faults } from './faults.js';
import { gossipService } from './gossip.js';
import { type CallJournal, createJournal } from './journal.js';
import type { Member, Role, ServerNode, User } from './node.js';
import { readService } from './read.js';
import { unimplemented } from './refusals.js';
import { serverFeaturesService } from './server-features.js';
import { GossipService, ServerFeaturesService, StreamsService } from './wire.js';

export interface StandInOptions {
  /** The log to serve: nodes of a cluster share one. Default: a new one. */
  readonly log?: EventLog;
  /** Default: a free port. */
  readonly port?: number;
  /** Whether it offers batch append, as servers do since 21.10. Default true. */
  readonly batchAppend?: boolean;
  /** Version that it says it has. Default `24.10.0`. */
  readonly version?: string;
  /** Largest append in bytes of data and metadata. Default 1 MiB, as on a server. */
  readonly maxAppendSize?: number;
  /** How many events may wait for a live subscription before the server turns back to reading the log. Default 32. */
  readonly liveBuffer?: number;
  /** Whether it says `fellBehind` then. Servers up to 24.10 know the message and do not send it. Default false. */
  readonly announcesFallingBehind?: boolean;
  /** Whether an event read from its stream says where it stands in $all; older servers send 2^64-1. Default true. */
  readonly positionsInStreams?: boolean;
  /** How many calls the journal keeps. Default 10,000. */
  readonly journalSize?: number;
  /** Speaks TLS with this certificate (see `certificates.ts`). Default: no TLS. */
  readonly tls?: Certificates;
  /** The only user it lets append and read. Default: anybody, as a server that runs insecure. */
  readonly user?: User;
  /** What it is within a cluster. Default: a single node, which leads. */
  readonly role?: () => Role;
  /** Default: itself alone. */
  readonly members?: () => readonly Member[];
}

export interface StandIn {
  readonly port: number;
  /** `127.0.0.1:PORT` */
  readonly address: string;
  /** `esdb://127.0.0.1:PORT?tls=false`; with TLS a client needs the `tlsCAFile` of the authority besides. */
  readonly url: string;
  readonly instance: string;
  readonly log: EventLog;
  readonly faults: Faults;
  readonly journal: CallJournal;
  readonly running: boolean;
  /** Closes the port and cuts all connections. The log stays. */
  stop(): Promise<void>;
  /** Stops, waits so many milliseconds, and serves the same log on the same port; recent ids are forgotten. */
  restart(downFor?: number): Promise<void>;
}

const HOST = '127.0.0.1';

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { log = createEventLog(), batchAppend = true, version = '24.10.0' } = options;
  const instance = randomUUID();
  const connections = createConnections(credentialsOf(options.tls));
  const journal = createJournal(options.journalSize ?? 10_000);
  const faults = createFaults(connections.cut);
  const alone = (): readonly Member[] => [{ instance, endpoint: { address: HOST, port }, state: 'leader' }];
  const node: ServerNode = {
    log,
    faults,
    journal,
    maxAppendSize: options.maxAppendSize ?? 1024 * 1024,
    liveBuffer: options.liveBuffer ?? 32,
    announcesFallingBehind: options.announcesFallingBehind ?? false,
    positionsInStreams: options.positionsInStreams ?? true,
    user: options.user,
    role: options.role ?? (() => ({ is: 'leader' })),
    members: options.members ?? alone,
    cut: connections.cutPeer,
  };

  let server: Server | undefined;
  const start = (at: number): Promise<number> => {
    server = serve(node, version, batchAppend);
    return connections.open(server, at);
  };
  const stop = async (): Promise<void> => {
    await connections.close();
    server?.forceShutdown();
    server = undefined;
  };

  const port = await start(options.port ?? 0);
  return {
    port,
    address: `${HOST}:${port}`,
    url: `esdb://${HOST}:${port}?tls=${options.tls !== undefined}`,
    instance,
    log,
    faults,
    journal,
    get running() {
      return server !== undefined;
    },
    stop,
    async restart(downFor = 0) {
      await stop();
      log.forgetRecentIds();
      if (downFor > 0) await new Promise((resolve) => setTimeout(resolve, downFor));
      await start(port);
    },
  };
}

function credentialsOf(tls: Certificates | undefined): ServerCredentials {
  if (tls === undefined) return ServerCredentials.createInsecure();
  const { certificate, privateKey } = tls;
  return ServerCredentials.createSsl(null, [
    { cert_chain: Buffer.from(certificate), private_key: Buffer.from(privateKey) },
  ]);
}

function serve(node: ServerNode, version: string, batchAppend: boolean): Server {
  const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
  server.addService(StreamsService, {
    read: readService(node),
    append: appendService(node),
    batchAppend: batchAppendService(node),
    delete: refusing(node, 'delete'),
    tombstone: refusing(node, 'tombstone'),
  });
  server.addService(GossipService, { read: gossipService(node) });
  server.addService(ServerFeaturesService, { getSupportedMethods: serverFeaturesService(node, version, batchAppend) });
  return server;
}

function refusing(node: ServerNode, method: 'delete' | 'tombstone') {
  return (_call: ServerUnaryCall<unknown, unknown>, reply: sendUnaryData<unknown>): void => {
    node.journal.write({ method });
    reply(unimplemented(method));
  };
}
