import { command } from '@pembinaan/event-sourcing';
import {
  DevelopmentNeedDeclined,
  DevelopmentNeedLeftUnserved,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
} from './events.js';

// A command asks for what its event tells, but for the maker: that is who sends it.
export const ProposeDevelopmentNeed = command(
  'ProposeDevelopmentNeed',
  DevelopmentNeedProposed.schema.omit({ proposedBy: true }),
);
export const VerifyDevelopmentNeed = command(
  'VerifyDevelopmentNeed',
  DevelopmentNeedVerified.schema.omit({ verifiedBy: true }),
);
export const DeclineDevelopmentNeed = command(
  'DeclineDevelopmentNeed',
  DevelopmentNeedDeclined.schema.omit({ declinedBy: true }),
);
export const ValidateDevelopmentNeed = command(
  'ValidateDevelopmentNeed',
  DevelopmentNeedValidated.schema.omit({ validatedBy: true }),
);
export const FlagNeedUnserved = command(
  'FlagNeedUnserved',
  DevelopmentNeedLeftUnserved.schema.omit({ flaggedBy: true }),
);
