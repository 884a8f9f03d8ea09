import { formatJp } from '@pembinaan/core';
import { againstCeiling, assignmentsOfYear, ownCredits } from '../views/jp-compliance.js';
import type { Step } from './explanation.js';
import { entriesOf, type Facts } from './facts.js';
import { batchSteps, workplaceSteps } from './of-assignments.js';
import { creditTells } from './of-jp.js';
import { registrationSteps } from './of-service.js';
import { arithmeticStep, eventStep, figureSteps, missingStep, ruleStep } from './steps.js';

type AgainstCeiling = ReturnType<typeof againstCeiling>;

/** How a PPPK stands to the ceiling; undefined for a PNS, and for who is not registered. */
export function ceilingOn({ employeeId, service, jp, assignments, policy, on }: Facts): AgainstCeiling | undefined {
  if (service === undefined || service.kind === null || service.kind === 'pns') return undefined;
  const person = { unitId: null, employeeId, kind: service.kind, record: service };
  return againstCeiling(person, jp, assignments, policy, on);
}

/** How the JP assigned to a PPPK in the contract year came about, and how they stand to the ceiling (R18). */
export function jpCeilingSteps(facts: Facts): readonly Step[] {
  const line = ceilingOn(facts);
  const { employeeId } = facts;
  if (line === undefined) {
    return [
      ...registrationSteps(facts),
      missingStep(
        'ceiling',
        `No ceiling of JP holds for ${employeeId}, so that there is nothing to count against one.`,
        `Tidak ada batas atas JP bagi ${employeeId}, sehingga tidak ada yang dihitung terhadapnya.`,
      ),
    ];
  }
  const { from, to, assigned } = line;
  if (from === null || to === null || assigned === null) {
    return [
      ...registrationSteps(facts),
      missingStep(
        'contract',
        `No contract of ${employeeId} is known, so that the contract year cannot be told.`,
        `Kontrak ${employeeId} belum tercatat, sehingga tahun kontraknya tidak dapat ditentukan.`,
      ),
    ];
  }
  const parts = partsOf(facts);
  return [
    ...registrationSteps(facts),
    arithmeticStep(
      {
        en: `${facts.on} lies in the contract year from ${from} to ${to}; it is not the calendar year.`,
        id: `${facts.on} berada dalam tahun kontrak ${from} sampai ${to}; bukan tahun kalender.`,
      },
      [
        { name: 'contract.from', value: facts.service?.contract?.from ?? null },
        { name: 'on', value: facts.on },
      ],
      `${from}/${to}`,
    ),
    ruleStep('R18'),
    ...batchSteps(facts, parts),
    ...workplaceSteps(facts, parts),
    ...(parts.size === 0
      ? [
          missingStep(
            'assignments',
            'Nothing is assigned in this contract year.',
            'Belum ada penugasan dalam tahun kontrak ini.',
          ),
        ]
      : []),
    arithmeticStep(
      { en: `Assigned together: ${formatJp(assigned)} JP.`, id: `Jumlah yang ditugaskan: ${formatJp(assigned)} JP.` },
      [...parts].map(([name, value]) => ({ name, value })),
      assigned,
    ),
    ...ownSteps(facts, line),
    ...limitSteps(facts, line),
  ];
}

/** What counts in the contract year, by stream. */
function partsOf({ assignments, service, on }: Facts): ReadonlyMap<string, number> {
  const contract = service?.contract ?? null;
  if (contract === null) return new Map();
  return new Map(assignmentsOfYear(assignments, contract, on).map(({ stream, jp }) => [stream, jp]));
}

/** What the person learnt on his or her own, which is told apart. */
function ownSteps(facts: Facts, { from, selfStudy }: AgainstCeiling): readonly Step[] {
  if (from === null || selfStudy === null || selfStudy === 0) return [];
  const own = ownCredits(facts.jp, { from, to: facts.on }).map(({ eventId }) => eventId);
  const credits = entriesOf(facts, 'JpCredited').filter(({ eventId }) => own.includes(eventId));
  return credits.map((entry) =>
    eventStep(entry, creditTells(entry), {
      reason: 'selfStudy',
      why: {
        en: 'an activity of the own choice was not assigned and counts against no ceiling',
        id: 'kegiatan atas prakarsa sendiri tidak ditugaskan dan tidak dihitung terhadap batas atas',
      },
    }),
  );
}

function limitSteps(facts: Facts, { assigned, limit, left }: AgainstCeiling): readonly Step[] {
  const figure = figureSteps(facts, 'jp.maximum.pppk.contractYear', {
    en: `at most ${formatJp(limit ?? 0)} JP assigned in a contract year`,
    id: `paling banyak ${formatJp(limit ?? 0)} JP yang ditugaskan dalam satu tahun kontrak`,
  });
  if (limit === null || left === null) return figure;
  const outcome =
    left < 0
      ? { en: `${formatJp(-left)} JP above the ceiling`, id: `${formatJp(-left)} JP melampaui batas atas` }
      : { en: `${formatJp(left)} JP are left`, id: `tersisa ${formatJp(left)} JP` };
  return [
    ...figure,
    arithmeticStep(
      {
        en: `${formatJp(assigned ?? 0)} JP against the ceiling of ${formatJp(limit)} JP: ${outcome.en}.`,
        id: `${formatJp(assigned ?? 0)} JP terhadap batas atas ${formatJp(limit)} JP: ${outcome.id}.`,
      },
      [
        { name: 'jp.maximum.pppk.contractYear', value: limit },
        { name: 'assigned', value: assigned },
      ],
      left,
    ),
  ];
}
