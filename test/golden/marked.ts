import { grouped } from '@pembinaan/core';

/** Something that some of the views say: the letters of these views, a point for each that does not. */
export interface Marked<T> {
  readonly marks: string;
  readonly said: T;
}

/**
 * What several views say, each thing once with the views that say it. What is about the same stands together: first what the first view
 * says of it, then what only those after it say.
 *
 * @param views what each view says, by its letter; nothing twice within one view
 * @param aboutOf what a thing is about
 */
export function marked<T>(
  views: ReadonlyMap<string, readonly T[]>,
  keyOf: (said: T) => string,
  aboutOf: (said: T) => string,
): readonly Marked<T>[] {
  const letters = [...views.keys()];
  const things = new Map<string, { readonly said: T; readonly by: Set<string> }>();
  for (const [letter, all] of views) {
    for (const said of all) {
      const known = things.get(keyOf(said));
      if (known === undefined) things.set(keyOf(said), { said, by: new Set([letter]) });
      else known.by.add(letter);
    }
  }
  const about = grouped([...things.values()], ({ said }) => aboutOf(said));
  return merged([...views.values()].map((all) => all.map(aboutOf))).flatMap((topic) =>
    (about.get(topic) ?? []).map(({ said, by }) => ({
      marks: letters.map((letter) => (by.has(letter) ? letter : '.')).join(''),
      said,
    })),
  );
}

/** What stands in several lists, once: what only a later list has stands behind what stands before it there. */
function merged(lists: readonly (readonly string[])[]): readonly string[] {
  const order: string[] = [];
  for (const list of lists) {
    let place = 0;
    for (const one of list) {
      const known = order.indexOf(one);
      if (known === -1) order.splice(place++, 0, one);
      else place = known + 1;
    }
  }
  return order;
}
