import type { Advice, Reason } from '../advice/index.js';
import type { Told } from '../program/told.js';
import { percentage } from './amounts.js';
import type { ProgramStep } from './explanation.js';
import type { KnownAround, KnownOfProgram, ProgramFacts } from './facts.js';
import { eventStep, findingStep, missingStep, policySteps, ruleStep, toldStep } from './steps.js';
import { personalStep } from './steps-of-people.js';
import { described } from './tells.js';

/** Why an advice is what it is: the figures of the policy, and each reason with its rule and the events that it rests on. */
export function adviceSteps(advice: Advice, facts: ProgramFacts): readonly ProgramStep[] {
  const rules = new Set<string>();
  return [
    ...thresholdSteps(facts),
    ...advice.reasons.flatMap((reason) => {
      const isNew = reason.rule !== undefined && !rules.has(reason.rule);
      if (reason.rule !== undefined) rules.add(reason.rule);
      return [
        ...(isNew && reason.rule !== undefined ? [ruleStep(reason.rule)] : []),
        reasonStep(reason),
        ...reason.events.flatMap((told) => eventSteps(told, facts)),
      ];
    }),
  ];
}

function thresholdSteps(facts: ProgramFacts): readonly ProgramStep[] {
  const { policy, clock } = facts;
  if (policy === undefined) {
    return [
      missingStep(
        'policy',
        `No policy is in force on ${clock.effective}: nothing can be advised without the agency's own figures.`,
        `Tidak ada kebijakan yang berlaku pada ${clock.effective}: tidak ada yang dapat disarankan tanpa angka instansi sendiri.`,
      ),
    ];
  }
  const { figures } = policy;
  const minimum = percentage(figures['effect.minimum']?.value ?? 0);
  const tolerance = percentage(figures['effect.guardTolerance'].value);
  const days = figures['evaluation.maxAgeDays'].value;
  return [
    ...policySteps(facts, 'effect.minimum', {
      en: `an improvement counts from ${minimum.en}`,
      id: `perbaikan diperhitungkan mulai ${minimum.id}`,
    }),
    ...policySteps(facts, 'effect.guardTolerance', {
      en: `a guard may rise by ${tolerance.en} of what it was`,
      id: `ukuran penjaga boleh naik ${tolerance.id} dari nilai semula`,
    }),
    ...policySteps(facts, 'evaluation.maxAgeDays', {
      en: `evidence speaks for a programme for ${days} days`,
      id: `bukti dapat mendukung program selama ${days} hari`,
    }),
  ];
}

const WEIGHS: Readonly<Record<Reason['weighs'], { readonly en: string; readonly id: string }>> = {
  decides: { en: 'Decides', id: 'Menentukan' },
  against: { en: 'Against', id: 'Memberatkan' },
  for: { en: 'For', id: 'Mendukung' },
  notes: { en: 'To be known', id: 'Perlu diketahui' },
};

function reasonStep({ code, weighs, sentence, figures }: Reason): ProgramStep {
  const { en, id } = WEIGHS[weighs];
  return findingStep(code, { en: `${en}: ${sentence.en}`, id: `${id}: ${sentence.id}` }, { ...figures, weighs });
}

/** An event behind a reason, after those that it corrects. */
function eventSteps(told: Told, facts: ProgramFacts): readonly ProgramStep[] {
  const known = [...facts.own, ...facts.around];
  const entry = known.find(({ eventId }) => eventId === told.eventId);
  const correctedByIt = correctedUpTo(told.eventId, known);
  return [
    ...correctedByIt.map((earlier) => knownStep(earlier, facts)),
    // Events of other programmes are known by what they are alone.
    entry === undefined ? eventStep(told, described(told.type), undefined) : knownStep(entry, facts),
  ];
}

/** What an event corrects, and what that had corrected, the first one first. */
function correctedUpTo(
  eventId: string,
  known: readonly (KnownOfProgram | KnownAround)[],
): readonly (KnownOfProgram | KnownAround)[] {
  const earlier = known.find(({ correctedBy }) => correctedBy?.eventId === eventId);
  return earlier === undefined ? [] : [...correctedUpTo(earlier.eventId, known), earlier];
}

function knownStep(entry: KnownOfProgram | KnownAround, facts: ProgramFacts): ProgramStep {
  return PERSONAL.has(entry.type) ? personalStep(entry, facts, undefined) : toldStep(entry, facts, undefined);
}

const PERSONAL: ReadonlySet<string> = new Set([
  'BehaviourRated',
  'LearningResultRecorded',
  'ParticipantOutcomeDecided',
]);
