import { command } from '@pembinaan/event-sourcing';
import { JpClaimRejected, JpClaimSubmitted, JpCredited } from './events.js';

// The year is that of the last day, and the evidence that is free again that of the claim.
export const SubmitJpClaim = command('SubmitJpClaim', JpClaimSubmitted.schema.omit({ year: true, submittedBy: true }));
export const RejectJpClaim = command('RejectJpClaim', JpClaimRejected.schema.pick({ claimId: true, reason: true }));

// Form, day and JP are read from the source, the caps from the policy and the ledger.
export const CreditJp = command('CreditJp', JpCredited.schema.pick({ employeeId: true, source: true }));
