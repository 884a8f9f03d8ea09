import { EventSourcingError } from '../errors.js';
import type { Actor, Correction } from '../event/envelope.js';
import { type Instant, isInstant } from '../instant.js';
import type { Runtime } from './runtime.js';

/** Who issues a command, when, and in which connection. */
export interface CommandContext {
  readonly actor: Actor;
  /** The subject for whom the actor types. */
  readonly onBehalfOf?: string;
  /** Given by the caller so that a retry is recognised; made anew otherwise. */
  readonly commandId?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** When it was true; now, when absent. */
  readonly occurredAt?: Instant;
  /** The event of this stream that the command corrects, and why. */
  readonly corrects?: Correction;
  /** How often to decide again when another writer was faster; 10 when absent. */
  readonly retries?: number;
  readonly runtime?: Runtime;
}

/** How far the clocks of two machines may lie apart. */
const CLOCK_DIFFERENCE_MS = 5 * 60 * 1000;

/** Refuses a context that would leave an event without a maker or a time. */
export function assertContext(context: CommandContext, now: Instant): void {
  const { actor, occurredAt, commandId, onBehalfOf, corrects } = context;
  if (!isSubject(actor?.subjectId)) {
    refuse(
      'The command has no actor',
      'Give context.actor.subjectId, the opaque id of the person or system that acts: letters, digits and _ . ~ -, no civil-servant number.',
    );
  }
  if (!Array.isArray(actor.roles))
    refuse('The actor has no list of roles', 'Give context.actor.roles, an empty list if there are none.');
  if (onBehalfOf !== undefined && !isSubject(onBehalfOf)) {
    refuse('onBehalfOf is not an opaque subject id', 'Leave it out, or give the subject for whom the actor types.');
  }
  if (commandId === '') refuse('The command id is empty', 'Leave it out, or give an id of your own.');
  if (occurredAt !== undefined && !isInstant(occurredAt)) {
    refuse(`occurredAt '${occurredAt}' is not an instant`, 'Write it in UTC as 2026-03-02T01:30:00.000Z.');
  }
  if (occurredAt !== undefined && Date.parse(occurredAt) > Date.parse(now) + CLOCK_DIFFERENCE_MS) {
    refuse(
      `occurredAt ${occurredAt} lies after now (${now})`,
      'Record what happened once it has happened; dates to come belong in the data.',
    );
  }
  if (
    corrects !== undefined &&
    (!corrects.eventId || typeof corrects.reason !== 'string' || corrects.reason.trim() === '')
  ) {
    refuse('A correction lacks the event or the reason', 'Give corrects.eventId and corrects.reason.');
  }
}

function refuse(what: string, todo: string): never {
  throw new EventSourcingError('invalid-context', `${what}.`, { todo });
}

/** Metadata hold no personal data: a subject is an opaque id, never a name with spaces or a number of 18 digits. */
function isSubject(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^(?!(__proto__|constructor|prototype)$)[A-Za-z0-9_-][A-Za-z0-9_.~-]{0,99}$/.test(value) &&
    !/(?<!\d)\d{18}(?!\d)/.test(value)
  );
}
