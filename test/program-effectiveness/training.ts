import {
  type BatchStory,
  type Office,
  rateAmongColleagues,
  rateBehaviour,
  recordReactions,
  runBatch,
  type Stage,
  spend,
} from '@pembinaan-examples/stage';
import { dice } from '../regency/dice.js';
import { program } from './planning.js';
import type { KecamatanOffice } from './regency.js';

/** A round of the programme as it is taught. */
export interface Round {
  readonly evaluationId: string;
  readonly batchId: string;
  readonly commitmentId: string;
  readonly served: readonly KecamatanOffice[];
  readonly scheduledOn: string;
  /** The days of the three sessions. */
  readonly days: readonly [string, string, string];
  readonly reactionsOn: string;
  readonly paidOn: string;
  /** Rupiah. */
  readonly paid: number;
}

/** The clerks of the offices are taught, tested before and after, and asked how it was. */
export async function teach(stage: Stage, office: Office, round: Round): Promise<readonly string[]> {
  const { evaluationId, batchId, served, days } = round;
  const clerks = clerksOf(served);
  const completed = await runBatch(stage, office, {
    batchId,
    programId: program.programId,
    evaluationId,
    commitmentId: round.commitmentId,
    scheduledOn: round.scheduledOn,
    sessions: days.map((date, index) => ({ sessionId: `${batchId}-sesi-${index + 1}`, date, minutes: 300 })),
    venue: 'Pendopo (rekaan)',
    capacity: clerks.length,
    participants: clerks.map(participantOf),
    passMark: program.passMark,
  });
  const reactions = clerks.map((id) => [id, [4, 3, 3, dice(`${id} sarana`).between(2, 4)] as const] as const);
  await recordReactions(stage, office, round.reactionsOn, { evaluationId, batchId }, reactions);
  await spend(stage, office, round.paidOn, round.commitmentId, round.paid);
  return completed;
}

/** Months later the superior and a colleague rate how those who completed behave at work. Returns the ids of the events. */
export async function rate(
  stage: Stage,
  office: Office,
  on: string,
  { evaluationId, batchId, served }: Round,
  completed: readonly string[],
): Promise<readonly string[]> {
  const rating = {
    evaluationId,
    batchId,
    ratings: [
      { of: 'M05', score: 4 },
      { of: 'berorientasiPelayanan', score: 4 },
    ],
  };
  const events = [...(await rateBehaviour(stage, office, on, rating, completed))];
  for (const { clerks } of served) {
    const colleagues = clerks.filter((id) => completed.includes(id));
    if (colleagues.length > 1) events.push(...(await rateAmongColleagues(stage, office, on, rating, colleagues)));
  }
  return events;
}

/** Who serves in these offices. */
export function clerksOf(offices: readonly KecamatanOffice[]): readonly string[] {
  return offices.flatMap(({ clerks }) => clerks);
}

function participantOf(id: string): BatchStory['participants'][number] {
  const chance = dice(`${id} tes`);
  const pre = chance.between(45, 65) * 100;
  return { id, pre, post: Math.min(10_000, Math.max(program.passMark, pre + chance.between(12, 28) * 100)) };
}
