import * as z from 'zod';

/** The seven steps of the needs analysis (AKPK), in their order. */
export const NeedsCycleStep = z.enum([
  'collectData',
  'inventory',
  'verify',
  'validate',
  'enter',
  'verifyFurther',
  'meetOneOnOne',
]);
export type NeedsCycleStep = z.output<typeof NeedsCycleStep>;
