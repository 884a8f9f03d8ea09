import { decider, type IssuedCommand, type Rejection } from '@pembinaan/event-sourcing';
import { G02, G03, independentOf, reasoned } from '../../governance/rules/index.js';
import { type Employee, employeeState } from '../../people/employee/state.js';
import { improvementActionState } from '../../revise/improvement-action/state.js';
import { makerOf } from '../../values/acts.js';
import { DecideInnovationIdea, RaiseInnovationIdea } from './commands.js';
import { InnovationIdeaDecided, InnovationIdeaRaised } from './events.js';
import { occasionOf } from './occasion.js';
import { ideaState } from './state.js';

export const idea = decider(ideaState, { commands: [RaiseInnovationIdea, DecideInnovationIdea] })
  .facts({
    RaiseInnovationIdea: (_, { data, actor }) => ({
      sender: data.unnamed ? employeeState.at(actor.subjectId) : undefined,
      occasion: data.occasion && occasionOf(data.occasion),
    }),
    DecideInnovationIdea: (_, { data }) => ({
      action: data.actionId === undefined ? undefined : improvementActionState.at(data.actionId),
    }),
  })
  .decide({
    RaiseInnovationIdea: (idea, command, { sender, occasion }) => {
      const { unnamed, ...raised } = command.data;
      if (idea.status !== 'none') return G02.refuse('alreadyExists', { what: 'idea', id: command.streamId });
      if (occasion?.held === false) return G02.refuse('notFound', { what: 'forum', id: occasion.id });
      if (!unnamed) return [InnovationIdeaRaised({ ...raised, raisedBy: makerOf(command) })];
      return untraceable(command, sender) ?? [InnovationIdeaRaised(raised)];
    },

    DecideInnovationIdea: (idea, command, { action }) => {
      const { decision, reason, actionId } = command.data;
      if (idea.status === 'none') return G02.refuse('notFound', { what: 'idea', id: command.streamId });
      if (idea.status !== 'raised') return G02.refuse('alreadyDecided', { what: 'idea', id: command.streamId });
      if (actionId !== undefined && action?.status === 'none') {
        return G02.refuse('notFound', { what: 'improvement action', id: actionId });
      }
      const { raisedBy } = idea;
      return (
        independentOf(command, raisedBy === undefined ? [] : [{ act: 'raised', maker: raisedBy }]) ??
        (decision === 'decline' || reason !== undefined ? reasoned(reason) : undefined) ?? [
          InnovationIdeaDecided({ ...command.data, decidedBy: makerOf(command) }),
        ]
      );
    },
  });

/** Refuses an unnamed idea whose author the metadata would betray: sent by an employee, or on behalf of somebody (G03). */
function untraceable(command: IssuedCommand, sender: Employee | undefined): Rejection | undefined {
  const { subjectId, operatorId } = makerOf(command);
  if (operatorId !== undefined) return G03.refuse('forSomebody', {});
  return sender === undefined || sender.status === 'none' ? undefined : G03.refuse('byEmployee', { subjectId });
}
