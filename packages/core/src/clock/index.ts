export { type AsOf, type CheckedAsOf, checkedAsOf, positionWithin } from './as-of.js';
export { type Clock, endOfDay, hasHappened, standingOf } from './clock.js';
export { type OwnDay, ownDay } from './own-day.js';
