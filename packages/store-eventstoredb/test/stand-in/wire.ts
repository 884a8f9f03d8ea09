import { loadStubs } from './stub-realm.js';

/** Messages and services as the client package generated them. Each constant states what the file is known to export. */
export const streams: typeof import('@eventstore/db-client/generated/streams_pb.js') =
  loadStubs('../generated/streams_pb.js');
export const shared: typeof import('@eventstore/db-client/generated/shared_pb.js') =
  loadStubs('../generated/shared_pb.js');
export const status: typeof import('@eventstore/db-client/generated/status_pb.js') =
  loadStubs('../generated/status_pb.js');
export const gossip: typeof import('@eventstore/db-client/generated/gossip_pb.js') =
  loadStubs('../generated/gossip_pb.js');
export const features: typeof import('@eventstore/db-client/generated/serverfeatures_pb.js') = loadStubs(
  '../generated/serverfeatures_pb.js',
);
export const { StreamsService }: typeof import('@eventstore/db-client/generated/streams_grpc_pb.js') = loadStubs(
  '../generated/streams_grpc_pb.js',
);
export const { GossipService }: typeof import('@eventstore/db-client/generated/gossip_grpc_pb.js') = loadStubs(
  '../generated/gossip_grpc_pb.js',
);
export const { ServerFeaturesService }: typeof import('@eventstore/db-client/generated/serverfeatures_grpc_pb.js') =
  loadStubs('../generated/serverfeatures_grpc_pb.js');

// The well-known types come from the copy of google-protobuf that the stubs use.
export const { Any }: typeof import('google-protobuf/google/protobuf/any_pb.js') = loadStubs(
  'google-protobuf/google/protobuf/any_pb.js',
);
export const { Empty: WellKnownEmpty }: typeof import('google-protobuf/google/protobuf/empty_pb.js') = loadStubs(
  'google-protobuf/google/protobuf/empty_pb.js',
);

export type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
export type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  ReadReq,
  ReadResp,
} from '@eventstore/db-client/generated/streams_pb.js';
