import { ExternalSyncRecorded } from '@pembinaan/core';
import { projection } from '@pembinaan/event-sourcing';

export interface SyncRow {
  readonly what: string;
  /** The event that was sent; null where none is named. */
  readonly eventId: string | null;
  readonly employeeId: string | null;
  readonly externalRef: string;
  readonly outcome: 'accepted' | 'rejected' | 'differs';
  readonly differingFields: readonly string[];
  /** Instant of the last exchange. */
  readonly at: string;
  readonly attempts: number;
}

/** What was sent to SIASN last, keyed by the event that was sent, or by its reference there. */
export const siasnRecords = projection({
  name: 'siasn-records',
  version: 1,
  events: [ExternalSyncRecorded],
  initial: (externalRef): SyncRow => ({
    what: '',
    eventId: null,
    employeeId: null,
    externalRef,
    outcome: 'rejected',
    differingFields: [],
    at: '',
    attempts: 0,
  }),
  key: ({ data: { system, direction, eventId, externalRef } }) =>
    system === 'siasn' && direction === 'sent' ? (eventId ?? `ref/${externalRef}`) : undefined,
  on: {
    ExternalSyncRecorded: ({ attempts }, { occurredAt, data }) => ({
      what: data.what,
      eventId: data.eventId ?? null,
      employeeId: data.employeeId ?? null,
      externalRef: data.externalRef,
      outcome: data.outcome,
      differingFields: [...data.differingFields],
      at: occurredAt,
      attempts: attempts + 1,
    }),
  },
});
