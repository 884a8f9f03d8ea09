import { type FactRequest, fact, type RecordedEvent } from '@pembinaan/event-sourcing';
import type { AuditTarget } from './events.js';

/** The event that a finding is about, as a fact; undefined where the log has none there. */
export function targetOf({ stream, revision }: AuditTarget): FactRequest<RecordedEvent | undefined> {
  return fact(async ({ store, relyOn }) => {
    let head = -1;
    for await (const last of store.read(stream, { backwards: true, limit: 1 })) head = last.revision;
    let target: RecordedEvent | undefined;
    for await (const event of store.read(stream, { from: revision, to: revision })) target = event;
    // The event never changes; the stream may, and is noted as it stood, or else a store that checks would never take the finding.
    relyOn({ stream, revision: head });
    return target;
  });
}
