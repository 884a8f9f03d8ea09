import { decider, type IssuedCommand } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import { beneficiary, G02, independentOf, inStatus, noPolicy, reasoned } from '../../governance/rules/index.js';
import { employeeState } from '../../people/employee/state.js';
import { competencyProfileState } from '../../plan/competency-profile/state.js';
import { mentorshipsOf } from '../../registers/mentorships-of.js';
import { makerOf } from '../../values/acts.js';
import { addDays, within } from '../../values/local-date.js';
import {
  ApproveMentorship,
  ConfirmMentoringSession,
  EndMentorship,
  ProposeMentorship,
  RecordMentoringSession,
} from './commands.js';
import {
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  MentorshipProposed,
} from './events.js';
import { ahead, bothServe, dayOfFit, notTheSuperior, R27, R28, replaces, room } from './rules.js';
import { mentorshipState } from './state.js';

const notFound = (command: IssuedCommand) => G02.refuse('notFound', { what: 'mentorship', id: command.streamId });

export const mentorship = decider(mentorshipState, {
  commands: [ProposeMentorship, ApproveMentorship, RecordMentoringSession, ConfirmMentoringSession, EndMentorship],
})
  .facts({
    ProposeMentorship: (_, command) => ({
      policy: policyFor(command),
      mentor: employeeState.at(command.data.mentorId),
      mentee: employeeState.at(command.data.menteeId),
      mentorProfile: competencyProfileState.at(command.data.mentorId),
      menteeProfile: competencyProfileState.at(command.data.menteeId),
      mentorships: mentorshipsOf.at(command.data.mentorId),
      earlier: command.data.supersedes === undefined ? undefined : mentorshipState.at(command.data.supersedes),
    }),
    ApproveMentorship: (mentorship, command) => ({
      policy: policyFor(command),
      mentor: mentorship.status === 'none' ? undefined : employeeState.at(mentorship.mentorId),
      mentee: mentorship.status === 'none' ? undefined : employeeState.at(mentorship.menteeId),
      mentorships: mentorship.status === 'none' ? undefined : mentorshipsOf.at(mentorship.mentorId),
    }),
    RecordMentoringSession: (_, command) => ({ policy: policyFor(command) }),
  })
  .decide({
    ProposeMentorship: (mentorship, command, facts) => {
      const { mentorId, menteeId, competencies, period, supersedes } = command.data;
      const { policy, mentor, mentee, mentorships } = facts;
      if (mentorship.status !== 'none') {
        return G02.refuse('alreadyExists', { what: 'mentorship', id: command.streamId });
      }
      if (policy.figures === undefined) return noPolicy(policy);
      if (mentorId === menteeId) return R27.refuse('samePerson', { subjectId: mentorId });

      const on = dayOfFit(period, policy.on);
      const pair = { mentorId, menteeId, competencies, period, mentor, mentee };
      const profiles = { mentor: facts.mentorProfile, mentee: facts.menteeProfile };
      return (
        replaces(supersedes, facts.earlier, menteeId) ??
        bothServe(pair, on) ??
        notTheSuperior(pair, policy.figures['mentoring.superiorAllowed'].value, on) ??
        ahead(pair, profiles, on) ??
        room(pair, mentorships.entries, policy.figures['mentoring.load.maximum'].value, policy.on) ?? [
          MentorshipProposed({ ...command.data, proposedBy: makerOf(command) }),
        ]
      );
    },

    ApproveMentorship: (mentorship, command, { policy, mentor, mentee, mentorships }) => {
      if (mentorship.status === 'none' || mentor === undefined || mentee === undefined || mentorships === undefined) {
        return notFound(command);
      }
      if (policy.figures === undefined) return noPolicy(policy);
      const { mentorId, menteeId } = mentorship;
      const pair = { ...mentorship, mentor, mentee };
      const on = dayOfFit(mentorship.period, policy.on);
      const others = mentorships.entries.filter(({ mentorshipId }) => mentorshipId !== command.streamId);
      return (
        inStatus('mentorship', mentorship, 'proposed') ??
        independentOf(command, [
          ...mentorship.acts,
          { act: 'mentors', maker: { subjectId: mentorId } },
          beneficiary(menteeId),
        ]) ??
        bothServe(pair, on) ??
        notTheSuperior(pair, policy.figures['mentoring.superiorAllowed'].value, on) ??
        room(pair, others, policy.figures['mentoring.load.maximum'].value, policy.on) ?? [
          MentorshipApproved({ mentorId, menteeId, approvedBy: makerOf(command) }),
        ]
      );
    },

    RecordMentoringSession: (mentorship, command, { policy }) => {
      const { sessionId, date, goalProgress } = command.data;
      if (mentorship.status === 'none') return notFound(command);
      if (policy.figures === undefined) return noPolicy(policy);
      const refusal = inStatus('mentorship', mentorship, 'approved');
      if (refusal !== undefined) return refusal;

      const { mentorId, menteeId, period, goalIds } = mentorship;
      const recordedBy = makerOf(command);
      if (recordedBy.subjectId !== mentorId && recordedBy.subjectId !== menteeId) {
        return R28.refuse('notParty', { subjectId: recordedBy.subjectId });
      }
      if (!within(date, period)) return R28.refuse('outsidePeriod', { date, ...period });
      if (date > policy.today) return R28.refuse('inFuture', { date, today: policy.today });

      const known = mentorship.sessions.some((session) => session.sessionId === sessionId);
      const corrected = known && command.corrects !== undefined;
      if (known && !corrected) return G02.refuse('alreadyExists', { what: 'session', id: sessionId });
      // A record that was made in time may be corrected later.
      const lastDay = addDays(date, policy.figures['mentoring.recordWithinDays'].value);
      if (!corrected && policy.today > lastDay) return R28.refuse('tooLate', { date, lastDay });

      const stranger = goalProgress.findIndex(({ goalId }) => !goalIds.includes(goalId));
      if (stranger !== -1) return R28.refuse('unknownGoal', { place: stranger + 1 });
      return [MentoringSessionRecorded({ ...command.data, mentorId, menteeId, recordedBy })];
    },

    ConfirmMentoringSession: (mentorship, command) => {
      const { sessionId, agreed } = command.data;
      if (mentorship.status === 'none') return notFound(command);
      const refusal = inStatus('mentorship', mentorship, 'approved', 'ended');
      if (refusal !== undefined) return refusal;
      const session = mentorship.sessions.find((known) => known.sessionId === sessionId);
      if (session === undefined) return G02.refuse('notFound', { what: 'session', id: sessionId });

      const { mentorId, menteeId } = mentorship;
      const confirmedBy = makerOf(command);
      if (confirmedBy.subjectId !== mentorId && confirmedBy.subjectId !== menteeId) {
        return R28.refuse('notParty', { subjectId: confirmedBy.subjectId });
      }
      if (session.status !== 'recorded' && command.corrects === undefined) {
        return R28.refuse('settled', { sessionId, status: session.status });
      }
      return (
        independentOf(command, [{ act: 'recorded', maker: session.recordedBy }]) ?? [
          MentoringSessionConfirmed({ mentorId, menteeId, sessionId, date: session.date, agreed, confirmedBy }),
        ]
      );
    },

    EndMentorship: (mentorship, command) => {
      if (mentorship.status === 'none') return notFound(command);
      const { mentorId, menteeId } = mentorship;
      return (
        inStatus('mentorship', mentorship, 'proposed', 'approved') ??
        reasoned(command.data.reason) ?? [
          MentorshipEnded({ ...command.data, mentorId, menteeId, endedBy: makerOf(command) }),
        ]
      );
    },
  });
