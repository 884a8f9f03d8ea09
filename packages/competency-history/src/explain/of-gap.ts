import type { Step } from './explanation.js';
import type { Facts } from './facts.js';
import { levelSteps } from './of-level.js';
import { placementSteps, standardSteps } from './of-standard.js';
import { arithmeticStep } from './steps.js';

/** How the gap of a person in a competency came about: what the position requires, less what others assessed. */
export function gapSteps(facts: Facts, competency: string): readonly Step[] {
  const line = facts.levelLines.find((one) => one.competency === competency);
  const steps = [...placementSteps(facts), ...standardSteps(facts, [competency]), ...levelSteps(facts, competency)];
  if (line === undefined || line.required === null || line.gap === null) return steps;
  const { required, actual, gap } = line;
  const known = actual === null ? { en: '0, as none is known', id: '0, karena belum diketahui' } : same(String(actual));
  return [
    ...steps,
    arithmeticStep(
      {
        en: `Required ${required} less level ${known.en}, never below 0: the gap is ${gap}.`,
        id: `Syarat ${required} dikurangi level ${known.id}, tidak kurang dari 0: kesenjangannya ${gap}.`,
      },
      [
        { name: 'required', value: required },
        { name: 'actual', value: actual },
      ],
      gap,
    ),
  ];
}

function same(text: string) {
  return { en: text, id: text };
}
