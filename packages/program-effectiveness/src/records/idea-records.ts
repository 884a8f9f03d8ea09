import { InnovationIdeaDecided, InnovationIdeaRaised } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

/** An idea without who raised it: the person may wish to stay unnamed. */
export interface IdeaRow {
  readonly ideaId: string;
  unitId: string | null;
  occasion: string | null;
  topics: string[];
  /** Instants. */
  raisedAt: string | null;
  decidedAt: string | null;
  decision: 'adopt' | 'trial' | 'decline' | null;
  reason: string | null;
  actionId: string | null;
}

/** The ideas for innovations and what became of them, keyed by idea. */
export const ideaRecords = projection({
  name: 'idea-records',
  version: 1,
  events: [InnovationIdeaRaised, InnovationIdeaDecided],
  initial: (ideaId): IdeaRow => ({
    ideaId,
    unitId: null,
    occasion: null,
    topics: [],
    raisedAt: null,
    decidedAt: null,
    decision: null,
    reason: null,
    actionId: null,
  }),
  key: (event) => idOf(event.stream),
  on: {
    InnovationIdeaRaised: (idea, { occurredAt, data: { unitId, occasion, topicCodes } }) => {
      idea.unitId = unitId ?? null;
      idea.occasion = occasion?.kind ?? null;
      idea.topics = [...topicCodes];
      idea.raisedAt = occurredAt;
      return idea;
    },
    InnovationIdeaDecided: (idea, { occurredAt, data: { decision, reason, actionId } }) => {
      idea.decision = decision;
      idea.reason = reason?.code ?? null;
      idea.actionId = actionId ?? null;
      idea.decidedAt = occurredAt;
      return idea;
    },
  },
});
