import { addDays, type LocalDate } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { inOneCell } from '../../lines.js';
import { type AdoptedVersion, agencyPolicy } from '../../records/agency-policy.js';

/** A version of the policy, in the order in which the versions take effect. */
export type PolicyTimelineLine = {
  readonly version: string;
  readonly from: string;
  /** The day before the next version takes effect; null for the last. */
  readonly to: string | null;
  readonly inForce: boolean;
  readonly legalBasis: string;
  readonly decreeNumber: string;
  readonly decreeDate: string;
  readonly adoptedBy: string;
  /** Figures that differ from the version before; null for the first, and where none does. */
  readonly changed: string | null;
};

/** M4: policies are formulated, and each holds from a day on. */
export const policyTimeline = agencyReadModel({
  name: 'PolicyTimeline',
  question: {
    en: 'Which policy was in force when, by which decree, and what did it change?',
    id: 'Kebijakan mana yang berlaku kapan, dengan keputusan apa, dan apa yang diubahnya?',
  },
  projections: [agencyPolicy],
  answer: ([policies], on): readonly PolicyTimelineLine[] => {
    const inOrder = standing([...policies.rows.values()].flatMap(({ versions }) => versions));
    return inOrder.map((version, index) => {
      const next = inOrder[index + 1];
      const to = next === undefined ? null : addDays(next.effectiveFrom, -1);
      return {
        version: version.version,
        from: version.effectiveFrom,
        to,
        inForce: version.effectiveFrom <= on && (to === null || on <= to),
        legalBasis: version.legalBasis,
        decreeNumber: version.decreeNumber,
        decreeDate: version.decreeDate,
        adoptedBy: version.adoptedBy,
        changed: changedFigures(inOrder[index - 1], version),
      };
    });
  },
});

/** The versions that hold, by their first day: of two with one day, the one adopted last replaces the other. */
function standing(versions: readonly AdoptedVersion[]): readonly AdoptedVersion[] {
  const byDay = new Map<LocalDate, AdoptedVersion>();
  for (const version of versions) byDay.set(version.effectiveFrom, version);
  return [...byDay.values()].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
}

function changedFigures(before: AdoptedVersion | undefined, after: AdoptedVersion): string | null {
  if (before === undefined) return null;
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const keys = new Set([...was.keys(), ...is.keys()]);
  return inOneCell([...keys].filter((key) => was.get(key) !== is.get(key)));
}

function valuesOf({ figures, local }: AdoptedVersion): ReadonlyMap<string, string> {
  return new Map(Object.entries({ ...figures, ...local }).map(([key, figure]) => [key, JSON.stringify(figure?.value)]));
}
