import { decider } from '@pembinaan/event-sourcing';
import { makerOf, subjectsOf } from '../../values/acts.js';
import { RecordPersonalDataAccess } from './commands.js';
import { PersonalDataAccessed } from './events.js';
import { accessLogState } from './state.js';

export const accessLog = decider(accessLogState, { commands: [RecordPersonalDataAccess] }).decide({
  RecordPersonalDataAccess: (_, command) => {
    const accessedBy = makerOf(command);
    // Who reads his own data does nothing wrong, and there is nothing to record: accepted, without an event.
    if (subjectsOf(accessedBy).every((subjectId) => subjectId === command.streamId)) return [];
    return [PersonalDataAccessed({ ...command.data, accessedBy })];
  },
});
