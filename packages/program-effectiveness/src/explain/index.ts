export { programExplanationOf } from './explain.js';
export type {
  FindingCode,
  FindingStep,
  ImprovementAsked,
  ProgramCellAsked,
  ProgramEventStep,
  ProgramExplanation,
  ProgramMissing,
  ProgramMissingStep,
  ProgramNotCounting,
  ProgramStep,
} from './explanation.js';
export { programExplanationText } from './explanation-text.js';
