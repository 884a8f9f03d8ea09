import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competencyHistory } from '../../src/index.js';
import { storeOf } from '../fixtures.js';
import { askedOf, everything } from './asked.js';
import { interleaved, logIn, storeHolding } from './log.js';
import { days, histories, PEOPLE } from './told.js';

const models = askedOf('M05', 'a');

describe('the history', () => {
  it('does not depend on the order in which streams that were written at the same time are read', async () => {
    await fc.assert(
      fc.asyncProperty(histories(), days, fc.gen(), async (lines, effective, gen) => {
        const log = await logIn(await storeOf(lines));
        const other = gen(() => interleaved(log));
        const asTold = await competencyHistory(await storeHolding(log));
        const otherwise = await competencyHistory(await storeHolding(other));
        expect(await otherwise.people()).toEqual(await asTold.people());
        for (const recorded of [undefined, log[Math.floor(log.length / 2)]?.recordedAt]) {
          const clocks = { effective, recorded };
          expect(await everything(otherwise, clocks, models, PEOPLE)).toEqual(
            await everything(asTold, clocks, models, PEOPLE),
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});
