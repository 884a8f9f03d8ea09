export {
  correctedBy,
  type EventToTell,
  eachEventOnce,
  eventStep,
  laterThan,
  notStanding,
  type Obstacle,
  replacedBy,
  reversedBy,
  standsOn,
} from './event-steps.js';
export { type ExplainedAsOf, type ExplanationLanguage, explainedLines, stepText } from './explanation-text.js';
export { type CorrectingEntry, type KnownEntry, knownEntries } from './known-entry.js';
export {
  arithmeticStep,
  figureSteps,
  missingStep,
  noFigureStep,
  type PolicyToTell,
  ruleStep,
} from './other-steps.js';
export type { ArithmeticStep, EventStep, FigureStep, MissingStep, RuleStep, Step } from './steps.js';
export { certainties } from './words.js';
