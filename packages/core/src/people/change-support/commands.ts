import { command } from '@pembinaan/event-sourcing';
import { ChangeResistanceObserved, ChangeSupportGiven } from './events.js';

export const ObserveChangeResistance = command(
  'ObserveChangeResistance',
  ChangeResistanceObserved.schema.omit({ observedBy: true }),
);
export const GiveChangeSupport = command('GiveChangeSupport', ChangeSupportGiven.schema.omit({ givenBy: true }));
