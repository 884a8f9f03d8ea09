import { idOf } from '@pembinaan/event-sourcing';
import type { ProgramStep } from './explanation.js';
import { type KnownOfProgram, ownEntries, type RoundFacts } from './facts.js';
import { because, findingStep, type ProgramObstacle, policySteps, replacedBy, toldStep } from './steps.js';

/** How a round was planned, which batches were held under it, and where its figures are looked for. */
export function roundSteps(facts: RoundFacts): readonly ProgramStep[] {
  return [...planSteps(facts), ...batchSteps(facts), ...windowSteps(facts)];
}

/** The plan of the round. */
export function planSteps(facts: RoundFacts): readonly ProgramStep[] {
  const { planned } = facts;
  return ownEntries(facts, 'EvaluationPlanned')
    .filter(({ stream }) => idOf(stream) === planned.evaluationId)
    .map((entry) => toldStep(entry, facts, isPlan(entry, facts) ? undefined : replacedBy(planned.told)));
}

function isPlan({ eventId }: KnownOfProgram, { planned }: RoundFacts): boolean {
  return planned.told.eventId === eventId;
}

/** The batches of the round, those that lie ahead or were cancelled too. */
export function batchSteps(facts: RoundFacts): readonly ProgramStep[] {
  const { evaluationId } = facts.planned;
  const scheduled = ownEntries(facts, 'BatchScheduled').filter(({ data }) => data.evaluationId === evaluationId);
  return scheduled.flatMap((entry) => [
    toldStep(entry, facts, batchObstacle(idOf(entry.stream), facts)),
    ...ownEntries(facts, 'BatchCancelled')
      .filter(({ stream }) => stream === entry.stream)
      .map((cancelled) => toldStep(cancelled, facts, undefined)),
  ]);
}

function batchObstacle(batchId: string, { program, round, clock }: RoundFacts): ProgramObstacle | undefined {
  if (round.estimates.window?.batchIds.includes(batchId)) return undefined;
  const batch = program.batches.find((known) => known.batchId === batchId);
  if (batch?.status === 'cancelled')
    return because('cancelled', { en: 'it was cancelled', id: 'angkatan itu dibatalkan' });
  return because('ahead', {
    en: `its sessions begin after ${clock.effective}`,
    id: `sesinya dimulai sesudah ${clock.effective}`,
  });
}

function windowSteps(facts: RoundFacts): readonly ProgramStep[] {
  const { window } = facts.round.estimates;
  const days = facts.policy?.figures['evaluation.l3.window'].value.to;
  const figure =
    days === undefined
      ? []
      : policySteps(facts, 'evaluation.l3.window', {
          en: `results are looked for until ${days} days after the last day of the last batch`,
          id: `hasil dicari sampai ${days} hari sesudah hari terakhir angkatan terakhir`,
        });
  if (window === null) return figure;
  const { before, after, firstSession, lastSession } = window;
  const until =
    after === null
      ? {
          en: 'there are no days after, since the next round began at once',
          id: 'tidak ada masa sesudah karena putaran berikutnya langsung dimulai',
        }
      : { en: `after is from ${after.from} to ${after.to}`, id: `masa sesudah dari ${after.from} sampai ${after.to}` };
  return [
    ...figure,
    findingStep(
      'window',
      {
        en: `Taught from ${firstSession} to ${lastSession}: before is from ${before.from} to ${before.to}, and ${until.en}.`,
        id: `Pelatihan dari ${firstSession} sampai ${lastSession}: masa sebelum dari ${before.from} sampai ${before.to}, dan ${until.id}.`,
      },
      {
        firstSession,
        lastSession,
        beforeFrom: before.from,
        beforeTo: before.to,
        afterFrom: after?.from ?? null,
        afterTo: after?.to ?? null,
      },
    ),
  ];
}
