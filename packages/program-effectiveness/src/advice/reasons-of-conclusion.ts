import type { Conclusion } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import type { RoundEstimates } from '../estimates/round-estimates.js';
import type { ConclusionHistory, EvaluationHistory } from '../program/program-history.js';
import type { Reason, ReasonCode } from './advice.js';
import { contestedConclusion, findingOf, standingConclusion } from './finding.js';
import { reason } from './reason.js';

/** What the evaluator concluded beside what the figures permit; always exactly one. */
export function conclusionReason(estimates: RoundEstimates, round: EvaluationHistory): Reason {
  const contested = contestedConclusion(round);
  if (contested !== undefined) return contestedReason(contested);
  const conclusion = standingConclusion(round);
  if (conclusion === undefined) return reason('awaitsConclusion', 'notes', SENTENCES.awaitsConclusion, { rule: 'R25' });
  const permitted = permittedBy(estimates, round);
  const code = compared(conclusion.conclusion, permitted);
  return reason(code, WEIGHS[code], SENTENCES[code], {
    figures: { conclusion: conclusion.conclusion, permitted },
    rule: 'R35',
    events: [conclusion.told],
  });
}

function contestedReason(conclusion: ConclusionHistory): Reason {
  const { contested } = conclusion;
  return reason('contested', 'against', SENTENCES.contested, {
    figures: { conclusion: conclusion.conclusion, answerDue: contested?.answerDue ?? null },
    rule: 'R36',
    events: contested === null ? [conclusion.told] : [conclusion.told, contested.told],
  });
}

/** What may be concluded by the figures alone. */
export function permittedBy(estimates: RoundEstimates, round: EvaluationHistory): Conclusion {
  const finding = findingOf(estimates, { ...round, conclusions: [] });
  if (finding === 'worse') return 'harmful';
  if (finding === 'belowMinimum') return 'noSignificantChange';
  return finding === 'better' && estimates.level4.claim === 'effect' ? 'effective' : 'inconclusive';
}

type Comparison = Extract<ReasonCode, 'conclusionAgrees' | 'conclusionExceedsEvidence' | 'conclusionSaysLess'>;

/** That nothing significant changed says less than a change that is shown, and more than figures that do not decide. */
function compared(conclusion: Conclusion, permitted: Conclusion): Comparison {
  if (conclusion === permitted) return 'conclusionAgrees';
  if (conclusion === 'inconclusive') return 'conclusionSaysLess';
  const shown = permitted === 'effective' || permitted === 'harmful';
  return conclusion === 'noSignificantChange' && shown ? 'conclusionSaysLess' : 'conclusionExceedsEvidence';
}

const WEIGHS: Readonly<Record<Comparison, Reason['weighs']>> = {
  conclusionAgrees: 'for',
  conclusionExceedsEvidence: 'against',
  conclusionSaysLess: 'notes',
};

const SENTENCES: Readonly<Record<Comparison | 'awaitsConclusion' | 'contested', Bilingual>> = {
  awaitsConclusion: {
    en: 'The evaluator has not concluded this round yet.',
    id: 'Evaluator belum menyimpulkan putaran ini.',
  },
  contested: {
    en: 'An objection against the conclusion is open; until it is answered, nothing is expanded on it.',
    id: 'Kesimpulan sedang disanggah; sebelum sanggahan dijawab, kesimpulan itu tidak menjadi dasar perluasan.',
  },
  conclusionAgrees: {
    en: 'What the evaluator concluded is what the figures permit.',
    id: 'Kesimpulan evaluator sesuai dengan yang dapat dinyatakan dari angka yang ada.',
  },
  conclusionExceedsEvidence: {
    en: 'What the evaluator concluded says more than the figures permit.',
    id: 'Kesimpulan evaluator melampaui yang dapat dinyatakan dari angka yang ada.',
  },
  conclusionSaysLess: {
    en: 'What the evaluator concluded says less than the figures would permit.',
    id: 'Kesimpulan evaluator menyatakan kurang dari yang dapat dinyatakan dari angka yang ada.',
  },
};
