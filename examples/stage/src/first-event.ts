import type { AnyEventType, RecordedEvent } from '@pembinaan/event-sourcing';
import type { Stage } from './stage.js';

/**
 * The first event of a type in a stream with certain values: the one that a correction names. A real agency reads its id from a view.
 *
 * @throws Error when there is none
 */
export async function firstEvent(
  { store }: Stage,
  stream: string,
  { type }: AnyEventType,
  values: Readonly<Record<string, unknown>>,
): Promise<RecordedEvent> {
  for await (const event of store.read(stream)) {
    const { data } = event;
    if (event.type !== type || typeof data !== 'object' || data === null) continue;
    if (Object.entries(values).every(([name, value]) => Reflect.get(data, name) === value)) return event;
  }
  throw new Error(`The stream ${stream} has no ${type} with ${JSON.stringify(values)}.`);
}
