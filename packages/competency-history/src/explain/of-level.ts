import type { Step } from './explanation.js';
import { entriesOf, type Facts, type KnownOf } from './facts.js';
import { eventStep, missingStep, notStanding, type Obstacle, replacedBy, ruleStep } from './steps.js';
import { methods } from './words.js';

type Assessed = KnownOf<'CompetencyAssessed'>;

/** How the level of a person in a competency came about (R06). */
export function levelSteps(facts: Facts, competency: string): readonly Step[] {
  return [ruleStep('R06'), ...assessmentSteps(facts, competency)];
}

/** The assessments of a competency: the one that gives the level, and why the others do not. */
export function assessmentSteps(facts: Facts, competency: string): readonly Step[] {
  const { on, employeeId } = facts;
  const assessed = entriesOf(facts, 'CompetencyAssessed').filter(({ data }) => data.competency === competency);
  const giving = giverOf(facts, competency, assessed);
  const steps: readonly Step[] = assessed.map((entry) =>
    eventStep(entry, tells(entry), entry === giving ? undefined : obstacle(entry, giving, facts)),
  );
  if (giving !== undefined) return steps;
  return [
    ...steps,
    missingStep(
      'assessment',
      `On ${on} there is no valid assessment of ${employeeId} in ${competency} by somebody else: the level is not known.`,
      `Pada ${on} tidak ada penilaian ${competency} yang masih berlaku atas ${employeeId} oleh orang lain: levelnya belum diketahui.`,
    ),
  ];
}

function giverOf({ levelLines }: Facts, competency: string, assessed: readonly Assessed[]): Assessed | undefined {
  const by = levelLines.find((line) => line.competency === competency)?.by;
  return assessed.find(({ eventId }) => eventId === by?.eventId);
}

function tells({ data }: Assessed) {
  const { competency, level, method, assessedOn, validUntil } = data;
  const valid =
    validUntil === undefined
      ? { en: '', id: '' }
      : { en: `, valid until ${validUntil}`, id: `, berlaku sampai ${validUntil}` };
  return {
    en: `${competency} was assessed at level ${level} on ${assessedOn} (${methods[method].en})${valid.en}`,
    id: `${competency} dinilai pada level ${level} tanggal ${assessedOn} (${methods[method].id})${valid.id}`,
  };
}

function obstacle(entry: Assessed, giving: Assessed | undefined, facts: Facts): Obstacle {
  const { assessmentId, competency, method, validUntil } = entry.data;
  const standing = notStanding(entry, facts);
  if (standing !== undefined) return standing;
  if (method === 'self') {
    return {
      reason: 'self',
      why: {
        en: 'a self-assessment stands apart and closes no gap (R06)',
        id: 'penilaian mandiri dicatat terpisah dan tidak menutup kesenjangan (R06)',
      },
    };
  }
  const recorded = facts.levels?.assessments[`${assessmentId}/${competency}`]?.eventId;
  if (recorded !== entry.eventId) {
    return replacedBy(entriesOf(facts, 'CompetencyAssessed').find(({ eventId }) => eventId === recorded));
  }
  if (validUntil !== undefined && validUntil < facts.on) {
    return {
      reason: 'lapsed',
      why: { en: `its validity ended on ${validUntil}`, id: `masa berlakunya berakhir pada ${validUntil}` },
    };
  }
  return replacedBy(giving);
}
