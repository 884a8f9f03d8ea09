import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';

export const PersonalDataAccessed = event(
  'PersonalDataAccessed',
  z.strictObject({
    /** The fields that were read, by name. */
    fields: z.array(z.string().regex(/^[A-Za-z][A-Za-z0-9_.]{0,99}$/)).min(1),
    purpose: z.enum(['service', 'development', 'audit', 'subjectRequest', 'support']),
    accessedBy: Maker,
  }),
).describe({
  en: 'Personal data of a named person were read by somebody else.',
  id: 'Data pribadi seseorang dibaca oleh orang lain.',
  basis: 'UU 27/2022 (domain.md 5.8: outside the ninety, in a log of its own)',
});
