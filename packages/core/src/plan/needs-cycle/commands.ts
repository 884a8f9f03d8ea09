import { command } from '@pembinaan/event-sourcing';
import { NeedsCycleOpened } from './events.js';

// The steps and their last days follow from the policy and the calendar; a start on a holiday is moved to the next working day.
export const OpenNeedsCycle = command(
  'OpenNeedsCycle',
  NeedsCycleOpened.schema.pick({ agencyId: true, year: true, startsOn: true }),
);
