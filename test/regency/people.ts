import {
  CompetencyAssessed,
  EmployeeSeparated,
  PerformancePredicateRecorded,
  PersonalDataAccessed,
  RecognitionGranted,
} from '@pembinaan/core';
import { atWork, DAY_MS, dateOf, dayIn } from './days.js';
import type { Append } from './desk.js';
import { made } from './made.js';
import { hire, place } from './opening.js';
import { activeEmployee, type Employee, type Town } from './town.js';
import { COMPETENCIES } from './words.js';

/** What happens to people in a year, each on a day of its own: assessed, rated, moved, leaving and coming, recognised, looked up. */
export function putPeople(town: Town, year: number): void {
  const { agenda, dice } = town;
  const size = town.activity.ranks;
  const anyDay = (from: number): number => dayIn(year, 1, from) + dice.below(360 - from);
  const put = (times: number, from: number, task: (employee: Employee, day: number) => readonly Append[]): void => {
    for (let time = 0; time < Math.round(times); time++) {
      const day = anyDay(from);
      agenda.put(atWork(day, dice.next()), () => task(activeEmployee(town), Math.floor(town.desk.moment / DAY_MS)));
    }
  };
  put(size * 4, 18, (employee, day) => assess(town, employee, day));
  put(size * 6, 18, (employee) => lookUp(town, employee));
  put(size * 0.05, 20, (employee, day) => move(town, employee, day));
  put(size * 0.03, 20, (employee, day) => [...separate(town, employee, day), ...hire(town, day)]);
  put(size * 0.04, 200, (employee) => recognise(town, employee));
  for (const [index, month] of [4, 7, 10, 12].entries()) {
    for (let rank = 0; rank < size; rank++) {
      agenda.put(atWork(dayIn(year, month, 5 + dice.below(12)), dice.next()), () =>
        predict(town, rank, year, index + 1),
      );
    }
  }
}

function assess({ desk, dice, officials }: Town, employee: Employee, day: number): readonly Append[] {
  const { examiner } = officials;
  const assessmentId = dice.id(12);
  const assessed = made(CompetencyAssessed, {
    assessmentId,
    competency: dice.pick(COMPETENCIES),
    level: dice.between(1, 5),
    method: dice.pick(['assessmentCentre', 'test', 'superior']),
    assessedOn: dateOf(day),
    evidence: [{ kind: 'document', ref: `lembar-asesmen-${assessmentId}` }],
    assessedBy: { subjectId: examiner.subjectId },
  });
  return [desk.write(employee.profile, examiner, [assessed], { facts: [employee.stream] })];
}

/** The predicate of a quarter, for each civil servant. */
function predict(
  { desk, dice, officials, employees }: Town,
  rank: number,
  year: number,
  quarter: number,
): readonly Append[] {
  const employee = employees[rank];
  if (employee === undefined || employee.gone) return [];
  const { records } = officials;
  const recorded = made(PerformancePredicateRecorded, {
    period: { year, quarter },
    results: dice.pick(['above', 'meets', 'meets', 'below']),
    behaviour: 'meets',
    predicate: dice.pick(['sangatBaik', 'baik', 'baik', 'butuhPerbaikan']),
    source: 'eKinerja',
    recordedBy: { subjectId: records.subjectId },
  });
  return [desk.write(employee.profile, records, [recorded], { facts: [employee.stream] })];
}

/** Somebody reads personal data of a named person, which is logged. */
function lookUp({ desk, dice, officials }: Town, employee: Employee): readonly Append[] {
  const { secretary } = officials;
  const accessed = made(PersonalDataAccessed, {
    fields: [dice.pick(['nama', 'alamat', 'pendidikan'])],
    purpose: dice.pick(['service', 'development', 'support']),
    accessedBy: { subjectId: secretary.subjectId },
  });
  return [desk.write(employee.accessLog, secretary, [accessed])];
}

function move(town: Town, employee: Employee, day: number): readonly Append[] {
  employee.unit = town.dice.pick(town.units);
  employee.standard = town.dice.pick(town.standards);
  return [place(town, employee, day)];
}

function separate({ desk, dice, officials }: Town, employee: Employee, day: number): readonly Append[] {
  const { records } = officials;
  employee.gone = true;
  const separated = made(EmployeeSeparated, {
    kind: dice.pick(['retired', 'moved', 'contractEnd']),
    on: dateOf(day),
    recordedBy: { subjectId: records.subjectId },
  });
  return [desk.write(employee.stream, records, [separated])];
}

function recognise({ desk, dice, officials }: Town, employee: Employee): readonly Append[] {
  const { pyb } = officials;
  const granted = made(RecognitionGranted, {
    recognitionId: dice.id(12),
    kind: dice.pick(['letter', 'award', 'roleModel']),
    basis: { kind: 'document', ref: `piagam-${dice.id(8)}` },
    careerLink: dice.pick(['ipAsn', 'talentPool', 'none']),
    shownAsRoleModel: dice.chance(0.3),
    grantedBy: { subjectId: pyb.subjectId },
  });
  return [desk.write(employee.stream, pyb, [granted])];
}
