import { daysBetween } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, grouped } from '../../lines.js';
import { batchRecords, scheduledBatches } from '../../records/batch-records.js';
import { programRegister } from '../../records/program-register.js';

/** A batch, and how long after the one before it began. */
export type CadenceLine = {
  readonly programId: string;
  readonly program: string;
  readonly batchId: string;
  readonly from: string;
  readonly to: string;
  /** Days from the last day of the batch before to the first day of this one; negative where they overlap, null for the first. */
  readonly daysSincePrevious: number | null;
  /** Days since its last day, for the batch that ended last; null for the others. */
  readonly daysSinceLast: number | null;
};

/** S2: training is regular; here is how regular. A cancelled batch leaves a gap. */
export const cadence = agencyReadModel({
  name: 'Cadence',
  question: {
    en: 'How many days lie between the batches of a programme?',
    id: 'Berapa hari jarak antarangkatan suatu program?',
  },
  projections: [batchRecords, programRegister],
  answer: ([batches, programs], on): readonly CadenceLine[] => {
    const held = scheduledBatches(batches).filter(({ status }) => status !== 'cancelled');
    return [...grouped(held, ({ programId }) => programId).values()]
      .flatMap((inOrder) => {
        const ended = inOrder.filter(({ to }) => to <= on);
        const last = ended.sort(byCells(({ to }) => to)).at(-1);
        return inOrder.map((batch, index): CadenceLine => {
          const { programId, batchId, from, to } = batch;
          const previous = inOrder[index - 1];
          return {
            programId,
            program: programs.get(programId)?.name ?? programId,
            batchId,
            from,
            to,
            daysSincePrevious: previous === undefined ? null : daysBetween(previous.to, from),
            daysSinceLast: batch === last ? daysBetween(to, on) : null,
          };
        });
      })
      .sort(
        byCells(
          ({ programId }) => programId,
          ({ from }) => from,
        ),
      );
  },
});
