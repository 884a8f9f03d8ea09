import { formatScore } from '@pembinaan/core';
import type { IpAsnDimension, Step } from './explanation.js';
import type { Facts } from './facts.js';
import { indexOn } from './index-on.js';
import { competenceSteps } from './of-ip-asn-competence.js';
import { performanceSteps } from './of-ip-asn-performance.js';
import { arithmeticStep, figureSteps, missingStep, noFigureStep } from './steps.js';
import { dimensions, indexInputs } from './words.js';

/** How a dimension of the index came about, or all of it. What no event tells is said, and not guessed. */
export function ipAsnSteps(facts: Facts, dimension: IpAsnDimension | undefined): readonly Step[] {
  if (dimension !== undefined) return STEPS[dimension](facts);
  return [...DIMENSIONS.flatMap((one) => STEPS[one](facts)), ...totalSteps(facts)];
}

const DIMENSIONS = ['qualification', 'competence', 'performance', 'discipline'] as const;

const STEPS: Readonly<Record<IpAsnDimension, (facts: Facts) => readonly Step[]>> = {
  qualification: ({ employeeId }) => [
    missingStep(
      'education',
      `No event tells the education of ${employeeId}: the points for qualification are not known, and are not guessed.`,
      `Tidak ada peristiwa yang mencatat pendidikan ${employeeId}: nilai kualifikasi belum diketahui dan tidak diperkirakan.`,
    ),
  ],
  competence: competenceSteps,
  performance: performanceSteps,
  discipline: ({ employeeId }) => [
    missingStep(
      'sanction',
      `No event tells whether ${employeeId} is under a disciplinary sanction: the points for discipline are not known, and are not guessed.`,
      `Tidak ada peristiwa yang mencatat ada atau tidaknya hukuman disiplin ${employeeId}: nilai disiplin belum diketahui dan tidak diperkirakan.`,
    ),
  ],
};

function totalSteps(facts: Facts): readonly Step[] {
  const index = indexOn(facts);
  const weights = facts.policy?.figures['ipasn.weights'].value;
  if (index === undefined || weights === undefined) return [noFigureStep(facts, 'ipasn.weights')];
  const { partial, total, missing } = index;
  const lacking = { en: missing.map((one) => indexInputs[one].en), id: missing.map((one) => indexInputs[one].id) };
  return [
    ...figureSteps(facts, 'ipasn.weights', {
      en: DIMENSIONS.map((one) => `${dimensions[one].en} ${weights[one]}`).join(', '),
      id: DIMENSIONS.map((one) => `${dimensions[one].id} ${weights[one]}`).join(', '),
    }),
    arithmeticStep(
      {
        en: `The points that are known come to ${formatScore(partial)}; the total will not be lower.`,
        id: `Nilai yang sudah diketahui berjumlah ${formatScore(partial)}; nilai akhirnya tidak akan lebih rendah.`,
      },
      DIMENSIONS.map((one) => ({ name: one, value: index[one] })),
      partial,
    ),
    ...(total === null
      ? [
          missingStep(
            'total',
            `The total and its category cannot be told; not known: ${lacking.en.join(', ')}.`,
            `Nilai akhir dan kategorinya belum dapat ditentukan; yang belum diketahui: ${lacking.id.join(', ')}.`,
          ),
        ]
      : []),
  ];
}
