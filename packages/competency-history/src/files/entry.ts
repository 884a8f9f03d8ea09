import type { EntryOf } from '@pembinaan/event-sourcing';
import type { AgencyEvent, KEPT_OF_AGENCY, KEPT_OF_PEOPLE, PersonEvent } from './kept.js';

/** The entry of an event of that type in the file of a person. */
export type PersonEntryOf<T extends PersonEvent['type']> = EntryOf<PersonEvent, typeof KEPT_OF_PEOPLE, T>;
/** An entry in the file of a person. */
export type PersonEntry = PersonEntryOf<PersonEvent['type']>;

/** The entry of an event of that type in a file of the agency. */
export type AgencyEntryOf<T extends AgencyEvent['type']> = EntryOf<AgencyEvent, typeof KEPT_OF_AGENCY, T>;
/** An entry in a file of the agency. */
export type AgencyEntry = AgencyEntryOf<AgencyEvent['type']>;
