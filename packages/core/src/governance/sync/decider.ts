import { decider } from '@pembinaan/event-sourcing';
import { makerOf } from '../../values/acts.js';
import { RecordExternalSync } from './commands.js';
import { ExternalSyncRecorded } from './events.js';
import { syncState } from './state.js';

export const sync = decider(syncState, { commands: [RecordExternalSync] }).decide({
  RecordExternalSync: (_, command) => [ExternalSyncRecorded({ ...command.data, recordedBy: makerOf(command) })],
});
