import { stream } from '@pembinaan/event-sourcing';
import type { AgencyId } from '../../values/ids.js';
import { HcdpEstablished } from './events.js';

export type Hcdp =
  | { readonly status: 'none' }
  | {
      readonly status: 'established';
      readonly agencyId: AgencyId;
      /** First and last year, both included. */
      readonly years: { readonly from: number; readonly to: number };
    };

export const hcdpState = stream('hcdp', {
  events: [HcdpEstablished],
  initial: (): Hcdp => ({ status: 'none' }),
}).evolve({
  HcdpEstablished: (_, { data }) => ({ status: 'established', agencyId: data.agencyId, years: data.years }),
});
