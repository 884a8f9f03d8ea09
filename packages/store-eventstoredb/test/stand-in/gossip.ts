import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { uuidMessage } from './identifiers.js';
import type { Member, ServerNode } from './node.js';
import { gossip } from './wire.js';

type ClusterInfo = InstanceType<typeof gossip.ClusterInfo>;

/** `Gossip.Read`: which nodes there are, and which of them leads. A client with a cluster URL asks it first. */
export function gossipService(node: ServerNode) {
  return (_call: ServerUnaryCall<unknown, ClusterInfo>, reply: sendUnaryData<ClusterInfo>): void => {
    node.journal.write({ method: 'gossip' });
    const cluster = new gossip.ClusterInfo();
    for (const member of node.members()) cluster.addMembers(memberMessage(member));
    reply(null, cluster);
  };
}

const { LEADER, FOLLOWER, UNKNOWN, SHUTDOWN } = gossip.MemberInfo.VNodeState;
const STATES = { leader: LEADER, follower: FOLLOWER, unknown: UNKNOWN, stopped: SHUTDOWN };

function memberMessage({ instance, endpoint, state }: Member) {
  const message = new gossip.MemberInfo();
  message.setInstanceId(uuidMessage(instance, false));
  message.setTimeStamp((BigInt(Date.now()) * 10_000n).toString());
  message.setIsAlive(state !== 'stopped');
  message.setState(STATES[state]);
  const httpEndpoint = new gossip.EndPoint();
  httpEndpoint.setAddress(endpoint.address);
  httpEndpoint.setPort(endpoint.port);
  return message.setHttpEndPoint(httpEndpoint);
}
