import { decider } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import { G02, tookPlace } from '../../governance/rules/index.js';
import { programState } from '../../train/program/state.js';
import { makerOf } from '../../values/acts.js';
import { yearOf } from '../../values/local-date.js';
import { RecordLeadershipInvolvement } from './commands.js';
import { LeadershipInvolvementRecorded } from './events.js';
import { R29, recordedByAnother } from './rules.js';
import { leadershipId, leadershipState } from './state.js';

/** The leader need not be registered as an employee: a bupati or wali kota is none. */
export const leadership = decider(leadershipState, { commands: [RecordLeadershipInvolvement] })
  .facts({
    RecordLeadershipInvolvement: (_, command) => ({
      policy: policyFor(command),
      program: command.data.programId === undefined ? undefined : programState.at(command.data.programId),
    }),
  })
  .decide({
    RecordLeadershipInvolvement: ({ involvements }, command, { policy, program }) => {
      const { involvementId, leaderId, programId, date } = command.data;
      const expected = leadershipId(leaderId, yearOf(date));
      if (command.streamId !== expected) {
        return R29.refuse('wrongStream', { leadershipId: command.streamId, expected });
      }
      const known = involvements.some((involvement) => involvement.involvementId === involvementId);
      if (known && command.corrects === undefined) {
        return G02.refuse('alreadyExists', { what: 'involvement', id: involvementId });
      }
      if (programId !== undefined && program?.status === 'none') {
        return G02.refuse('notFound', { what: 'programme', id: programId });
      }
      return (
        recordedByAnother(command, leaderId) ??
        tookPlace('involvement', date, policy.today) ?? [
          LeadershipInvolvementRecorded({ ...command.data, recordedBy: makerOf(command) }),
        ]
      );
    },
  });
