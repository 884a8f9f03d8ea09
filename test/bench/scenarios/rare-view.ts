import { RecognitionGranted } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

/** A view that needs one event in a thousand: how often each person was recognised. */
export const recognitionCounts = projection({
  name: 'recognition-counts',
  version: 1,
  events: [RecognitionGranted],
  initial: (employeeId) => ({ employeeId, times: 0 }),
  key: ({ stream }) => idOf(stream),
  on: {
    RecognitionGranted: (row) => {
      row.times++;
      return row;
    },
  },
});
