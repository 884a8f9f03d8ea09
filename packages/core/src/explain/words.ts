import type { Bilingual } from '@pembinaan/event-sourcing';
import type { Certainty } from '../governance/policy/index.js';

/** How sure the project is of a figure. */
export const certainties: Readonly<Record<Certainty, Bilingual>> = {
  V: { en: 'read in the regulation [V]', id: 'dibaca dalam peraturan [V]' },
  V2: { en: 'from a secondary source [V2]', id: 'dari sumber sekunder [V2]' },
  M: { en: 'from memory, unverified [M]', id: 'dari ingatan, belum diverifikasi [M]' },
  agency: { en: 'set by the agency', id: 'ditetapkan instansi' },
};
