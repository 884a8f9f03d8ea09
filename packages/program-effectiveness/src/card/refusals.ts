import { grouped } from '@pembinaan/core';
import type { ProgramHistory } from '../program/program-history.js';
import { type Frequency, frequenciesOf } from './frequency.js';
import { heldIn, type Level, levelOfBatch, levelOfProgram, type Round } from './levels.js';
import { toldParts } from './told-parts.js';

/**
 * Why nominations were declined, and by whom. Why a person declined is that person's own affair: a reason is told only where as many people gave
 * it as a group needs, and beside the whole only where it does not tell of the others.
 */
export interface RefusalAccount {
  readonly declined: number;
  /** Most frequent first. */
  readonly byReason: readonly Frequency[];
  /** Refusals whose reason is not told. */
  readonly reasonsHeldBack: number;
  /** `self`, `superior` or `bkpsdm`, most frequent first. */
  readonly byWhom: readonly Frequency[];
  readonly byWhomHeldBack: number;
}

export function refusalsIn(
  program: ProgramHistory,
  rounds: readonly Round[],
  minimumN: number,
): (level: Level) => RefusalAccount {
  const reasons = frequencies(program, rounds, minimumN, ({ reason }) => reason);
  const sides = frequencies(program, rounds, minimumN, ({ by }) => by);
  return (level) => {
    const declined = refusalsOf(level).length;
    const byReason = reasons.get(level.stream) ?? [];
    const byWhom = sides.get(level.stream) ?? [];
    return {
      declined,
      byReason,
      reasonsHeldBack: declined - sumOf(byReason),
      byWhom,
      byWhomHeldBack: declined - sumOf(byWhom),
    };
  };
}

interface Refusal {
  readonly employeeId: string;
  readonly by: string;
  readonly reason: string;
}

function refusalsOf(level: Level): readonly Refusal[] {
  return heldIn(level).flatMap(({ seats }) =>
    [...seats.values()].flatMap(({ employeeId, status, declined }) =>
      status === 'declined' && declined !== null ? [{ employeeId, ...declined }] : [],
    ),
  );
}

/**
 * The codes that are told at each level, by stream. Of the whole programme, each code that enough people gave. A round or a batch is told with
 * all of these codes or with none: its total is known, and with one code held back the difference would tell it.
 */
function frequencies(
  program: ProgramHistory,
  rounds: readonly Round[],
  minimumN: number,
  codeOf: (refusal: Refusal) => string,
): ReadonlyMap<string, readonly Frequency[]> {
  const whole = levelOfProgram(program);
  const told = [...grouped(refusalsOf(whole), codeOf)].flatMap(([code, own]) =>
    peopleIn(own) >= minimumN ? [code] : [],
  );
  const ofCode = (levels: readonly Level[], code: string): readonly Refusal[] =>
    levels.flatMap(refusalsOf).filter((refusal) => codeOf(refusal) === code);
  const mayBeTold = (levels: readonly Level[]): boolean =>
    told.every((code) => {
      const people = peopleIn(ofCode(levels, code));
      return people === 0 || people >= minimumN;
    });
  const among = <L extends Level>(parts: readonly L[]): readonly L[] => [
    ...toldParts(parts, (part) => refusalsOf(part).length, mayBeTold),
  ];
  const toldRounds = among(rounds);
  const toldBatches = toldRounds.flatMap(({ batches }) => among(batches.map(levelOfBatch)));
  return new Map(
    [whole, ...toldRounds, ...toldBatches].map((level) => [
      level.stream,
      frequenciesOf(
        refusalsOf(level)
          .map(codeOf)
          .filter((code) => told.includes(code)),
      ),
    ]),
  );
}

function peopleIn(refusals: readonly Refusal[]): number {
  return new Set(refusals.map(({ employeeId }) => employeeId)).size;
}

function sumOf(frequencies: readonly Frequency[]): number {
  return frequencies.reduce((sum, { n }) => sum + n, 0);
}
