import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competencyHistory } from '../../src/index.js';
import { storeOf } from '../fixtures.js';
import { askedOf, everything } from './asked.js';
import { logIn, storeHolding } from './log.js';
import { days, histories, PEOPLE } from './told.js';

const models = askedOf('M05', 'a');

describe('as of a moment', () => {
  it('every position of a log gives what a fold of the log up to there gives', () =>
    fc.assert(
      fc.asyncProperty(histories({ most: 25 }), days, async (lines, effective) => {
        const log = await logIn(await storeOf(lines));
        const whole = await competencyHistory(await storeHolding(log));
        for (const [index, { position }] of log.entries()) {
          const prefix = await competencyHistory(await storeHolding(log.slice(0, index + 1)));
          expect({ position, ...(await everything(whole, { effective, position }, models, PEOPLE)) }).toEqual({
            position,
            ...(await everything(prefix, { effective }, models, PEOPLE)),
          });
        }
      }),
      { numRuns: 6 },
    ));

  it('every moment gives what a fold of all that was recorded by then gives', () =>
    fc.assert(
      fc.asyncProperty(histories(), days, async (lines, effective) => {
        const log = await logIn(await storeOf(lines));
        const whole = await competencyHistory(await storeHolding(log));
        for (const recorded of new Set(log.map(({ recordedAt }) => recordedAt))) {
          const known = log.filter((event) => event.recordedAt <= recorded);
          const fold = await competencyHistory(await storeHolding(known));
          expect({ recorded, ...(await everything(whole, { effective, recorded }, models, PEOPLE)) }).toEqual({
            recorded,
            ...(await everything(fold, { effective }, models, PEOPLE)),
          });
        }
      }),
      { numRuns: 8 },
    ));

  it('both limits together leave out what either of them leaves out', () =>
    fc.assert(
      fc.asyncProperty(histories(), days, fc.nat(), fc.nat(), async (lines, effective, first, second) => {
        const log = await logIn(await storeOf(lines));
        const position = log[first % log.length]?.position ?? '';
        const recorded = log[second % log.length]?.recordedAt ?? '';
        const known = log.filter((event) => event.recordedAt <= recorded && event.position <= position);
        const whole = await competencyHistory(await storeHolding(log));
        const fold = await competencyHistory(await storeHolding(known));
        expect(await everything(whole, { effective, recorded, position }, models, PEOPLE)).toEqual(
          await everything(fold, { effective }, models, PEOPLE),
        );
      }),
      { numRuns: 30 },
    ));
});
