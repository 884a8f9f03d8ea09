import { type AsOf, type CheckedAsOf, checkedAsOf, positionWithin } from '@pembinaan/core';
import type { EventStore, ViewTarget } from '@pembinaan/event-sourcing';
import { type ProgramCellAsked, type ProgramExplanation, programExplanationOf } from '../explain/index.js';
import { answered } from './asking.js';
import type { ProgramReadModel } from './program-read-model.js';
import { type ProgramEvaluation, programSubject } from './program-subject.js';
import { type ProgramView, programViewOf } from './program-view.js';
import type { Page, ProgramQuery } from './query.js';
import type { Reading } from './reading.js';
import { readingAt } from './reading-at.js';
import { type Shelf, shelfIn, shelfOf } from './shelf.js';

/** What all programmes came to, over all time. */
export interface ProgramEffectiveness {
  /** Up to where the log is filed; null for an empty one. */
  position(): Promise<string | null>;
  /**
   * The effectiveness as of a day and a moment.
   * @throws RangeError for a day that is none; EventSourcingError `invalid-context` for a moment that is none.
   */
  asOf(clocks: AsOf): EffectivenessAsOf;
}

/** What all programmes came to, as of a day and a moment. */
export interface EffectivenessAsOf {
  /** The ids of the programmes that were designed, sorted. */
  programs(): Promise<readonly string[]>;
  /**
   * Everything about one programme: what it is and did, what its figures carry, what should happen, what was decided and what happened next;
   * undefined where none of that id was designed.
   */
  program(programId: string): Promise<ProgramView | undefined>;
  /** What its figures carry and what should happen, alone. */
  evaluation(programId: string): Promise<ProgramEvaluation | undefined>;
  /**
   * Answers a read model, page by page.
   * @throws RangeError for a limit that is none, and for an `after` that is no end of a page.
   */
  ask<Line>(model: ProgramReadModel<Line>, query?: ProgramQuery): Promise<Page<Line>>;
  /** All lines of an answer, one after the other, all as of the same position of the log. */
  lines<Line>(model: ProgramReadModel<Line>, query?: ProgramQuery): AsyncIterable<Line>;
  /**
   * Explains one cell about a programme: the value as the views have it, and the events, rules, figures of the policy and findings that produced
   * it, in order; undefined where none of that id was designed. `programExplanationText` makes readable lines of it.
   */
  explain(cell: ProgramCellAsked): Promise<ProgramExplanation | undefined>;
  /**
   * The same as it is known now: what is recorded from here on changes no answer. It keeps what it has read of what programmes share, which
   * makes it the one to ask about many of them.
   */
  held(): Promise<EffectivenessAsOf>;
}

/**
 * Files the events of a store in memory, and answers from the files.
 *
 * ```ts
 * const effectiveness = await programEffectiveness(store);
 * const then = effectiveness.asOf({ effective: '2026-06-30', recorded: '2026-06-30T16:59:59.999Z' });
 * (await then.program('antrean'))?.advice.kind;
 * ```
 *
 * @throws EventSourcingError as `replayAll` does.
 */
export async function programEffectiveness(store: EventStore): Promise<ProgramEffectiveness> {
  const shelf = await shelfOf(store);
  return effectivenessOn(async () => shelf);
}

/**
 * Answers from files that projectors keep in a target, such as a SQLite file: run them with {@link programEffectivenessProjections}. Each
 * question is answered from what is filed at that moment.
 *
 * @throws EventSourcingError `version-conflict` from each question while the target does not serve the files.
 */
export function keptProgramEffectiveness(target: ViewTarget): ProgramEffectiveness {
  return effectivenessOn(() => shelfIn(target));
}

function effectivenessOn(open: () => Promise<Shelf>): ProgramEffectiveness {
  return {
    position: async () => (await open()).position || null,
    asOf: (clocks) => effectivenessAsOf(open, checkedAsOf(clocks)),
  };
}

function effectivenessAsOf(
  open: () => Promise<Shelf>,
  clocks: CheckedAsOf,
  reading: () => Promise<Reading> = async () => readingAt(await open(), clocks),
): EffectivenessAsOf {
  async function ask<Line>(model: ProgramReadModel<Line>, query: ProgramQuery = {}): Promise<Page<Line>> {
    const until = async (position: string | undefined): Promise<Reading> =>
      position === undefined || position === clocks.position
        ? reading()
        : readingAt(await open(), { ...clocks, position: positionWithin(clocks.position, position) });
    return answered(until, model, query);
  }
  return {
    programs: async () => (await reading()).programIds(),
    async program(programId) {
      const subject = await programSubject(await reading(), programId);
      return subject === undefined ? undefined : programViewOf(subject);
    },
    async evaluation(programId) {
      return (await programSubject(await reading(), programId))?.evaluation();
    },
    ask,
    async *lines(model, query = {}) {
      let asked = query;
      for (;;) {
        const { lines, next } = await ask(model, asked);
        yield* lines;
        if (next === null) return;
        asked = { ...asked, after: next };
      }
    },
    explain: async (cell) => programExplanationOf(await reading(), cell),
    async held() {
      const shelf = await open();
      const held = { ...clocks, position: positionWithin(clocks.position, shelf.position) };
      // Nothing that it reads can change, so that it is read once.
      const once = await readingAt(shelf, held);
      return effectivenessAsOf(
        async () => shelf,
        held,
        async () => once,
      );
    },
  };
}
