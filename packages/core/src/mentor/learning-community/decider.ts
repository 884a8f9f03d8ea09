import { decider } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import { G02, tookPlace } from '../../governance/rules/index.js';
import { inService } from '../../people/employee/rules.js';
import { employeeState } from '../../people/employee/state.js';
import { makerOf } from '../../values/acts.js';
import { FormLearningCommunity, RecordCommunityMeeting } from './commands.js';
import { LearningCommunityFormed, LearningCommunityMet } from './events.js';
import { attending, unitsOf } from './rules.js';
import { learningCommunityState } from './state.js';

/** On the light track: whoever forms a community or records its meeting needs no approval. The JP are counted elsewhere (R22). */
export const learningCommunity = decider(learningCommunityState, {
  commands: [FormLearningCommunity, RecordCommunityMeeting],
})
  .facts({
    FormLearningCommunity: (_, command) => ({
      policy: policyFor(command),
      coordinator: employeeState.at(command.data.coordinatorId),
    }),
    RecordCommunityMeeting: (_, command) => ({
      policy: policyFor(command),
      attendees: command.data.attendees.map((subjectId) =>
        employeeState.at(subjectId).map((employee) => ({ subjectId, employee })),
      ),
    }),
  })
  .decide({
    FormLearningCommunity: (community, command, { policy, coordinator }) => {
      if (community.status !== 'none') {
        return G02.refuse('alreadyExists', { what: 'community', id: command.streamId });
      }
      return (
        inService(command.data.coordinatorId, coordinator, policy.on) ?? [
          LearningCommunityFormed({ ...command.data, formedOn: policy.on, formedBy: makerOf(command) }),
        ]
      );
    },

    RecordCommunityMeeting: (community, command, { policy, attendees }) => {
      const { meetingId, date } = command.data;
      if (community.status === 'none') return G02.refuse('notFound', { what: 'community', id: command.streamId });
      const known = community.meetings.some((meeting) => meeting.meetingId === meetingId);
      if (known && command.corrects === undefined) {
        return G02.refuse('alreadyExists', { what: 'meeting', id: meetingId });
      }
      const { formedOn } = community;
      if (date < formedOn) return G02.refuse('before', { what: 'meeting', date, of: 'community', begun: formedOn });
      return (
        tookPlace('meeting', date, policy.today) ??
        attending(attendees, date) ?? [
          LearningCommunityMet({ ...command.data, units: unitsOf(attendees, date), recordedBy: makerOf(command) }),
        ]
      );
    },
  });
