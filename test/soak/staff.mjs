import { createHash } from 'node:crypto';
import {
  AdoptPolicyVersion,
  AssessCompetency,
  EstablishCompetencyStandard,
  GrantAuthority,
  indonesia2026,
  PlaceEmployee,
  POLICY,
  pembinaan,
  RegisterEmployee,
} from '@pembinaan/core';

/** An invented agency, from its first decree on. All days lie before the day of the soak, whenever that is. */
const AGENCY = 'badan';
const COMPETENCIES = ['M03', 'M05', 'M07'];
const LEVEL = 2;

/** What must have happened before anybody can be employed: who may decide, which policy and which standard hold. */
export function* opening() {
  for (const role of ['ppk', 'pyb']) {
    const grant = { subjectId: role, role, scope: AGENCY, acting: 'none', decree: decree(role, 60), from: daysAgo(50) };
    yield { by: 'registrar', to: `grant-${role}`, command: GrantAuthority(grant) };
  }
  const policy = {
    version: 'badan-1',
    effectiveFrom: daysAgo(40),
    legalBasis: indonesia2026.legalBasis,
    decree: decree('peraturan', 45),
    figures: indonesia2026.figures,
  };
  yield { by: 'ppk', under: 'grant-ppk', to: POLICY, command: AdoptPolicyVersion(policy) };
  const standard = {
    positionKind: 'pelaksana',
    position: 'Petugas loket',
    items: COMPETENCIES.map((competency) => ({ competency, requiredLevel: LEVEL })),
    effectiveFrom: daysAgo(40),
    decree: decree('standar', 45),
  };
  yield { by: 'ppk', under: 'grant-ppk', to: 'std-loket', command: EstablishCompetencyStandard(standard) };
}

/** How somebody begins: registered, placed, assessed. */
export function* arrival(employeeId) {
  const to = employeeId;
  yield { by: 'registrar', to, command: RegisterEmployee({ kind: 'pns', numberHash: hash(`nomor ${employeeId}`) }) };
  const placement = {
    position: 'Petugas loket',
    positionKind: 'pelaksana',
    standardId: 'std-loket',
    unitId: 'unit-loket',
    from: daysAgo(30),
    decree: decree(`tempat-${employeeId}`, 35),
  };
  yield { by: 'registrar', to, command: PlaceEmployee(placement) };
  for (const competency of COMPETENCIES) {
    const assessment = {
      assessmentId: `awal-${employeeId}-${competency}`,
      competency,
      level: LEVEL - 1,
      method: 'test',
      evidence: [{ kind: 'document', ref: `lembar-${employeeId}-${competency}` }],
    };
    yield { by: 'assessor', to, command: AssessCompetency(assessment) };
  }
}

/** Sends a command under that id; a refusal is a fault here, since nothing of this is against a rule. */
export async function send(store, { by, under, to, command }, commandId) {
  const actor = { subjectId: by, roles: [], ...(under !== undefined && { authorityId: under }) };
  const result = await pembinaan.dispatch(store, to, command, { actor, commandId, retries: 1000 });
  if (!result.accepted) throw new Error(`${command.type} of ${to} was refused: ${JSON.stringify(result.rejection)}`);
  return result;
}

function decree(name, days) {
  return { number: `SK/${name}`, date: daysAgo(days), documentHash: hash(name) };
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}

function daysAgo(days) {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
