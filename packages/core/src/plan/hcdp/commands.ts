import { command } from '@pembinaan/event-sourcing';
import { HcdpEstablished } from './events.js';

export const EstablishHcdp = command('EstablishHcdp', HcdpEstablished.schema.omit({ establishedBy: true }));
