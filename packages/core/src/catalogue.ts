import type { AnyEventType } from '@pembinaan/event-sourcing';
import { pembinaan } from './pembinaan.js';

/** All event types of the domain, each once, in the order of the streams that hold them. */
export const catalogue: readonly AnyEventType[] = [
  ...new Map(pembinaan.deciders.flatMap((decider) => decider.events).map((event) => [event.type, event])).values(),
];
