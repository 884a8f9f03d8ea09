export {
  type AnyCommandType,
  type Command,
  type CommandOf,
  type CommandType,
  command,
  type IssuedCommand,
  type IssuedOf,
} from './decider/command.js';
export { type AnyDecider, type Decider, type Decision, decider, Refused, throwing } from './decider/decider.js';
export { type GeneralRestriction, type Restriction, restrict, restrictAll, restriction } from './decider/restrict.js';
export { type AnyRule, type Bilingual, isRejection, type Rejection, type Rule, rule } from './decider/rule.js';
export { type StreamState, stream } from './decider/stream-state.js';
export { type ErrorCode, type ErrorPlace, EventSourcingError, isEventSourcingError } from './errors.js';
export type { Actor, Correction, EventToAppend, FactRef, Metadata, Recorded, RecordedEvent } from './event/envelope.js';
export {
  type AnyEventType,
  type DomainEvent,
  type EventAbout,
  type EventOf,
  type EventsOf,
  type EventType,
  type EventVersion,
  event,
  type OfType,
} from './event/event.js';
export { type DecodeOptions, type EventCatalog, eventCatalog } from './event/event-catalog.js';
export { correctionOf, type DecodeMetadata, withMetadataOnDemand } from './event/metadata-on-demand.js';
export { type FactReader, type FactRequest, type FactRequests, type FactValues, fact } from './facts/fact.js';
export {
  type Entry,
  type EntryOf,
  type Filed,
  type KeptFields,
  withFields,
} from './files/entry.js';
export { type EventFiles, type EventFilesShape, eventFiles } from './files/event-files.js';
export { correctedIn, isKnown, type Knowledge, knownOf } from './files/known.js';
export { filledTo, type Rows, rowsIn, rowsOf } from './files/rows.js';
export type { CommandContext } from './handling/command-context.js';
export { type Dispatcher, type DispatcherOptions, dispatcher } from './handling/dispatcher.js';
export { eventId } from './handling/event-id.js';
export { type Accepted, type Declined, type Handled, handle } from './handling/handle.js';
export { type Runtime, systemRuntime } from './handling/runtime.js';
export { type Instant, isInstant } from './instant.js';
export { assertPlainJson, type Json, type JsonObject } from './json.js';
export { type MemoryStoreOptions, memoryStore } from './memory-store/memory-store.js';
export {
  type Consequence,
  consequenceId,
  type Process,
  type ProcessFacts,
  process,
  type Reactions,
} from './process/process.js';
export {
  type ConsequenceRecord,
  type Processor,
  type ProcessorOptions,
  type ProcessRun,
  processor,
} from './process/processor.js';
export { type AsOfOptions, asOf, readOn, replay, replayAll, type View, type ViewsOf } from './projection/as-of.js';
export { foldPage, type Touched } from './projection/fold.js';
export { memoryTarget } from './projection/memory-target.js';
export type { ProjectedView } from './projection/projected-view.js';
export {
  type Projection,
  type ProjectionHandlers,
  type ProjectionShape,
  projection,
  type RowOf,
} from './projection/projection.js';
export { type Projector, projector } from './projection/projector.js';
export { PROJECTOR_STATES, type ProjectorState, type ProjectorStatus } from './projection/projector-status.js';
export { type ProjectorOptions, type Projectors, projectors } from './projection/projectors.js';
export {
  type AnyReadModel,
  type ReadModel,
  type ReadModelShape,
  readModel,
  viewOver,
} from './projection/read-model.js';
export type { Replayed } from './projection/replay-parked.js';
export {
  buildsOn,
  type Checkpoint,
  type Generation,
  type ParkedEvent,
  type ViewChange,
  type ViewTarget,
  viewMoved,
} from './projection/view-target.js';
export { admit } from './store/admission.js';
export {
  duplicateEvent,
  factConflict,
  meetsExpectation,
  quietConflict,
  storeClosed,
  versionConflict,
} from './store/conflicts.js';
export {
  type Appended,
  type AppendOptions,
  type CaughtUp,
  type EventStore,
  type ExpectedRevision,
  isRecordedEvent,
  type Progress,
  type Quiet,
  type ReadAllOptions,
  type ReadOptions,
  type StoreCapabilities,
  type SubscribeOptions,
  type SubscriptionMessage,
} from './store/event-store.js';
export { formatPosition, parsePosition } from './store/position.js';
export { categoryOf, idOf, streamName } from './store/stream-name.js';
export { type FixedRuntime, type FixedRuntimeOptions, fixedRuntime } from './testing/fixed-runtime.js';
