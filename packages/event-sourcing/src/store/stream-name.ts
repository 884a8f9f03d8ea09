import { EventSourcingError } from '../errors.js';

const CATEGORY = /^[a-z][A-Za-z0-9]{0,49}$/;
const ID = /^(?!(__proto__|constructor|prototype)$)[A-Za-z0-9_-][A-Za-z0-9_.~-]{0,127}$/;
/** A civil-servant number (NIP, NI PPPK) has 18 digits; it is personal data and never part of a stream name. */
const CIVIL_SERVANT_NUMBER = /(?<!\d)\d{18}(?!\d)/;

/**
 * The name of a stream: `<category>-<id>`, split at the first hyphen.
 * @throws EventSourcingError `invalid-append` for a category that is not camelCase or an id that is not an opaque id.
 */
export function streamName(category: string, id: string): string {
  return checkedStreamName(`${category}-${id}`);
}

/** The category of a stream: what stands before the first hyphen. */
export function categoryOf(stream: string): string {
  const hyphen = stream.indexOf('-');
  return hyphen === -1 ? stream : stream.slice(0, hyphen);
}

/** The id of a stream: what stands after the first hyphen. */
export function idOf(stream: string): string {
  if (stream !== last.stream) {
    const hyphen = stream.indexOf('-');
    last = { stream, id: hyphen === -1 ? '' : stream.slice(hyphen + 1) };
  }
  return last.id;
}

/** Events of a stream come together: what folds keep of them then shares one text. */
let last = { stream: '', id: '' };

/** Returns the name when it is one, and refuses it otherwise. */
export function checkedStreamName(name: string): string {
  if (!CATEGORY.test(categoryOf(name)) || !ID.test(idOf(name))) {
    throw new EventSourcingError('invalid-append', `'${name}' is not a stream name.`, {
      todo: 'Use <category>-<id>: a camelCase category, then an opaque id of letters, digits, and _ . ~ -, up to 128 characters.',
    });
  }
  if (CIVIL_SERVANT_NUMBER.test(name)) {
    throw new EventSourcingError('invalid-append', 'A stream name holds 18 digits, as a NIP or NI PPPK does.', {
      todo: 'Use an opaque subject id; civil-servant numbers are personal data and do not belong in names of streams.',
    });
  }
  return name;
}
