import { latestBy } from '@pembinaan/core';
import type { AgencyEntryOf } from '../files/entry.js';
import type { Step } from './explanation.js';
import { entriesOf, type Facts, type Known, placementEntry, separationEntry } from './facts.js';
import { corrected, eventStep, laterThan, missingStep, notStanding, type Obstacle, replacedBy } from './steps.js';

type Established = Known<AgencyEntryOf<'CompetencyStandardEstablished'>>;

/** Which placement put a person where on the day; or that none is known. */
export function placementSteps(facts: Facts): readonly Step[] {
  const left = separationEntry(facts);
  const current = left === undefined ? placementEntry(facts) : undefined;
  const steps: readonly Step[] = entriesOf(facts, 'EmployeePlaced').map((entry) => {
    const { position, positionKind, unitId, standardId, from } = entry.data;
    const tells = {
      en: `Placed as ${position} (${positionKind}) in ${unitId} from ${from}, under the standard ${standardId}`,
      id: `Ditempatkan sebagai ${position} (${positionKind}) di ${unitId} mulai ${from}, dengan standar ${standardId}`,
    };
    return eventStep(
      entry,
      tells,
      entry === current
        ? undefined
        : (notStanding(entry, facts) ?? (from > facts.on ? laterThan(facts.on) : replacedBy(left ?? current))),
    );
  });
  if (current !== undefined) return steps;
  if (left !== undefined) {
    const day = left.data.on;
    return [
      ...steps,
      eventStep(
        left,
        {
          en: `Serves here no longer from ${day} on: no position requires anything`,
          id: `Tidak lagi aktif bekerja mulai ${day}: tidak ada jabatan yang mensyaratkan level`,
        },
        undefined,
      ),
    ];
  }
  return [
    ...steps,
    missingStep(
      'placement',
      `On ${facts.on} ${facts.employeeId} is not known to hold a position.`,
      `Pada ${facts.on} jabatan ${facts.employeeId} belum tercatat.`,
    ),
  ];
}

/** Which version of the standard of the position asked for which levels of these competencies. */
export function standardSteps(facts: Facts, competencies: readonly string[]): readonly Step[] {
  const { on, placement, required, standardEntries } = facts;
  if (placement === undefined) return [];
  const inForce = latestBy(
    standardEntries.filter(({ correctedBy }) => correctedBy === null),
    on,
    ({ data }) => data.effectiveFrom,
  );
  const steps: readonly Step[] = standardEntries.map((entry) =>
    eventStep(entry, tells(entry, competencies), entry === inForce ? undefined : obstacle(entry, inForce, on)),
  );
  if (inForce === undefined) {
    return [
      ...steps,
      missingStep(
        'standard',
        `No version of the standard ${placement.standardId} is in force on ${on}: nothing is required.`,
        `Tidak ada versi standar ${placement.standardId} yang berlaku pada ${on}: tidak ada level yang disyaratkan.`,
      ),
    ];
  }
  const notAsked = competencies.filter((competency) => !required.has(competency));
  if (notAsked.length === 0 && required.size > 0) return steps;
  const names = notAsked.join(', ');
  return [
    ...steps,
    missingStep(
      'requirement',
      `The standard ${placement.standardId} asks for no level${names === '' ? '' : ` of ${names}`}: there can be no gap.`,
      `Standar ${placement.standardId} tidak mensyaratkan level${names === '' ? '' : ` ${names}`}: tidak mungkin ada kesenjangan.`,
    ),
  ];
}

function tells({ stream, data }: Established, competencies: readonly string[]) {
  const { version, effectiveFrom, items } = data;
  const asked = items.filter(({ competency }) => competencies.includes(competency));
  const standardId = stream.slice(stream.indexOf('-') + 1);
  const head = {
    en: `Version ${version} of the standard ${standardId}, in force from ${effectiveFrom}`,
    id: `Versi ${version} standar ${standardId}, berlaku mulai ${effectiveFrom}`,
  };
  if (asked.length === 0) {
    return { en: `${head.en}, asks for none of it`, id: `${head.id}, tidak mensyaratkannya` };
  }
  const levels = asked.map(({ competency, requiredLevel }) => `${competency} level ${requiredLevel}`).join(', ');
  return { en: `${head.en}, asks for ${levels}`, id: `${head.id}, mensyaratkan ${levels}` };
}

function obstacle({ correctedBy, data }: Established, inForce: Established | undefined, on: string): Obstacle {
  if (correctedBy !== null) return corrected(correctedBy);
  return on < data.effectiveFrom ? laterThan(on) : replacedBy(inForce);
}
