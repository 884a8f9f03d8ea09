import { parse, v5 } from 'uuid';

/** Namespace of the event ids of this library (RFC 9562, version 5). Never change it: retries would no longer be recognised. */
const NAMESPACE = parse('6f1e3f0c-3b6a-4a55-9a51-0c8f3f6f7d5e');

/** The id of the event at that place in the result of a command: the same command gives the same ids. */
export function eventId(commandId: string, index: number): string {
  return v5(`${commandId}/${index}`, NAMESPACE);
}

/** The ids of the events of a command, each derived once. */
export interface EventIds {
  readonly commandId: string;
  at(index: number): string;
}

export function eventIdsOf(commandId: string): EventIds {
  const known: string[] = [];
  return {
    commandId,
    at(index) {
      known[index] ??= eventId(commandId, index);
      return known[index];
    },
  };
}
