import type { Attempt } from '../agency.js';
import { grants, office } from '../cast.js';

/** Who acts, and under which grant. */
export type By = Pick<Attempt, 'by' | 'under'>;

export const asPpk: By = { by: office.ppk, under: grants.ppk };
export const asPyb: By = { by: office.pyb, under: grants.pyb };
export const asInspector: By = { by: office.inspector, under: grants.inspector };
