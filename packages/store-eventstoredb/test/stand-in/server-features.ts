import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { ServerNode } from './node.js';
import { features } from './wire.js';

type SupportedMethods = InstanceType<typeof features.SupportedMethods>;

const STREAMS = 'event_store.client.streams.streams';

/** `ServerFeatures.GetSupportedMethods`: a client asks once for each connection, and appends in batches if it may. */
export function serverFeaturesService(node: ServerNode, version: string, batchAppend: boolean) {
  return (_call: ServerUnaryCall<unknown, SupportedMethods>, reply: sendUnaryData<SupportedMethods>): void => {
    node.journal.write({ method: 'serverFeatures' });
    const supported = new features.SupportedMethods();
    supported.setEventStoreServerVersion(version);
    supported.addMethods(method(STREAMS, 'read', ['position', 'events']));
    supported.addMethods(method(STREAMS, 'append', []));
    // The feature `deadline_duration` is not announced: the stubs of this package have no field for it.
    if (batchAppend) supported.addMethods(method(STREAMS, 'batchappend', []));
    supported.addMethods(method('event_store.client.gossip.gossip', 'read', []));
    reply(null, supported);
  };
}

function method(service: string, name: string, supports: string[]) {
  const described = new features.SupportedMethod();
  described.setServiceName(service);
  described.setMethodName(name);
  described.setFeaturesList(supports);
  return described;
}
