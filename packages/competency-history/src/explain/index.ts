export type { ExplanationLanguage } from '@pembinaan/core';
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
export { explanationText } from './explanation-text.js';
