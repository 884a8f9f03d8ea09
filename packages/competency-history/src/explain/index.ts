export type {
  ArithmeticStep,
  CellAsked,
  EventStep,
  Explanation,
  FigureStep,
  IpAsnDimension,
  MissingFact,
  MissingStep,
  NotCounting,
  RuleStep,
  Step,
} from './explanation.js';
export { type ExplanationLanguage, explanationText } from './explanation-text.js';
