import { command } from '@pembinaan/event-sourcing';
import { JpCredited } from './events.js';

// Form, day and JP are read from the source, the caps from the policy and the ledger.
export const CreditJp = command('CreditJp', JpCredited.schema.pick({ employeeId: true, source: true }));
