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
  /** Inspektorat: raises findings, decides nothing else. */
  readonly inspector: string;
  /** Receives public reports and records what is said at forums. */
  readonly publicDesk: string;
  /** Records what others do: involvement of leaders, meetings of communities, reactions, exchanges with other systems. */
  readonly secretary: string;
  /** Decides on requests of data subjects. */
  readonly dataOfficer: string;
  /** Holds the keys of the vault. */
  readonly keyKeeper: string;
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
    inspector: id('inspektur'),
    publicDesk: id('loket-aduan'),
    secretary: id('sekretaris'),
    dataOfficer: id('pejabat-pdp'),
    keyKeeper: id('pemegang-kunci'),
  };
}

/** The ids of the grants under which the three act. */
export function authorities(prefix: string): {
  readonly ppk: string;
  readonly pyb: string;
  readonly inspektorat: string;
} {
  const id = (role: string): string => `${prefix}-kewenangan-${role}`;
  return { ppk: id('ppk'), pyb: id('pyb'), inspektorat: id('inspektorat') };
}
