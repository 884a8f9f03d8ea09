import {
  AuthorityGranted,
  CompetencyStandardEstablished,
  EmployeePlaced,
  EmployeeRegistered,
  HcdpEstablished,
  PartnerAgreementSigned,
} from '@pembinaan/core';
import { agenda } from './agenda.js';
import { atWork, dateOf, yearOf } from './days.js';
import { type Append, desk, newStream, type Person } from './desk.js';
import type { Dice } from './dice.js';
import { made } from './made.js';
import type { Employee, Officials, Standard, Town, Unit } from './town.js';
import { COMPETENCIES, POSITIONS, SERVICES } from './words.js';
import { zipf } from './zipf.js';

/** How many take part in a batch, on average. */
const SEATS = 24;
/** How often a civil servant takes part in a batch, in a year. */
const TRAININGS_PER_YEAR = 2.7;

/** The regency before its first event. */
export function foundTown(dice: Dice, size: number, programs: number = Math.max(6, Math.round(size / 50))): Town {
  return {
    agencyId: 'kab-rekaan',
    dice,
    desk: desk(dice),
    agenda: agenda(),
    officials: officials(dice),
    units: Array.from({ length: Math.max(3, Math.round(size / 80)) }, (_, index) => unit(dice, index)),
    standards: POSITIONS.map(([position, positionKind]) => standard(dice, position, positionKind)),
    employees: [],
    activity: zipf(size, size / 100),
    programs: [],
    popularity: zipf(programs, 4),
    syncs: new Map(),
    // Where programmes are many, each is held at least once a year, and they share the participants.
    batchesPerYear: Math.max(2, programs, Math.round((size * TRAININGS_PER_YEAR) / SEATS)),
  };
}

/** The first day: authorities, the plan of several years, standards, partners. */
export function openAgency(town: Town, day: number): readonly Append[] {
  const { desk, officials, dice, agencyId, standards } = town;
  const { ppk, pyb, inspector, records } = officials;
  const appends: Append[] = [];
  for (const [person, role] of [
    [ppk, 'ppk'],
    [pyb, 'pyb'],
    [inspector, 'inspektorat'],
  ] as const) {
    if (person.authority === undefined) continue;
    const granted = made(AuthorityGranted, {
      subjectId: person.subjectId,
      role,
      scope: agencyId,
      acting: 'none',
      decree: decree(dice, `SK-${role}`, day),
      from: dateOf(day),
      grantedBy: { subjectId: records.subjectId },
    });
    appends.push(desk.write(person.authority.stream, records, [granted]));
  }
  const year = yearOf(day);
  const hcdp = made(HcdpEstablished, {
    agencyId,
    years: { from: year, to: year + 4 },
    rpjmdRef: `RPJMD ${year}-${year + 4} (rekaan)`,
    targets: [
      {
        targetId: 'layanan-cepat',
        text: 'layanan yang cepat dan tepat',
        indicator: 'waktu tunggu median layanan utama',
      },
      { targetId: 'layanan-digital', text: 'layanan digital', indicator: 'bagian permohonan lewat aplikasi' },
    ],
    decree: decree(dice, 'HCDP', day),
    establishedBy: { subjectId: ppk.subjectId },
  });
  appends.push(desk.write(newStream('hcdp', `${agencyId}-${year}`), ppk, [hcdp]));
  for (const { stream, position, positionKind, items } of standards) {
    const established = made(CompetencyStandardEstablished, {
      positionKind,
      position,
      version: 1,
      items: [...items],
      effectiveFrom: dateOf(day),
      decree: decree(dice, 'STANDAR', day),
      establishedBy: { subjectId: ppk.subjectId },
    });
    appends.push(desk.write(stream, ppk, [established]));
  }
  for (let partner = 0; partner < 5; partner++) {
    const signed = made(PartnerAgreementSigned, {
      agreementId: dice.id(12),
      kind: dice.pick(['university', 'trainingInstitute', 'agency']),
      level: 'pks',
      contribution: ['speakers', 'material'],
      period: { from: dateOf(day), to: dateOf(day + 5 * 365) },
      documentHash: dice.hash(),
      signedBy: { subjectId: pyb.subjectId },
    });
    appends.push(desk.write(newStream('partner', dice.id(12)), pyb, [signed]));
  }
  return appends;
}

/** Everybody who serves when the history begins is registered and placed in its first days. */
export function putRegistrations(town: Town, day: number, size: number): void {
  for (let index = 0; index < size; index++) {
    const at = day + 1 + Math.floor((index / size) * 10);
    town.agenda.put(atWork(at, town.dice.next()), () => hire(town, at));
  }
}

/** A civil servant comes: registered and placed. */
export function hire(town: Town, day: number): readonly Append[] {
  const { dice, desk, officials, employees, units, standards } = town;
  const id = dice.id(12);
  const employee: Employee = {
    id,
    kind: dice.chance(0.75) ? 'pns' : 'pppk',
    stream: newStream('employee', id),
    profile: newStream('competencyProfile', id),
    accessLog: newStream('accessLog', id),
    privacy: newStream('privacy', id),
    ledgers: new Map(),
    unit: dice.pick(units),
    standard: dice.pick(standards),
    gone: false,
  };
  const registered = made(EmployeeRegistered, {
    kind: employee.kind,
    numberHash: dice.hash(),
    ...(employee.kind === 'pppk' && { contract: { from: dateOf(day), to: dateOf(day + 5 * 365) } }),
    registeredBy: { subjectId: officials.records.subjectId },
  });
  // Who leaves gives his or her place to the one who comes, so that the activity of the regency stays what it was.
  const free = employees.findIndex((other) => other.gone);
  if (free === -1) employees.push(employee);
  else employees[free] = employee;
  return [desk.write(employee.stream, officials.records, [registered]), place(town, employee, day)];
}

/** A civil servant takes a position. */
export function place({ dice, desk, officials }: Town, employee: Employee, day: number): Append {
  const { unit, standard } = employee;
  const placed = made(EmployeePlaced, {
    position: standard.position,
    positionKind: standard.positionKind,
    standardId: standard.id,
    unitId: unit.id,
    superiorId: unit.head.subjectId,
    from: dateOf(day),
    decree: decree(dice, 'TEMPAT', day),
    placedBy: { subjectId: officials.records.subjectId },
  });
  return desk.write(employee.stream, officials.records, [placed]);
}

/** An invented decree of that day. */
export function decree(dice: Dice, kind: string, day: number) {
  return { number: `${kind}-${dice.between(100, 999)}-${yearOf(day)}`, date: dateOf(day), documentHash: dice.hash() };
}

function officials(dice: Dice): Officials {
  const official = (role: string): Person => ({ subjectId: dice.id(12), roles: [role] });
  const withAuthority = (role: string): Person => {
    const id = dice.id(12);
    return { ...official(role), authority: { id, stream: newStream('authority', id) } };
  };
  return {
    ppk: withAuthority('ppk'),
    pyb: withAuthority('pyb'),
    inspector: withAuthority('inspektorat'),
    planner: official('bkpsdm'),
    organiser: official('bkpsdm'),
    examiner: official('bkpsdm'),
    records: official('bkpsdm'),
    verifier: official('bkpsdm'),
    evaluator: official('evaluator'),
    counter: official('opd'),
    secretary: official('opd'),
    privacy: official('bkpsdm'),
  };
}

function unit(dice: Dice, index: number): Unit {
  const id = `unit-${String(index + 1).padStart(3, '0')}`;
  return {
    id,
    stream: newStream('serviceUnit', id),
    head: { subjectId: dice.id(12), roles: ['opd'] },
    services: [SERVICES[index % 5] ?? SERVICES[0], SERVICES[5]].slice(0, 1 + (index % 2)),
    measured: new Map(),
  };
}

function standard(dice: Dice, position: string, positionKind: Standard['positionKind']): Standard {
  const id = dice.id(12);
  return {
    id,
    stream: newStream('competencyStandard', id),
    position,
    positionKind,
    items: COMPETENCIES.filter((_, index) => index < 4 || dice.chance(0.3)).map((competency) => ({
      competency,
      requiredLevel: dice.between(1, 4),
    })),
  };
}
