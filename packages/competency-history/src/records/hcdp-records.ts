import { HcdpEstablished } from '@pembinaan/core';
import { register } from './register.js';

export interface HcdpRow {
  /** First and last year. */
  years: { readonly from: number; readonly to: number } | null;
}

/** The years of each human capital development plan (HCDP), by its id. */
export const hcdpRecords = register({
  name: 'hcdps',
  category: 'hcdp',
  events: [HcdpEstablished],
  initial: (): HcdpRow => ({ years: null }),
  on: {
    HcdpEstablished: (_, { data }) => ({ years: { ...data.years } }),
  },
});
