import { decider, type IssuedCommand, isRejection, type Rejection } from '@pembinaan/event-sourcing';
import { evaluationState } from '../../evaluate/evaluation/state.js';
import { policyFor } from '../../governance/policy/state.js';
import {
  actorUntied,
  beneficiary,
  G02,
  independentOf,
  inStatus,
  noPolicy,
  reasoned,
  type Tie,
  untied,
} from '../../governance/rules/index.js';
import { partnerState } from '../../partners/partner/state.js';
import { employeeState, placementOn } from '../../people/employee/state.js';
import { budgetState } from '../../plan/budget/state.js';
import { programMentors } from '../../registers/program-mentors.js';
import { makerOf, subjectsOf } from '../../values/acts.js';
import { Rupiah } from '../../values/amounts.js';
import { SubjectId } from '../../values/ids.js';
import { materialsCurrent } from '../program/material.js';
import { programState } from '../program/state.js';
import {
  AssignResourcePerson,
  CancelBatch,
  CompleteBatch,
  ConfirmNomination,
  DecideParticipantOutcome,
  DeclineNomination,
  NominateParticipant,
  RecordAttendance,
  RecordLearningResult,
  ScheduleBatch,
} from './commands.js';
import {
  attemptInTurn,
  attendancePossible,
  attendanceShare,
  bestScore,
  completes,
  confirmedIn,
  countsOf,
  everyoneSettled,
  nobodyCompleted,
  notConfirmed,
  outcomeOf,
} from './completion.js';
import {
  aboveCeiling,
  assigned,
  declinedByTheRight,
  heldBy,
  notElsewhere,
  notRepeated,
  seatFree,
  serves,
} from './eligibility.js';
import {
  AttendanceRecorded,
  BatchCancelled,
  BatchCompleted,
  BatchScheduled,
  LearningResultRecorded,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  ResourcePersonAssigned,
} from './events.js';
import { R18, R19 } from './rules.js';
import { daysOf, evaluationPlanned, funded, partnerBound, runs, sessionsFit } from './scheduling.js';
import { type Batch, batchState, type KnownBatch, type Participant } from './state.js';

export const batch = decider(batchState, {
  commands: [
    ScheduleBatch,
    AssignResourcePerson,
    NominateParticipant,
    ConfirmNomination,
    DeclineNomination,
    RecordAttendance,
    RecordLearningResult,
    DecideParticipantOutcome,
    CompleteBatch,
    CancelBatch,
  ],
})
  .facts({
    ScheduleBatch: (_, { data }) => ({
      program: programState.at(data.programId),
      evaluation: evaluationState.at(data.evaluationId),
      budget: data.budget && budgetState.at(data.budget.budgetId),
      partner: data.partnerId === undefined ? undefined : partnerState.at(data.partnerId),
    }),
    AssignResourcePerson: (state, { data }) => ({
      evaluation: state.status === 'none' ? undefined : evaluationState.at(state.evaluationId),
      partner: data.partnerId === undefined ? undefined : partnerState.at(data.partnerId),
    }),
    NominateParticipant: (state, { data }) => ({
      employee: employeeState.at(data.employeeId),
      program: state.status === 'none' ? undefined : programState.at(state.programId),
    }),
    ConfirmNomination: (_, command) => ({
      employee: employeeState.at(command.data.employeeId),
      others: heldBy(command.data.employeeId, { kind: 'batch', id: command.streamId }),
      policy: policyFor(command),
    }),
    RecordAttendance: (_, command) => ({ policy: policyFor(command) }),
    RecordLearningResult: (state) => ({
      program: state.status === 'none' ? undefined : programState.at(state.programId),
      mentors: state.status === 'none' ? undefined : programMentors.at(state.programId),
    }),
    DecideParticipantOutcome: (_, command) => ({ policy: policyFor(command) }),
    CompleteBatch: (state, command) => ({
      policy: policyFor(command),
      budget: state.status === 'none' || state.budget === undefined ? undefined : budgetState.at(state.budget.budgetId),
    }),
  })
  .decide({
    ScheduleBatch: (state, command, { program, evaluation, budget, partner }) => {
      const { data } = command;
      if (state.status !== 'none') return G02.refuse('alreadyExists', { what: 'batch', id: command.streamId });
      if (program.status === 'none') return G02.refuse('notFound', { what: 'programme', id: data.programId });
      const { form, jp, passMark, maxAttempts } = program;
      const scheduledBy = makerOf(command);
      const organiser: Tie = { tie: 'organiser', subjectIds: subjectsOf(scheduledBy) };
      return (
        runs(data.programId, program) ??
        sessionsFit(data) ??
        evaluationPlanned(data, evaluation) ??
        (evaluation.status === 'none' ? undefined : untied([evaluation.evaluatorId], [organiser])) ??
        funded(data, program, budget) ??
        materialsCurrent(program, data.period.to) ??
        (data.partnerId && partner && partnerBound(data.partnerId, partner, data.period)) ?? [
          BatchScheduled({ ...data, form, jp, passMark, maxAttempts, scheduledBy }),
        ]
      );
    },

    AssignResourcePerson: (state, command, { evaluation, partner }) => {
      const { subjectId, sessionIds, partnerId } = command.data;
      if (state.status !== 'scheduled') return notScheduled(state);
      const { programId, sessions } = state;
      const missing = sessionIds.find((sessionId) => !sessions.some((session) => session.sessionId === sessionId));
      if (missing !== undefined) return G02.refuse('notFound', { what: 'session', id: missing });
      const evaluators = evaluation === undefined || evaluation.status === 'none' ? [] : [evaluation.evaluatorId];
      return (
        untied([subjectId], [participantsOf(state)]) ??
        untied(evaluators, [{ tie: 'resourcePerson', subjectIds: [subjectId] }]) ??
        // Who comes in his own name, from wherever, needs no agreement; whom a partner sends acts for the partner (R16).
        (partnerId && partner && partnerBound(partnerId, partner, daysOf(sessions, sessionIds))) ?? [
          ResourcePersonAssigned({ ...command.data, programId, assignedBy: makerOf(command) }),
        ]
      );
    },

    NominateParticipant: (state, command, { employee, program }) => {
      const { employeeId } = command.data;
      if (state.status !== 'scheduled') return notScheduled(state);
      if (program?.status === 'cancelled') {
        return G02.refuse('wrongStatus', { what: 'programme', status: 'cancelled', needed: ['approved'] });
      }
      const { programId, period, participants, resourcePersons } = state;
      const before = participants.get(employeeId)?.status;
      if (before !== undefined && before !== 'declined') {
        return R18.refuse('alreadyNominated', { employeeId, status: before });
      }
      const unitId = placementOn(employee, period.from)?.unitId;
      return (
        serves(employeeId, employee, period) ??
        untied([employeeId], [{ tie: 'resourcePerson', subjectIds: resourcePersons }]) ?? [
          ParticipantNominated({
            ...command.data,
            programId,
            ...(unitId !== undefined && { unitId }),
            period,
            nominatedBy: makerOf(command),
          }),
        ]
      );
    },

    ConfirmNomination: (state, command, { employee, others, policy }) => {
      const { employeeId, assignmentLetterRef } = command.data;
      if (state.status !== 'scheduled') return notScheduled(state);
      if (policy.figures === undefined) return noPolicy(policy);
      const nomination = state.participants.get(employeeId);
      if (nomination === undefined) return G02.refuse('notFound', { what: 'nomination', id: employeeId });
      const { programId, form, jp, period } = state;
      const refusal =
        inStatus('nomination', nomination, 'nominated') ??
        independentOf(command, [beneficiary(employeeId), { act: 'nominated', maker: nomination.nominatedBy }]) ??
        serves(employeeId, employee, period) ??
        seatFree(state) ??
        notElsewhere(employeeId, period, others) ??
        notRepeated(employeeId, state, others, policy.figures) ??
        assigned(employeeId, employee, assignmentLetterRef);
      if (refusal !== undefined) return refusal;
      const above = aboveCeiling(employeeId, employee, state, others, policy.figures);
      if (isRejection(above)) return above;
      return [
        NominationConfirmed({
          ...command.data,
          programId,
          form,
          jp,
          period,
          aboveCeiling: above,
          confirmedBy: makerOf(command),
        }),
      ];
    },

    DeclineNomination: (state, command) => {
      const { employeeId, reason } = command.data;
      if (state.status !== 'scheduled') return notScheduled(state);
      const nomination = state.participants.get(employeeId);
      if (nomination === undefined) return G02.refuse('notFound', { what: 'nomination', id: employeeId });
      const { unitId } = nomination;
      return (
        inStatus('nomination', nomination, 'nominated') ??
        reasoned(reason) ??
        declinedByTheRight(command) ?? [
          NominationDeclined({
            ...command.data,
            programId: state.programId,
            ...(unitId !== undefined && { unitId }),
            declinedBy: makerOf(command),
          }),
        ]
      );
    },

    RecordAttendance: (state, command, { policy }) => {
      const { employeeId, sessionId } = command.data;
      const open = openFor(state, command);
      if (open === undefined) return notScheduled(state);
      const participant = confirmedIn(open, employeeId, command);
      if (participant === undefined) return notConfirmed(open, employeeId);
      if (participant.minutes.has(sessionId) && command.corrects === undefined) {
        return R19.refuse('attendanceRecorded', { employeeId, sessionId });
      }
      return (
        actorUntied(command, [{ tie: 'participant', subjectIds: [employeeId] }]) ??
        attendancePossible(open, command.data, policy.today) ?? [
          AttendanceRecorded({ ...command.data, programId: open.programId, recordedBy: makerOf(command) }),
        ]
      );
    },

    RecordLearningResult: (state, command, { program, mentors }) => {
      const { employeeId } = command.data;
      const open = openFor(state, command);
      if (open === undefined) return notScheduled(state);
      const participant = confirmedIn(open, employeeId, command);
      if (participant === undefined) return notConfirmed(open, employeeId);
      const { programId, resourcePersons, scheduledBy } = open;
      const ties: readonly Tie[] = [
        participantsOf(open),
        { tie: 'resourcePerson', subjectIds: resourcePersons },
        { tie: 'organiser', subjectIds: subjectsOf(scheduledBy) },
        { tie: 'mentor', subjectIds: mentors?.mentorIds.map((id) => SubjectId.parse(id)) ?? [] },
        ...(program === undefined || program.status === 'none'
          ? []
          : ([
              { tie: 'designer', subjectIds: subjectsOf(program.designedBy) },
              { tie: 'requester', subjectIds: program.requestedBy === undefined ? [] : [program.requestedBy] },
            ] as const)),
      ];
      return (
        actorUntied(command, ties) ??
        attemptInTurn(open, participant, command) ?? [
          LearningResultRecorded({ ...command.data, programId, examinedBy: makerOf(command) }),
        ]
      );
    },

    DecideParticipantOutcome: (state, command, { policy }) => {
      const { data } = command;
      const { employeeId } = data;
      const open = openFor(state, command);
      if (open === undefined) return notScheduled(state);
      if (policy.figures === undefined) return noPolicy(policy);
      const decided = outcomeOf(open, employeeId);
      if (decided !== undefined && command.corrects === undefined) {
        return R19.refuse('decidedOnce', { employeeId, outcome: decided });
      }
      const participant = confirmedIn(open, employeeId, command);
      if (participant === undefined) return notConfirmed(open, employeeId);
      const score = bestScore(participant);
      return (
        actorUntied(command, [{ tie: 'participant', subjectIds: [employeeId] }]) ??
        (data.outcome === 'completed'
          ? completes(employeeId, open, participant, policy.figures)
          : reasoned(data.reason)) ?? [
          ParticipantOutcomeDecided({
            ...data,
            programId: open.programId,
            attendanceShare: attendanceShare(open, participant),
            ...(score !== undefined && { bestScore: score }),
            decidedBy: makerOf(command),
          }),
        ]
      );
    },

    CompleteBatch: (state, command, { policy, budget }) => {
      if (state.status !== 'scheduled') return notScheduled(state);
      const paid = budget?.commitments.find(({ commitmentId }) => commitmentId === state.budget?.commitmentId);
      return (
        everyoneSettled(state, policy.on) ?? [
          BatchCompleted({
            programId: state.programId,
            counts: countsOf(state),
            realisedCost: Rupiah.parse(paid?.realized ?? 0),
            completedBy: makerOf(command),
          }),
        ]
      );
    },

    CancelBatch: (state, command) => {
      if (state.status !== 'scheduled') return notScheduled(state);
      return (
        reasoned(command.data.reason) ??
        nobodyCompleted(state) ?? [
          BatchCancelled({
            ...command.data,
            programId: state.programId,
            participants: [...state.participants].flatMap(([id, { status }]) => (LEFT.includes(status) ? [] : [id])),
            cancelledBy: makerOf(command),
          }),
        ]
      );
    },
  });

/** Who has left the batch before it is cancelled loses nothing by that. */
const LEFT: readonly string[] = ['declined', 'withdrawn'] satisfies Participant['status'][];

/** The batch while something may be recorded in it: scheduled; completed only where a record is corrected. */
function openFor(state: Batch, command: Pick<IssuedCommand, 'corrects'>): KnownBatch | undefined {
  if (state.status === 'scheduled') return state;
  return state.status === 'completed' && command.corrects !== undefined ? state : undefined;
}

function notScheduled({ status }: Batch): Rejection {
  return G02.refuse('wrongStatus', { what: 'batch', status, needed: ['scheduled'] });
}

/** Those who take part: everybody but those whose nomination was declined. */
function participantsOf({ participants }: KnownBatch): Tie {
  const subjectIds: SubjectId[] = [];
  for (const [employeeId, { status }] of participants) if (status !== 'declined') subjectIds.push(employeeId);
  return { tie: 'participant', subjectIds };
}
