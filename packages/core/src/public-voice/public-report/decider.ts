import { decider, type FactRequest, type IssuedCommand } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import { G02, inStatus } from '../../governance/rules/index.js';
import { employeeState } from '../../people/employee/state.js';
import { developmentNeedState } from '../../plan/development-need/state.js';
import { makerOf, subjectsOf } from '../../values/acts.js';
import { AnswerPublicReport, ClosePublicReport, ForwardPublicReport, ReceivePublicReport } from './commands.js';
import { PublicReportAnswered, PublicReportClosed, PublicReportForwarded, PublicReportReceived } from './events.js';
import { type Hand, inItsTime, ofAnotherUnit, sortedOut, takenUpAgain } from './rules.js';
import { lastStepOn, publicReportState } from './state.js';

const notFound = (command: IssuedCommand) => G02.refuse('notFound', { what: 'report', id: command.streamId });

/** Who has a hand in the act, with the units in which they work, as facts. */
const handsOf = (command: IssuedCommand): readonly FactRequest<Hand>[] =>
  subjectsOf(makerOf(command)).map((subjectId) =>
    employeeState.at(subjectId).map((employee) => ({ subjectId, employee })),
  );

export const publicReport = decider(publicReportState, {
  commands: [ReceivePublicReport, ForwardPublicReport, AnswerPublicReport, ClosePublicReport],
})
  .facts({
    ReceivePublicReport: (_, command) => ({
      policy: policyFor(command),
      earlier: command.data.reopens === undefined ? undefined : publicReportState.at(command.data.reopens),
    }),
    ForwardPublicReport: (_, command) => ({ policy: policyFor(command), hands: handsOf(command) }),
    AnswerPublicReport: (_, command) => ({ policy: policyFor(command) }),
    ClosePublicReport: (_, command) => ({
      policy: policyFor(command),
      hands: handsOf(command),
      need:
        command.data.developmentNeedId === undefined
          ? undefined
          : developmentNeedState.at(command.data.developmentNeedId),
    }),
  })
  .decide({
    ReceivePublicReport: (report, command, { policy, earlier }) => {
      const { receivedOn, reopens } = command.data;
      if (report.status !== 'none') return G02.refuse('alreadyExists', { what: 'report', id: command.streamId });
      const previous = earlier === undefined || earlier.status === 'none' ? undefined : lastStepOn(earlier);
      return (
        takenUpAgain(reopens, earlier) ??
        inItsTime(receivedOn, { previous, today: policy.today }) ?? [
          PublicReportReceived({ ...command.data, receivedBy: makerOf(command) }),
        ]
      );
    },

    ForwardPublicReport: (report, command, { policy, hands }) => {
      const { action, on } = command.data;
      if (report.status === 'none') return notFound(command);
      const ends = action === 'notOurs' || action === 'archived';
      return (
        inStatus('report', report, 'received', 'deferred') ??
        sortedOut(command.data) ??
        inItsTime(on, { previous: lastStepOn(report), today: policy.today }) ??
        (ends ? ofAnotherUnit(report, hands, [on, policy.today]) : undefined) ?? [
          PublicReportForwarded({ ...command.data, forwardedBy: makerOf(command) }),
        ]
      );
    },

    AnswerPublicReport: (report, command, { policy }) => {
      if (report.status === 'none') return notFound(command);
      return (
        inStatus('report', report, 'verified') ??
        inItsTime(command.data.on, { previous: lastStepOn(report), today: policy.today }) ?? [
          PublicReportAnswered({ ...command.data, answeredBy: makerOf(command) }),
        ]
      );
    },

    ClosePublicReport: (report, command, { policy, hands, need }) => {
      const { on, developmentNeedId } = command.data;
      if (report.status === 'none') return notFound(command);
      if (developmentNeedId !== undefined && need?.status === 'none') {
        return G02.refuse('notFound', { what: 'need', id: developmentNeedId });
      }
      return (
        inStatus('report', report, 'answered') ??
        inItsTime(on, { previous: lastStepOn(report), today: policy.today }) ??
        ofAnotherUnit(report, hands, [on, policy.today]) ?? [
          PublicReportClosed({ ...command.data, closedBy: makerOf(command) }),
        ]
      );
    },
  });
