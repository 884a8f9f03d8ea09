import { command } from '@pembinaan/event-sourcing';
import { ExternalSyncRecorded } from './events.js';

export const RecordExternalSync = command(
  'RecordExternalSync',
  ExternalSyncRecorded.schema
    .omit({ recordedBy: true })
    .refine(({ outcome, differingFields }) => outcome !== 'differs' || differingFields.length > 0, {
      message: 'a record that differs does so in at least one field',
      path: ['differingFields'],
    })
    .refine(({ outcome, differingFields }) => outcome !== 'accepted' || differingFields.length === 0, {
      message: 'a record that is accepted differs in no field; the outcome is differs',
      path: ['outcome'],
    }),
);
