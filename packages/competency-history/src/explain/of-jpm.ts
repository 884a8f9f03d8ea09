import { formatScore } from '@pembinaan/core';
import { type Match, matchOf } from '../match.js';
import type { Step } from './explanation.js';
import type { Facts } from './facts.js';
import { assessmentSteps } from './of-level.js';
import { placementSteps, standardSteps } from './of-standard.js';
import { arithmeticStep, figureSteps, missingStep, ruleStep } from './steps.js';
import { bands } from './words.js';

/** The job-person match of one person, as `GapMap` has it of a unit. */
export function matchOn({ levelLines, policy }: Facts): Match {
  return matchOf(levelLines, policy?.figures);
}

/** How the job-person match came about: the share of each required level that was reached, their mean, and the band. */
export function jpmSteps(facts: Facts): readonly Step[] {
  const required = facts.levelLines.filter((line) => line.required !== null);
  const competencies = required.map(({ competency }) => competency);
  const { jpm, band } = matchOn(facts);
  const shares = required.map((line) => ({ ...line, share: matchOf([line], undefined).jpm }));
  const steps: readonly Step[] = [
    ...placementSteps(facts),
    ...standardSteps(facts, competencies),
    ruleStep('R06'),
    ...shares.flatMap(({ competency, required, actual, share }) => [
      ...assessmentSteps(facts, competency),
      arithmeticStep(
        {
          en: `${competency}: level ${actual ?? 0} of ${required} is ${percent(share)} of what is required, at most 100%.`,
          id: `${competency}: level ${actual ?? 0} dari ${required} adalah ${percent(share)} dari syarat, paling tinggi 100%.`,
        },
        [
          { name: 'actual', value: actual },
          { name: 'required', value: required },
        ],
        share,
      ),
    ]),
  ];
  if (jpm === null) {
    if (required.length === 0) return steps;
    return [
      ...steps,
      missingStep(
        'possibleLevels',
        'A level lies outside 1 to 5, so that the match cannot be worked out.',
        'Ada level di luar 1 sampai 5, sehingga kesesuaian tidak dapat dihitung.',
      ),
    ];
  }
  return [
    ...steps,
    arithmeticStep(
      {
        en: `The mean over ${required.length} competencies, worked out before rounding, is ${percent(jpm)}.`,
        id: `Rata-rata ${required.length} kompetensi, dihitung sebelum pembulatan, adalah ${percent(jpm)}.`,
      },
      shares.map(({ competency, share }) => ({ name: competency, value: share })),
      jpm,
    ),
    ...bandSteps(facts, { jpm, band }),
  ];
}

function bandSteps(facts: Facts, { jpm, band }: Match): readonly Step[] {
  const bounds = facts.policy?.figures['jpm.bands'].value;
  const optimal = percent(bounds?.optimal ?? null);
  const fairly = percent(bounds?.fairlyOptimal ?? null);
  const figure = figureSteps(facts, 'jpm.bands', {
    en: `optimal from ${optimal}, fairly optimal from ${fairly}`,
    id: `optimal mulai ${optimal}, cukup optimal mulai ${fairly}`,
  });
  if (band === null) return figure;
  return [
    ...figure,
    arithmeticStep(
      {
        en: `${percent(jpm)} falls into the band ${bands[band].en}.`,
        id: `${percent(jpm)} termasuk kategori ${bands[band].id}.`,
      },
      [{ name: 'jpm', value: jpm }],
      band,
    ),
  ];
}

function percent(hundredths: number | null): string {
  return hundredths === null ? '?' : `${formatScore(hundredths)}%`;
}
