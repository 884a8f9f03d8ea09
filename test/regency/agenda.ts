import type { Append } from './desk.js';

/** What is done at a moment; it may put more on the agenda, for that moment or later. */
export type Task = () => readonly Append[];

interface Entry {
  readonly moment: number;
  /** Of two tasks for one moment, the one that was put down first comes first. */
  readonly turn: number;
  readonly task: Task;
}

/** What is still to be done, in the order of time. */
export interface Agenda {
  /** Puts down a task for a moment; for a moment that is past, it is done now. */
  put(moment: number, task: Task): void;
  /** Takes the task that comes next; undefined when there is none. */
  take(): { readonly moment: number; readonly task: Task } | undefined;
}

/** An empty agenda: a binary heap. */
export function agenda(): Agenda {
  const heap: Entry[] = [];
  let turns = 0;
  let now = Number.NEGATIVE_INFINITY;
  return {
    put(moment, task) {
      const entry = { moment: moment < now ? now : moment, turn: turns++, task };
      let place = heap.length;
      heap.push(entry);
      while (place > 0) {
        const above = (place - 1) >> 1;
        const parent = heap[above];
        if (parent === undefined || !isBefore(entry, parent)) break;
        heap[place] = parent;
        place = above;
      }
      heap[place] = entry;
    },
    take() {
      const first = heap[0];
      const last = heap.pop();
      if (first !== undefined) now = first.moment;
      if (first === undefined || last === undefined || heap.length === 0) return first;
      let place = 0;
      for (;;) {
        const left = 2 * place + 1;
        const lesser = heap[left];
        const right = heap[left + 1];
        if (lesser === undefined) break;
        const [below, child] = right !== undefined && isBefore(right, lesser) ? [left + 1, right] : [left, lesser];
        if (!isBefore(child, last)) break;
        heap[place] = child;
        place = below;
      }
      heap[place] = last;
      return first;
    },
  };
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.moment < other.moment || (one.moment === other.moment && one.turn < other.turn);
}
