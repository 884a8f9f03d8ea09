import { pembinaan, pembinaanProcessor } from '@pembinaan/core';
import {
  type Command,
  type CommandContext,
  type EventStore,
  type FixedRuntime,
  fixedRuntime,
  type RecordedEvent,
} from '@pembinaan/event-sourcing';

/** Any command of the domain. */
export type PembinaanCommand = Parameters<typeof pembinaan.dispatch>[2];

/** Somebody who acts in a story. */
export interface Actor {
  readonly subjectId: string;
  /** Sends a command that must be accepted, lets happen what follows by itself, and returns the events of the command. */
  does(id: string, command: PembinaanCommand, context?: Partial<CommandContext>): Promise<readonly RecordedEvent[]>;
  /** Sends a command that the named rule must refuse. */
  isRefused(rule: string, id: string, command: PembinaanCommand): Promise<void>;
}

/** Where a story is played: one store, a clock that the story sets, ids that come out the same at every run. */
export interface Stage {
  readonly store: EventStore;
  /** Sets the clock to a local time (WIB, UTC+7). */
  on(day: string, time?: string): void;
  /** Lets minutes pass: whoever checks what another made has read it first. */
  later(minutes: number): void;
  /** A person, with the authority under which he or she acts, if any. */
  as(subjectId: string, authorityId?: string): Actor;
  /** Ends a sentence of the story; told when the story is played aloud. */
  say(text: { readonly id: string; readonly en: string }): void;
  /** Marks which practices of the region the commands from here on tell, until the next mark. */
  tells(...codes: readonly string[]): void;
  /** For each practice that was told: the events of its commands, and of what followed from them when they were new. */
  readonly told: ReadonlyMap<string, readonly RecordedEvent[]>;
  /** Commands that were new in this run; the others were stored by an earlier one. */
  readonly written: number;
}

export interface StageOptions {
  readonly runtime: FixedRuntime;
  readonly say?: (text: { readonly id: string; readonly en: string }) => void;
}

/** The clock of a story: hand its `now` to the store, so that a run is reproducible byte for byte. */
export function storyClock(region: string): FixedRuntime {
  return fixedRuntime({ start: '2026-01-05T02:00:00.000Z', stepMs: 1000, prefix: region });
}

/** A stage on a store. Played again on the same store, a story writes nothing: every command is known by its id. */
export function stage(store: EventStore, { runtime, say }: StageOptions): Stage {
  let written = 0;
  let telling: readonly string[] = [];
  const told = new Map<string, RecordedEvent[]>();
  const processor = pembinaanProcessor(store, { runtime });

  const send = (subjectId: string, authorityId: string | undefined, id: string, command: Command, more = {}) =>
    pembinaan.dispatch(store, id, command as PembinaanCommand, {
      actor: { subjectId, roles: [], ...(authorityId !== undefined && { authorityId }) },
      commandId: runtime.newId(),
      runtime,
      ...more,
    });

  const storedAfter = async (last: RecordedEvent | undefined) => {
    const events: RecordedEvent[] = [];
    if (last === undefined) return events;
    for await (const page of store.readAll({ after: last.position })) events.push(...page);
    return events;
  };

  return {
    store,
    on(day, time = '09:00') {
      runtime.set(new Date(`${day}T${time}:00.000+07:00`).toISOString());
    },
    later(minutes) {
      runtime.set(new Date(Date.parse(runtime.now()) + minutes * 60_000).toISOString());
    },
    tells(...codes) {
      telling = codes;
      for (const code of codes) if (!told.has(code)) told.set(code, []);
    },
    told,
    say: (text) => say?.(text),
    get written() {
      return written;
    },
    as: (subjectId, authorityId) => ({
      subjectId,
      async does(id, command, context) {
        const result = await send(subjectId, authorityId, id, command, context);
        if (!result.accepted) {
          const { rule, reason, message } = result.rejection;
          throw new Error(`${command.type} by ${subjectId} was refused by ${rule} (${reason}): ${message.en}`);
        }
        if (!result.repeated) written++;
        await processor.run();
        if (telling.length > 0) {
          const followed = result.repeated ? [] : await storedAfter(result.events.at(-1));
          for (const code of telling) told.get(code)?.push(...result.events, ...followed);
        }
        return result.events;
      },
      async isRefused(rule, id, command) {
        const result = await send(subjectId, authorityId, id, command);
        if (result.accepted) throw new Error(`${command.type} by ${subjectId} should have been refused by ${rule}.`);
        // Played again, the story has moved on, and an earlier rule may refuse the same command.
        if (written > 0 && result.rejection.rule !== rule) {
          throw new Error(`${command.type} was refused by ${result.rejection.rule} instead of ${rule}.`);
        }
      },
    }),
  };
}
