import {
  AdoptPolicyVersion,
  AssessCompetency,
  EstablishCompetencyStandard,
  GrantAuthority,
  indonesia2026,
  PlaceEmployee,
  POLICY,
  RegisterEmployee,
  SetBudgetCeiling,
} from '@pembinaan/core';
import type { RecordedEvent } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, agencyFrom } from './agency.js';
import { AGENCY, competencies, contract, decree, grants, hash, office, people, standards } from './cast.js';
import { tally } from './tally.js';

/** The day on which every history of the model begins. */
export const FIRST_DAY = '2026-01-08';

/** The figures of the model: the default ones, with the smallest effect that the agency sets, and few enough cases for nine people. */
export const figures = {
  ...indonesia2026.figures,
  'effect.minimum': { value: 500, basis: 'Ketetapan instansi (rekaan)', certainty: 'agency' as const },
  'evaluation.minimumN': { value: 3, basis: 'Ketetapan instansi (rekaan)', certainty: 'agency' as const },
};

/** What happened before the model begins: authorities, policy, standards, people, what they can do, money. All by real commands. */
export async function opening(): Promise<readonly RecordedEvent[]> {
  const agency = await agencyFrom({ name: 'opening', today: '2026-01-05', tally: tally() });
  for (const attempt of steps()) await needed(agency, attempt);
  return agency.log;
}

function* steps(): Generator<Attempt> {
  for (const role of ['ppk', 'pyb', 'inspector'] as const) yield granted(role);
  yield { by: office.ppk, under: grants.ppk, to: POLICY, command: policy };
  for (const { id, position, positionKind, level } of standards) {
    yield {
      by: office.ppk,
      under: grants.ppk,
      to: id,
      command: EstablishCompetencyStandard({
        positionKind,
        position,
        items: competencies.map((competency) => ({ competency, requiredLevel: level })),
        effectiveFrom: '2026-01-05',
        decree: decree(id, '2026-01-05'),
      }),
    };
  }
  for (const { id, kind, unitId, standard, superiorId } of people) {
    yield {
      by: office.registrar,
      to: id,
      command: RegisterEmployee({ kind, numberHash: hash(`nomor ${id}`), ...(kind === 'pppk' && { contract }) }),
    };
    yield {
      by: office.registrar,
      to: id,
      command: PlaceEmployee({
        position: standard.position,
        positionKind: standard.positionKind,
        standardId: standard.id,
        unitId,
        ...(superiorId !== undefined && { superiorId }),
        from: '2026-01-05',
        decree: decree(`tempat-${id}`, '2026-01-05'),
      }),
    };
    for (const competency of competencies) {
      yield {
        by: office.assessor,
        to: id,
        command: AssessCompetency({
          assessmentId: `awal-${id}-${competency}`,
          competency,
          level: standard.level - (standard.positionKind === 'pelaksana' ? 1 : 0),
          method: 'test',
          evidence: [{ kind: 'document', ref: `lembar-${id}-${competency}` }],
        }),
      };
    }
  }
  for (const year of [2026, 2027, 2028]) {
    yield {
      by: office.pyb,
      under: grants.pyb,
      to: `${AGENCY}-${year}`,
      command: SetBudgetCeiling({
        year,
        agencyId: AGENCY,
        amount: 120_000_000,
        account: `DPA-${year}`,
        source: 'apbd',
        decree: decree(`pagu-${year}`, '2026-01-05'),
      }),
    };
  }
}

const roles = { ppk: 'ppk', pyb: 'pyb', inspector: 'inspektorat' } as const;

function granted(role: keyof typeof roles): Attempt {
  return {
    by: office.registrar,
    to: grants[role],
    command: GrantAuthority({
      subjectId: office[role],
      role: roles[role],
      scope: AGENCY,
      acting: 'none',
      decree: decree(role, '2026-01-01', 20),
      from: '2026-01-01',
    }),
  };
}

const policy = AdoptPolicyVersion({
  version: 'badan-2026',
  effectiveFrom: '2026-01-05',
  legalBasis: indonesia2026.legalBasis,
  decree: decree('peraturan-2026', '2026-01-05'),
  figures,
});

async function needed(agency: Agency, attempt: Attempt): Promise<void> {
  const answer = await agency.send(attempt);
  if (!answer.accepted) throw new Error(`The agency cannot open: ${agency.trace.at(-1)}`);
}
