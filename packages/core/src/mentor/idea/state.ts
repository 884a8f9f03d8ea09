import { stream } from '@pembinaan/event-sourcing';
import type { Maker } from '../../values/acts.js';
import { InnovationIdeaDecided, InnovationIdeaRaised } from './events.js';

export type Idea =
  | { readonly status: 'none' }
  | {
      readonly status: 'raised' | 'adopted' | 'onTrial' | 'rejected';
      /** Undefined where the person wished to stay unnamed. */
      readonly raisedBy: Maker | undefined;
    };

const afterwards = { adopt: 'adopted', trial: 'onTrial', decline: 'rejected' } as const;

export const ideaState = stream('idea', {
  events: [InnovationIdeaRaised, InnovationIdeaDecided],
  initial: (): Idea => ({ status: 'none' }),
}).evolve({
  InnovationIdeaRaised: (_, { data }) => ({ status: 'raised', raisedBy: data.raisedBy }),
  InnovationIdeaDecided: (idea, { data }) =>
    idea.status === 'none' ? idea : { ...idea, status: afterwards[data.decision] },
});
