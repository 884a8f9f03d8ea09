import type { StoredEvent } from './event-log.js';
import type { ReadReq } from './wire.js';

/** What a client asks the server to leave out of $all, as it came over the wire. */
export interface EventFilter {
  readonly on: 'stream' | 'type';
  readonly prefixes: readonly string[];
  /** Empty when the filter goes by prefixes. */
  readonly regex: string;
  /** How many events the server looks at before it pauses; undefined leaves that to the server. */
  readonly window: number | undefined;
  /** A checkpoint is due after this many windows. */
  readonly checkpointInterval: number;
}

export function parseFilter(options: ReadReq.Options): EventFilter | undefined {
  const filter = options.getFilter();
  if (filter === undefined) return undefined;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  return {
    on: filter.hasStreamIdentifier() ? 'stream' : 'type',
    prefixes: [...(expression?.getPrefixList() ?? [])],
    regex: expression?.getRegex() ?? '',
    window: filter.hasMax() ? filter.getMax() : undefined,
    checkpointInterval: filter.getCheckpointintervalmultiplier(),
  };
}

/**
 * The test that a filter makes. A server reads a regular expression only where there is one, and else the prefixes. Its
 * dialect is that of .NET and ours that of JavaScript: patterns that both read alike are the ones to send.
 *
 * @throws SyntaxError when the pattern is none
 */
export function matcherOf(filter: EventFilter | undefined): (event: StoredEvent) => boolean {
  if (filter === undefined) return () => true;
  const subject = (event: StoredEvent): string => (filter.on === 'stream' ? event.stream : event.type);
  if (filter.regex !== '') {
    const regex = new RegExp(filter.regex);
    return (event) => regex.test(subject(event));
  }
  return (event) => filter.prefixes.some((prefix) => subject(event).startsWith(prefix));
}
