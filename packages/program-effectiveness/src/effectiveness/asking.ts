import type { ProgramReadModel } from './program-read-model.js';
import { programSubject } from './program-subject.js';
import { limitOf, type Page, type PageEnd, type ProgramQuery, pageEndOf, pageEndText } from './query.js';
import type { Reading } from './reading.js';

/**
 * Answers a question page by page, in the order of the ids of programmes.
 *
 * @throws RangeError for an `after` that is no end of a page of this question, and for a limit that is none.
 */
export async function answered<Line>(
  readingUntil: (position: string | undefined) => Promise<Reading>,
  model: ProgramReadModel<Line>,
  query: ProgramQuery,
): Promise<Page<Line>> {
  const limit = limitOf(query);
  const begin = query.after === undefined ? undefined : pageEndOf(query.after);
  const reading = await readingUntil(begin?.position);
  const { effective, recorded, position = '' } = reading.clock;
  const of = JSON.stringify([model.name, query.programId, effective, recorded]);
  if (begin !== undefined && begin.of !== of) {
    throw new RangeError(
      '`after` is where a page of another question ended: ask the same read model with the same clocks and filters.',
    );
  }
  const lines: Line[] = [];
  for (const [index, programId] of (await idsFrom(reading, query, begin)).entries()) {
    const subject = await programSubject(reading, programId);
    if (subject === undefined) continue;
    const told = index === 0 ? (begin?.programId === programId ? begin.told : 0) : 0;
    const found = (await model.of(subject)).slice(told);
    const taken = found.slice(0, limit - lines.length);
    lines.push(...taken);
    if (taken.length < found.length) {
      const end: PageEnd = { of, position, programId, told: told + taken.length };
      return { lines, next: pageEndText(end), position: position || null };
    }
  }
  return { lines, next: null, position: position || null };
}

async function idsFrom(
  reading: Reading,
  { programId }: ProgramQuery,
  begin: PageEnd | undefined,
): Promise<readonly string[]> {
  const ids = programId === undefined ? await reading.programIds() : [programId];
  return begin === undefined ? ids : ids.filter((id) => id >= begin.programId);
}
