import { eventFiles } from '@pembinaan/event-sourcing';
import { AGENCY_EVENTS } from './filed-events.js';
import { KEPT_OF_AGENCY } from './kept.js';

/** What holds for everybody, filed by stream and never changed: policy, standards, plans and needs, programmes, communities. */
export const agencyFiles = eventFiles({
  name: 'agency-files',
  version: 1,
  events: AGENCY_EVENTS,
  kept: KEPT_OF_AGENCY,
  key: (event) => event.stream,
});
