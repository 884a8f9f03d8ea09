import { type EventStore, memoryTarget, projectors, type ViewTarget } from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competencyHistory, competencyHistoryProjections, keptCompetencyHistory } from '../../src/index.js';
import { storeOf } from '../fixtures.js';
import { askedOf, everything } from './asked.js';
import { logIn, storeHolding } from './log.js';
import { days, histories, PEOPLE } from './told.js';

const models = askedOf('M05', 'a');

/** What is done once a portion of the log has come in. */
type Turn = 'run' | 'rebuild' | 'rebuildAnew' | 'other projectors run';
const portions = fc.array(
  fc.record({
    events: fc.integer({ min: 1, max: 12 }),
    turn: fc.constantFrom<Turn>('run', 'run', 'rebuild', 'rebuildAnew', 'other projectors run'),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('files that are kept up to date portion by portion, and built anew now and then', () => {
  it('answer everything as the log does when it is filed at once', () =>
    fc.assert(
      fc.asyncProperty(histories(), portions, days, async (lines, arriving, effective) => {
        const log = await logIn(await storeOf(lines));
        const target = memoryTarget();
        const kept = keptCompetencyHistory(target);
        let read = 0;
        let running = keeping(await storeHolding([]), target);
        await running.run();
        for (const { events, turn } of [...arriving, { events: log.length, turn: 'run' as const }]) {
          read = Math.min(log.length, read + events);
          const store = await storeHolding(log.slice(0, read), 1 + (events % 5));
          // The projectors of a process that was killed are gone: what goes on is what the target holds.
          running = keeping(store, target);
          if (turn === 'run') await running.run();
          else if (turn === 'other projectors run') await Promise.all([running.run(), keeping(store, target).run()]);
          else await running.rebuild({ anew: turn === 'rebuildAnew' });
          const clocks = { effective };
          const fresh = await competencyHistory(await storeHolding(log.slice(0, read)));
          expect(await kept.position()).toBe(await fresh.position());
          expect(await kept.people()).toEqual(await fresh.people());
          expect(await everything(kept, clocks, models, PEOPLE)).toEqual(
            await everything(fresh, clocks, models, PEOPLE),
          );
        }
        expect(read).toBe(log.length);
      }),
      { numRuns: 12 },
    ));
});

function keeping(store: EventStore, target: ViewTarget) {
  return projectors(store, competencyHistoryProjections, { target, commitAfter: { events: 7 } });
}
