import { EstablishHcdp, hcdpId, needsCycleId, OpenNeedsCycle } from '@pembinaan/core';
import { decree } from './documents.js';
import type { Office } from './office.js';
import type { PembinaanCommand, Stage } from './stage.js';

type DataOf<T extends PembinaanCommand['type']> = Extract<PembinaanCommand, { type: T }>['data'];

/** The PPK establishes the plan of several years (HCDP), said to reach back to its first day. Returns its id. */
export async function establishHcdp(
  stage: Stage,
  office: Office,
  on: string,
  plan: Pick<DataOf<'EstablishHcdp'>, 'years' | 'rpjmdRef' | 'targets'>,
): Promise<string> {
  const { agencyId, prefix } = office.setup;
  const id = hcdpId(agencyId, plan.years);
  stage.on(on);
  await office.ppk().does(
    id,
    EstablishHcdp({
      ...plan,
      agencyId,
      decree: decree(`HCDP-${prefix}-${plan.years.from}`, on),
      retroactive: { reason: 'ditetapkan setelah RPJMD disahkan' },
    }),
  );
  return id;
}

/** The PyB opens the needs cycle (AKPK) of the year: seven steps, each with its last working day. Returns its id. */
export async function openNeedsCycle(stage: Stage, office: Office, on: string): Promise<string> {
  const { agencyId, year } = office.setup;
  const id = needsCycleId(agencyId, year);
  stage.on(on);
  await office.pyb().does(id, OpenNeedsCycle({ agencyId, year, startsOn: on }));
  return id;
}
