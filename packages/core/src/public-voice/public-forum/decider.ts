import { decider } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import { G02, noPolicy, tookPlace } from '../../governance/rules/index.js';
import { makerOf } from '../../values/acts.js';
import { addWorkingDays } from '../../values/working-days.js';
import { HoldPublicForum, RecordPublicInput } from './commands.js';
import { PublicForumHeld, PublicInputRecorded } from './events.js';
import { publicForumState } from './state.js';

export const publicForum = decider(publicForumState, { commands: [HoldPublicForum, RecordPublicInput] })
  .facts({
    HoldPublicForum: (_, command) => ({ policy: policyFor(command) }),
    RecordPublicInput: (_, command) => ({ policy: policyFor(command) }),
  })
  .decide({
    HoldPublicForum: (forum, command, { policy }) => {
      if (forum.status !== 'none') return G02.refuse('alreadyExists', { what: 'forum', id: command.streamId });
      return (
        tookPlace('forum', command.data.date, policy.today) ?? [
          PublicForumHeld({ ...command.data, recordedBy: makerOf(command) }),
        ]
      );
    },

    RecordPublicInput: (forum, command, { policy }) => {
      const { inputId, kind } = command.data;
      if (forum.status === 'none') return G02.refuse('notFound', { what: 'forum', id: command.streamId });
      const known = forum.inputs.some((input) => input.inputId === inputId);
      if (known && command.corrects === undefined) return G02.refuse('alreadyExists', { what: 'input', id: inputId });

      const recordedBy = makerOf(command);
      if (kind === 'praise') return [PublicInputRecorded({ ...command.data, recordedBy })];
      if (policy.figures === undefined) return noPolicy(policy);
      const days = policy.figures['publicInput.answerWorkingDays'].value;
      const answerDue = addWorkingDays(forum.date, days, policy.calendar);
      return [PublicInputRecorded({ ...command.data, answerDue, recordedBy })];
    },
  });
