import { command } from '@pembinaan/event-sourcing';
import { PublicReportAnswered, PublicReportClosed, PublicReportForwarded, PublicReportReceived } from './events.js';

export const ReceivePublicReport = command(
  'ReceivePublicReport',
  PublicReportReceived.schema.omit({ receivedBy: true }),
);
export const ForwardPublicReport = command(
  'ForwardPublicReport',
  PublicReportForwarded.schema.omit({ forwardedBy: true }),
);
export const AnswerPublicReport = command('AnswerPublicReport', PublicReportAnswered.schema.omit({ answeredBy: true }));
export const ClosePublicReport = command('ClosePublicReport', PublicReportClosed.schema.omit({ closedBy: true }));
