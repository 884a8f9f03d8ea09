export type {
  ClientAppended,
  ClientAppendOptions,
  ClientCallOptions,
  ClientCredentials,
  ClientEvent,
  ClientExpectation,
  ClientFilter,
  ClientRead,
  ClientReadAllOptions,
  ClientReadStreamOptions,
  ClientRecordedEvent,
  ClientResolvedEvent,
  ClientSubscribeOptions,
  ClientSubscription,
  EventStoreClient,
  LogPosition,
} from './client.js';
export { type EventStoreDbOptions, type EventStoreDbStore, eventStoreDb } from './event-store-db.js';
export type { Health, HealthState } from './health.js';
