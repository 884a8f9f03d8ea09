import type { DomainEvent, EventType } from '@pembinaan/event-sourcing';
import type * as z from 'zod';

/** An event from plain data, checked by the compiler against its definition; a test validates what comes of it, so that making is fast. */
export function made<T extends string, S extends z.ZodType>(
  definition: EventType<T, S>,
  data: z.input<S>,
): DomainEvent<T, z.input<S>> {
  return { type: definition.type, data };
}
