import { formatRupiah, notStanding, type Obstacle } from '@pembinaan/core';
import { percentage } from './amounts.js';
import type { ProgramStep } from './explanation.js';
import { entriesAround, ownEntries, type ProgramFacts } from './facts.js';
import { arithmeticStep, because, missingStep, toldStep } from './steps.js';
import { personalStep } from './steps-of-people.js';

type BudgetEvent = 'BudgetCommitted' | 'BudgetReleased' | 'BudgetRealized';

/** What the plans foresaw for a programme, what was committed, given back and spent, and what is open. */
export function budgetSteps(facts: ProgramFacts): readonly ProgramStep[] {
  const { money } = facts;
  const { committed, released, realised, open, absorbed, planned } = money;
  const items = new Set(money.items.map(({ told }) => told.eventId));
  const foreseen = entriesAround(facts, 'PlanItemAdded').filter(({ eventId }) => items.has(eventId));
  const [toSpend, back, spent, left] = [committed ?? 0, released ?? 0, realised ?? 0, open ?? 0].map(formatRupiah);
  return [
    ...(planned === null
      ? [missingStep('planItem', 'No item of a plan foresees it.', 'Tidak ada butir rencana yang memuatnya.')]
      : foreseen.map((entry) => toldStep(entry, facts, ITEM))),
    ...budgetEventSteps(facts, 'BudgetCommitted', 'BudgetReleased', 'BudgetRealized'),
    ...nothingCommitted(facts),
    sumStep(facts, 'BudgetCommitted', `Committed: ${toSpend}.`, `Dikomitmenkan: ${toSpend}.`),
    sumStep(facts, 'BudgetReleased', `Given back: ${back}.`, `Dikembalikan: ${back}.`),
    sumStep(facts, 'BudgetRealized', `Spent: ${spent}.`, `Direalisasikan: ${spent}.`),
    arithmeticStep(
      {
        en: `Still open, committed and neither given back nor spent: ${left}.`,
        id: `Masih terbuka, dikomitmenkan tetapi belum dikembalikan atau direalisasikan: ${left}.`,
      },
      [
        { name: 'committed', value: committed },
        { name: 'released', value: released },
        { name: 'realised', value: realised },
      ],
      open,
    ),
    ...(absorbed === null
      ? []
      : [
          arithmeticStep(
            {
              en: `Spent of what was committed: ${percentage(absorbed).en}.`,
              id: `Serapan dari yang dikomitmenkan: ${percentage(absorbed).id}.`,
            },
            [
              { name: 'realised', value: realised },
              { name: 'committed', value: committed },
            ],
            absorbed,
          ),
        ]),
  ];
}

const ITEM: Obstacle<'changesNothing'> = {
  reason: 'changesNothing',
  why: { en: 'a plan foresees and does not spend', id: 'rencana hanya memperkirakan, bukan membelanjakan' },
};

/** What was spent, and for how many completed places. */
export function costSteps(facts: ProgramFacts): readonly ProgramStep[] {
  const { realised, perParticipant } = facts.money;
  const completed = completedPlaces(facts);
  const spent = formatRupiah(realised ?? 0);
  return [
    ...budgetEventSteps(facts, 'BudgetRealized'),
    ...nothingCommitted(facts),
    ...(realised === 0
      ? [missingStep('spending', 'Nothing was spent yet.', 'Belum ada yang direalisasikan.')]
      : [sumStep(facts, 'BudgetRealized', `Spent: ${spent}.`, `Direalisasikan: ${spent}.`)]),
    ...outcomeSteps(facts),
    ...(completed === 0
      ? [missingStep('completions', 'Nobody has completed it yet.', 'Belum ada yang menyelesaikannya.')]
      : []),
    ...(perParticipant === null
      ? []
      : [
          arithmeticStep(
            {
              en: `${spent} for ${completed} completed places: ${formatRupiah(perParticipant)} each, to the nearest rupiah.`,
              id: `${spent} untuk ${completed} tempat yang diselesaikan: ${formatRupiah(perParticipant)} per tempat, dibulatkan ke rupiah terdekat.`,
            },
            [
              { name: 'realised', value: realised },
              { name: 'completed', value: completed },
            ],
            perParticipant,
          ),
        ]),
  ];
}

function budgetEventSteps(facts: ProgramFacts, ...types: readonly BudgetEvent[]): readonly ProgramStep[] {
  return ownEntries(facts, ...types).map((entry) => toldStep(entry, facts, undefined));
}

function nothingCommitted({ program }: ProgramFacts): readonly ProgramStep[] {
  if (program.commitments.length > 0) return [];
  return [missingStep('commitments', 'No budget pays for it.', 'Belum ada anggaran yang membiayainya.')];
}

function sumStep(facts: ProgramFacts, type: BudgetEvent, en: string, id: string): ProgramStep {
  const counting = ownEntries(facts, type).filter((entry) => notStanding(entry, facts.clock) === undefined);
  const amounts = counting.map(({ data, stream, revision }) => ({ name: `${stream}/${revision}`, value: data.amount }));
  return arithmeticStep(
    { en, id },
    amounts,
    amounts.reduce((sum, { value }) => sum + value, 0),
  );
}

/** Who completed, of the batches that were not cancelled, without any name. */
function outcomeSteps(facts: ProgramFacts): readonly ProgramStep[] {
  return ownEntries(facts, 'ParticipantOutcomeDecided').map((entry) => {
    const { data, stream } = entry;
    const batch = facts.program.batches.find(({ told }) => told.stream === stream);
    const otherwise =
      batch?.status === 'cancelled'
        ? because('cancelled', { en: 'the batch was cancelled', id: 'angkatannya dibatalkan' })
        : data.outcome === 'completed'
          ? undefined
          : because('notCompleted', { en: 'the place was not completed', id: 'tempat itu tidak diselesaikan' });
    return personalStep(entry, facts, otherwise);
  });
}

function completedPlaces({ program }: ProgramFacts): number {
  return program.batches
    .filter(({ status }) => status !== 'cancelled')
    .reduce((sum, { seats }) => sum + [...seats.values()].filter(({ status }) => status === 'completed').length, 0);
}
