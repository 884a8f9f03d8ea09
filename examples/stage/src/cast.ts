/** The officials of an invented agency, by what they do. Ids are opaque; nobody of them exists. */
export interface Officials {
  readonly ppk: string;
  readonly pyb: string;
  /** BKPSDM: registers people and issues certificates. */
  readonly registrar: string;
  /** BKPSDM: proposes needs, drafts the plan, designs programmes. */
  readonly planner: string;
  /** BKPSDM: verifies needs and JP. */
  readonly verifier: string;
  /** BKPSDM: validates needs and gaps. */
  readonly validator: string;
  /** BKPSDM: schedules batches and keeps attendance. */
  readonly organiser: string;
  readonly treasurer: string;
  readonly examiner: string;
  readonly assessor: string;
  readonly evaluator: string;
  /** Head of the unit: nominates, rates behaviour. */
  readonly head: string;
}

/** The officials of an agency, with the agency's prefix. */
export function officials(prefix: string): Officials {
  const id = (role: string): string => `${prefix}-${role}`;
  return {
    ppk: id('ppk'),
    pyb: id('pyb'),
    registrar: id('pengelola-data'),
    planner: id('perencana'),
    verifier: id('verifikator'),
    validator: id('validator'),
    organiser: id('penyelenggara'),
    treasurer: id('bendahara'),
    examiner: id('penguji'),
    assessor: id('asesor'),
    evaluator: id('evaluator'),
    head: id('kepala-unit'),
  };
}

/** The ids of the grants under which the two decide. */
export function authorities(prefix: string): { readonly ppk: string; readonly pyb: string } {
  return { ppk: `${prefix}-kewenangan-ppk`, pyb: `${prefix}-kewenangan-pyb` };
}
