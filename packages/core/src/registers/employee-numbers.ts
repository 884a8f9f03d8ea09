import { idOf, projection } from '@pembinaan/event-sourcing';
import { EmployeeRegistered } from '../people/employee/events.js';

/** Who is registered under a number: keyed by the hash of the NIP or NI PPPK (R37). */
export const employeeNumbers = projection({
  name: 'employee-numbers',
  version: 1,
  events: [EmployeeRegistered],
  initial: (): { subjectIds: string[] } => ({ subjectIds: [] }),
  key: (event) => event.data.numberHash,
  on: {
    EmployeeRegistered: (row, event) => {
      row.subjectIds.push(idOf(event.stream));
      return row;
    },
  },
});
