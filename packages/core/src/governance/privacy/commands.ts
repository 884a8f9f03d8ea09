import { command } from '@pembinaan/event-sourcing';
import { DataSubjectRequestDecided, SubjectKeyDestroyed } from './events.js';

export const DecideDataSubjectRequest = command(
  'DecideDataSubjectRequest',
  DataSubjectRequestDecided.schema.omit({ decidedBy: true }),
);

/** Names who approved the end of the retention period: that is another person than the one who sends it. */
export const DestroySubjectKey = command('DestroySubjectKey', SubjectKeyDestroyed.schema.omit({ destroyedBy: true }));
