import { EventSourcingError } from '@pembinaan/event-sourcing';
import { BUILD_ANEW } from './schema.js';

/** The failure of reading something that this library cannot have written. */
export function damagedView(what: string, file: string, cause?: unknown): EventSourcingError {
  return new EventSourcingError('store-damaged', what, { place: { file }, todo: BUILD_ANEW, cause });
}

/** The failure of using a generation that is there no more: reading on would look like a view that is empty or ends early. */
export function generationDropped(projection: string, file: string): EventSourcingError {
  return new EventSourcingError(
    'version-conflict',
    `These rows of the view '${projection}' were dropped: a rebuild replaced them, and another one began since.`,
    { place: { file }, todo: 'Ask for the active generation again, and start again with its rows.' },
  );
}

/** The failure of dropping what readers are served. */
export function generationServed(projection: string, file: string): EventSourcingError {
  return new EventSourcingError(
    'version-conflict',
    `These rows of the view '${projection}' are served; they were not dropped.`,
    { place: { file }, todo: 'Activate another generation first.' },
  );
}
