import { command } from '@pembinaan/event-sourcing';
import { PolicyVersionAdopted } from './events.js';

export const AdoptPolicyVersion = command('AdoptPolicyVersion', PolicyVersionAdopted.schema.omit({ adoptedBy: true }));
