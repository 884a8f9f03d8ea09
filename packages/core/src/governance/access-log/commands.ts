import { command } from '@pembinaan/event-sourcing';
import { PersonalDataAccessed } from './events.js';

export const RecordPersonalDataAccess = command(
  'RecordPersonalDataAccess',
  PersonalDataAccessed.schema.omit({ accessedBy: true }),
);
