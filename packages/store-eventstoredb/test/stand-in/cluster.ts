import { createEventLog, type EventLog } from './event-log.js';
import type { Member, Role } from './node.js';
import { type StandIn, type StandInOptions, startStandIn } from './stand-in.js';

export interface ClusterOptions extends Omit<StandInOptions, 'port' | 'role' | 'members'> {
  /** Default 3. */
  readonly nodes?: number;
}

/** Some stand-ins that share one log: what one has committed all have, at once. */
export interface Cluster {
  readonly nodes: readonly StandIn[];
  readonly log: EventLog;
  /** `esdb://127.0.0.1:A,127.0.0.1:B,127.0.0.1:C?tls=false` */
  readonly url: string;
  /** The node that was elected, also while it is stopped; undefined while there is none. */
  readonly leader: StandIn | undefined;
  /** Makes a node the leader, or leaves the cluster without one. A new leader has forgotten the recent ids. */
  elect(node: StandIn | undefined): void;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';

export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const { nodes: size = 3, log = createEventLog(), ...rest } = options;
  const nodes: StandIn[] = [];
  let leader: StandIn | undefined;

  const members = (): readonly Member[] =>
    nodes.map((node) => ({
      instance: node.instance,
      endpoint: { address: HOST, port: node.port },
      state: stateOf(node),
    }));
  const stateOf = (node: StandIn): Member['state'] => {
    if (!node.running) return 'stopped';
    if (leader === undefined || !leader.running) return 'unknown';
    return node === leader ? 'leader' : 'follower';
  };
  const roleOf = (index: number): Role => {
    if (leader === undefined || !leader.running) return { is: 'follower', leader: undefined };
    return nodes[index] === leader
      ? { is: 'leader' }
      : { is: 'follower', leader: { address: HOST, port: leader.port } };
  };

  for (let index = 0; index < size; index += 1)
    nodes.push(await startStandIn({ ...rest, log, members, role: () => roleOf(index) }));
  leader = nodes[0];

  return {
    nodes,
    log,
    url: `esdb://${nodes.map(({ address }) => address).join(',')}?tls=false`,
    get leader() {
      return leader;
    },
    elect(node) {
      leader = node;
      log.forgetRecentIds();
    },
    stop: async () => void (await Promise.all(nodes.map((node) => node.stop()))),
  };
}
