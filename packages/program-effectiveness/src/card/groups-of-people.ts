import type { BatchHistory } from '../program/program-history.js';
import { heldIn, type Level, levelOfBatch, type Round } from './levels.js';
import { type NotTold, toldParts } from './told-parts.js';

/** What is known of the people of a group. */
export interface GroupOfPeople<M> {
  /** Everybody who counts in the group, whether the group is told or not: for numbers of people. */
  readonly all: readonly M[];
  /** Those whose figures may be told; nobody where the group may not be told of. */
  readonly told: readonly M[];
  readonly notTold: NotTold | null;
}

/**
 * Groups of people whose figures may stand beside one another: no sum or difference of groups that are told tells of fewer than `minimumN`.
 *
 * The round is what is evaluated, and so it is told wherever it is large enough. A person who was in two of its batches counts once, in the
 * first: among five, one person stands for one. Of its batches, as many are told as can be without telling of the others. The whole programme
 * is the sum of the rounds that are told, where who took part in two rounds counts in each.
 *
 * @param membersOf who counts in a batch, by employee
 * @returns the group of a level
 */
export function groupsOfPeople<M>(
  rounds: readonly Round[],
  membersOf: (batch: BatchHistory) => ReadonlyMap<string, M>,
  minimumN: number,
): (level: Level) => GroupOfPeople<M> {
  const groups = new Map<string, GroupOfPeople<M>>();
  const whole: GroupOfPeople<M>[] = [];
  for (const round of rounds) {
    const batches = heldIn(round);
    const parts = eachPersonOnce(batches.map(membersOf));
    const group = groupOf(
      parts.flatMap((members) => [...members.values()]),
      minimumN,
    );
    whole.push(group);
    groups.set(round.stream, group);
    const told = toldParts(
      parts,
      ({ size }) => size,
      (together) => isNobodyOrEnough(together, minimumN),
    );
    for (const [index, batch] of batches.entries()) {
      const part = parts[index] ?? new Map<string, M>();
      const alone = groupOf([...part.values()], minimumN);
      const beside = alone.notTold === null && !told.has(part);
      const ofBatch: GroupOfPeople<M> = beside ? { ...alone, told: [], notTold: 'wouldTellOthers' } : alone;
      groups.set(levelOfBatch(batch).stream, ofBatch);
    }
  }
  const program = sumOf(whole);
  return ({ kind, stream }) => (kind === 'program' ? program : (groups.get(stream) ?? groupOf([], minimumN)));
}

/** The people of each batch, each person in the first batch in which he or she counts. */
function eachPersonOnce<M>(batches: readonly ReadonlyMap<string, M>[]): readonly ReadonlyMap<string, M>[] {
  const known = new Set<string>();
  return batches.map((members) => {
    const own = new Map([...members].filter(([employeeId]) => !known.has(employeeId)));
    for (const employeeId of own.keys()) known.add(employeeId);
    return own;
  });
}

function isNobodyOrEnough(parts: readonly ReadonlyMap<string, unknown>[], minimumN: number): boolean {
  const people = parts.reduce((sum, { size }) => sum + size, 0);
  return people === 0 || people >= minimumN;
}

function groupOf<M>(all: readonly M[], minimumN: number): GroupOfPeople<M> {
  if (all.length > 0 && all.length >= minimumN) return { all, told: all, notTold: null };
  return { all, told: [], notTold: all.length === 0 ? 'nobody' : 'tooFew' };
}

function sumOf<M>(rounds: readonly GroupOfPeople<M>[]): GroupOfPeople<M> {
  const all = rounds.flatMap((round) => round.all);
  const told = rounds.flatMap((round) => round.told);
  return { all, told, notTold: told.length > 0 ? null : all.length === 0 ? 'nobody' : 'tooFew' };
}
