import type { AsOf } from '@pembinaan/core';
import type { EventStore, RecordedEvent } from '@pembinaan/event-sourcing';
import { type ProgramView, programEffectiveness } from '@pembinaan/program-effectiveness';
import { program } from './planning.js';

/** What is told of the programme of a story. */
export async function viewOf(
  store: EventStore,
  asOf: AsOf,
  programId: string = program.programId,
): Promise<ProgramView> {
  const view = await (await programEffectiveness(store)).asOf(asOf).program(programId);
  if (view === undefined) throw new Error(`Nothing is told of ${programId}.`);
  return view;
}

/** What is advised, and the codes of the reasons that settle it. */
export function adviceIn({ advice }: ProgramView): { readonly kind: string; readonly decidedBy: readonly string[] } {
  return {
    kind: advice.kind,
    decidedBy: advice.reasons.filter(({ weighs }) => weighs === 'decides').map(({ code }) => code),
  };
}

/** The log of a store. */
export async function logOf(store: EventStore): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const page of store.readAll()) events.push(...page);
  return events;
}
