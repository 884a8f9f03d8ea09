import { type FactRequest, fact } from '@pembinaan/event-sourcing';
import type { Tie } from '../../governance/rules/index.js';
import { programBatches } from '../../registers/program-batches.js';
import { programMentors } from '../../registers/program-mentors.js';
import { type Batch, batchState, firstSession } from '../../train/batch/state.js';
import { type Program, programState } from '../../train/program/state.js';
import { subjectsOf } from '../../values/acts.js';
import { SubjectId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import type { Evaluation } from './state.js';

/** A batch that was scheduled. */
export type HeldBatch = Exclude<Batch, { status: 'none' }>;

/** What an evaluation is about: the batches held under it, and who is tied to them or to the programme (R17). */
export interface Evaluated {
  readonly batches: readonly HeldBatch[];
  readonly ties: readonly Tie[];
}

/** The batches that were scheduled under an evaluation and not cancelled, and the people tied to it, as a fact. */
export function evaluatedBy(evaluation: Evaluation, evaluationId: string): FactRequest<Evaluated> {
  return fact(async (reader) => {
    if (evaluation.status === 'none') return { batches: [], ties: [] };
    const { programId } = evaluation;
    const register = await programBatches.at(programId).load(reader);
    const batches: HeldBatch[] = [];
    for (const entry of register.batches) {
      if (entry.evaluationId !== evaluationId || entry.status === 'cancelled') continue;
      const batch = await batchState.at(entry.batchId).load(reader);
      if (batch.status !== 'none') batches.push(batch);
    }
    const program = await programState.at(programId).load(reader);
    const { mentorIds } = await programMentors.at(programId).load(reader);
    const ties: Tie[] = [
      ...designTies(program),
      { tie: 'resourcePerson', subjectIds: batches.flatMap((batch) => batch.resourcePersons) },
      { tie: 'organiser', subjectIds: batches.flatMap((batch) => subjectsOf(batch.scheduledBy)) },
      { tie: 'mentor', subjectIds: mentorIds.map((mentorId) => SubjectId.parse(mentorId)) },
      { tie: 'participant', subjectIds: batches.flatMap(participantsOf) },
    ];
    return { batches, ties };
  });
}

function participantsOf({ participants }: HeldBatch): readonly SubjectId[] {
  return [...participants].filter(([, { status }]) => status !== 'declined').map(([subjectId]) => subjectId);
}

/** Who designed a programme, and who asked for it. */
export function designTies(program: Program): readonly Tie[] {
  if (program.status === 'none') return [];
  return [
    { tie: 'designer', subjectIds: subjectsOf(program.designedBy) },
    { tie: 'requester', subjectIds: program.requestedBy === undefined ? [] : [program.requestedBy] },
  ];
}

/** The day of the first session of all batches; undefined where there is none. */
export function firstSessionOf(batches: readonly HeldBatch[]): LocalDate | undefined {
  return batches.map(firstSession).sort()[0];
}
