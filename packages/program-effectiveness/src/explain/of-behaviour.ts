import type { BehaviourEstimate } from '../estimates/index.js';
import { inHundredths, percentage } from './amounts.js';
import type { ProgramStep } from './explanation.js';
import { ownEntries, type RoundFacts } from './facts.js';
import { batchSteps, planSteps } from './of-round.js';
import { suppressionSteps } from './of-suppression.js';
import {
  arithmeticStep,
  because,
  findingStep,
  missingStep,
  type ProgramObstacle,
  policySteps,
  ruleStep,
} from './steps.js';
import { personalStep } from './steps-of-people.js';

/** How the rating of behaviour at work came about (level 3), without any single rating. */
export function behaviourSteps(facts: RoundFacts): readonly ProgramStep[] {
  const { behaviour } = facts.round.estimates;
  const { completed, rated, responseRate, outside } = behaviour;
  const share = responseRate === null ? null : percentage(responseRate);
  return [
    ...planSteps(facts),
    ...batchSteps(facts),
    ruleStep('R31'),
    ...windowSteps(facts),
    ...ratingSteps(facts),
    findingStep(
      'sizes',
      {
        en: `${completed} people completed; others rated ${rated} of them in time${share === null ? '' : ` (${share.en})`}.`,
        id: `${completed} orang menyelesaikan; ${rated} di antaranya dinilai orang lain tepat waktu${share === null ? '' : ` (${share.id})`}.`,
      },
      { completed, rated, responseRate, outside },
    ),
    ...suppressionSteps(facts, behaviour.suppressed, {
      en: `Only ${rated} people were rated by others: nothing is told of their behaviour.`,
      id: `Hanya ${rated} orang yang dinilai orang lain: penilaian perilaku mereka tidak ditampilkan.`,
    }),
    ...meanSteps(behaviour, facts),
  ];
}

function windowSteps(facts: RoundFacts): readonly ProgramStep[] {
  const window = facts.policy?.figures['evaluation.l3.window'].value;
  if (window === undefined) return [];
  return policySteps(facts, 'evaluation.l3.window', {
    en: `behaviour is rated from ${window.from} to ${window.to} days after the last day of the batch`,
    id: `perilaku dinilai dari ${window.from} sampai ${window.to} hari sesudah hari terakhir angkatan`,
  });
}

function ratingSteps(facts: RoundFacts): readonly ProgramStep[] {
  return ownEntries(facts, 'BehaviourRated')
    .filter(({ stream }) => stream === facts.planned.told.stream)
    .map((entry) => personalStep(entry, facts, ratingObstacle(entry.eventId, entry.data.raterKind, facts)));
}

function ratingObstacle(eventId: string, raterKind: string, { round }: RoundFacts): ProgramObstacle | undefined {
  if (round.estimates.behaviour.events.some((told) => told.eventId === eventId)) return undefined;
  return raterKind === 'self' ? because('self', SELF) : because('outsideWindow', OUTSIDE);
}

const SELF = {
  en: 'a rating of oneself stands apart (R31)',
  id: 'penilaian diri dicatat terpisah (R31)',
};
const OUTSIDE = {
  en: 'it is of somebody who did not complete, or of a day outside the window',
  id: 'penilaian itu atas orang yang tidak menyelesaikan, atau di luar rentang waktu',
};

function meanSteps({ mean, rated, interval, asked, levelReached }: BehaviourEstimate, facts: RoundFacts) {
  if (rated === 0) return [missingStep('ratings', ...NOBODY)];
  if (mean === null) return [];
  const [level, needed, beyond] = [inHundredths(mean), inHundredths(asked), inHundredths(mean - asked)];
  const sure = interval === null ? null : [inHundredths(interval.low), inHundredths(interval.high)];
  return [
    findingStep(
      'estimate',
      {
        en: `Mean of the means of the ${rated} people, each counted once: ${level.en} of 5${sure === null ? '' : ` (95% interval ${sure[0]?.en} to ${sure[1]?.en})`}.`,
        id: `Rata-rata dari rata-rata ${rated} orang, masing-masing dihitung satu kali: ${level.id} dari 5${sure === null ? '' : ` (interval 95%: ${sure[0]?.id} sampai ${sure[1]?.id})`}.`,
      },
      { estimate: mean, low: interval?.low ?? null, high: interval?.high ?? null, rated },
    ),
    ...policySteps(facts, 'evaluation.l3.effectiveMean', {
      en: `a mean of ${needed.en} is asked for`,
      id: `rata-rata ${needed.id} diminta`,
    }),
    arithmeticStep(
      {
        en: `${level.en} beside ${needed.en}: ${levelReached === true ? 'reached' : 'not reached'} (${beyond.en}). Nobody was rated before, so that no change is known.`,
        id: `${level.id} dibandingkan ${needed.id}: ${levelReached === true ? 'tercapai' : 'belum tercapai'} (${beyond.id}). Sebelumnya tidak ada penilaian, sehingga perubahannya tidak diketahui.`,
      },
      [
        { name: 'mean', value: mean },
        { name: 'evaluation.l3.effectiveMean', value: asked },
      ],
      mean - asked,
    ),
  ];
}

const NOBODY = [
  'Others have rated nobody who completed: the behaviour at work is not known.',
  'Belum ada yang menyelesaikan dan dinilai orang lain: perilakunya di tempat kerja belum diketahui.',
] as const;
