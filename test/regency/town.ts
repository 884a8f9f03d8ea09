import type { Agenda } from './agenda.js';
import type { Desk, Person, Stream } from './desk.js';
import type { Dice } from './dice.js';
import type { Zipf } from './zipf.js';

/** A civil servant. */
export interface Employee {
  readonly id: string;
  readonly kind: 'pns' | 'pppk';
  /** `employee-…` */
  readonly stream: Stream;
  /** `competencyProfile-…` */
  readonly profile: Stream;
  /** `accessLog-…` */
  readonly accessLog: Stream;
  /** `privacy-…` */
  readonly privacy: Stream;
  /** `jpLedger-…`, by year. */
  readonly ledgers: Map<number, Stream>;
  unit: Unit;
  standard: Standard;
  gone: boolean;
}

/** A work unit that also serves the public. */
export interface Unit {
  readonly id: string;
  readonly stream: Stream;
  readonly head: Person;
  readonly services: readonly string[];
  /** The last measurement of each metric, by service and metric. */
  readonly measured: Map<string, { readonly id: string; readonly value: number }>;
}

export interface Standard {
  readonly id: string;
  readonly stream: Stream;
  readonly position: string;
  readonly positionKind: 'pengawas' | 'pelaksana' | 'jfPertama' | 'jfMuda';
  readonly items: readonly { readonly competency: string; readonly requiredLevel: number }[];
}

/** A development programme. */
export interface Program {
  readonly id: string;
  readonly stream: Stream;
  readonly name: string;
  readonly form: 'KL03' | 'KL07' | 'KL10' | 'NKL03';
  readonly sessions: number;
  /** JP hundredths. */
  readonly jp: number;
  readonly cost: number;
  readonly competencies: readonly { readonly code: string; readonly targetLevel: number }[];
  readonly unit: Unit;
  readonly service: string;
  /** The evaluation of this year. */
  evaluation: Evaluation | undefined;
  commitment: { readonly budget: Stream; readonly budgetId: string; readonly commitmentId: string } | undefined;
  openBatches: Set<string>;
  status: 'designed' | 'approved' | 'suspended' | 'cancelled';
}

export interface Evaluation {
  readonly id: string;
  readonly stream: Stream;
  /** Ids of some of its events, as evidence. */
  readonly evidence: string[];
}

/** Those who act for the agency. */
export interface Officials {
  readonly ppk: Person;
  readonly pyb: Person;
  readonly inspector: Person;
  readonly planner: Person;
  readonly organiser: Person;
  readonly examiner: Person;
  readonly records: Person;
  readonly verifier: Person;
  readonly evaluator: Person;
  readonly counter: Person;
  readonly secretary: Person;
  readonly privacy: Person;
}

/** The regency while its history is made up: what there is, and what is still to come. */
export interface Town {
  readonly agencyId: string;
  readonly dice: Dice;
  readonly desk: Desk;
  readonly agenda: Agenda;
  readonly officials: Officials;
  readonly units: readonly Unit[];
  readonly standards: readonly Standard[];
  readonly employees: Employee[];
  /** Who takes part: rank by activity, which is the place in `employees`. */
  readonly activity: Zipf;
  readonly programs: Program[];
  /** How much a programme is run: rank by place in `programs`. */
  readonly popularity: Zipf;
  /** `sync-siasn-…`, by month. */
  readonly syncs: Map<string, Stream>;
  /** Batches a year. */
  readonly batchesPerYear: number;
}

/** One who is still there, drawn by activity. */
export function activeEmployee({ employees, activity, dice }: Town): Employee {
  for (;;) {
    const employee = employees[activity.draw(dice)];
    if (employee !== undefined && !employee.gone) return employee;
  }
}

/** That many different people who are still there, drawn by activity. */
export function activeEmployees(town: Town, count: number): readonly Employee[] {
  const found = new Set<Employee>();
  // In a very small regency there may not be as many: the draws end all the same.
  for (let draws = 0; found.size < count && draws < count * 20; draws++) found.add(activeEmployee(town));
  return [...found];
}

/** A civil servant as one who acts. */
export function self(employee: Employee): Person {
  return { subjectId: employee.id, roles: ['pegawai'] };
}
