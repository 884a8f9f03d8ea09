import { stream } from '@pembinaan/event-sourcing';
import { PersonalDataAccessed } from './events.js';

/** Nothing is decided by what was read before; only that it was. */
export interface AccessLog {
  readonly entries: number;
}

/** One log for each person whose data are read; its id is that of the person. */
export const accessLogState = stream('accessLog', {
  events: [PersonalDataAccessed],
  initial: (): AccessLog => ({ entries: 0 }),
}).evolve({ PersonalDataAccessed: ({ entries }) => ({ entries: entries + 1 }) });
