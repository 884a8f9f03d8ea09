import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { AgencyId } from '../../values/ids.js';
import { LocalDate, Year } from '../../values/local-date.js';
import { NeedsCycleStep } from '../../values/needs-cycle-step.js';

export const NeedsCycleOpened = event(
  'NeedsCycleOpened',
  z.strictObject({
    agencyId: AgencyId,
    /** The year for which needs are collected. */
    year: Year,
    /** The first working day of the first step. */
    startsOn: LocalDate,
    /** Each step with its length in working days and its last day, counted by the library with the calendar of the agency. */
    steps: z.array(z.strictObject({ step: NeedsCycleStep, workingDays: z.int().positive(), due: LocalDate })).min(1),
    openedBy: Maker,
  }),
).describe({
  number: 4,
  en: 'The needs cycle (AKPK) of a year is opened, with the last day of each step.',
  id: 'Siklus analisis kebutuhan (AKPK) satu tahun dibuka, dengan hari terakhir setiap tahap.',
  basis: 'Peraturan LAN 10/2018; AKPK (BPSDM DKI Jakarta 2023)',
});
