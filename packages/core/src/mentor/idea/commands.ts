import { command } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { InnovationIdeaDecided, InnovationIdeaRaised } from './events.js';

export const RaiseInnovationIdea = command(
  'RaiseInnovationIdea',
  z.strictObject({
    ...InnovationIdeaRaised.schema.omit({ raisedBy: true }).shape,
    /** True where the person wishes to stay unnamed; an intake that is no employee then sends the command (G03). */
    unnamed: z.boolean(),
  }),
);
export const DecideInnovationIdea = command(
  'DecideInnovationIdea',
  InnovationIdeaDecided.schema.omit({ decidedBy: true }),
);
