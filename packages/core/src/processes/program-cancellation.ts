import { idOf, process } from '@pembinaan/event-sourcing';
import { FlagNeedUnserved } from '../plan/development-need/commands.js';
import { developmentPlanState } from '../plan/development-plan/state.js';
import { ProgramCancelled } from '../revise/program-revision/events.js';
import { CancelBatch } from '../train/batch/commands.js';
import { programState } from '../train/program/state.js';
import { ProgramId } from '../values/ids.js';

/**
 * When a programme is cancelled, its open batches are, and the needs that it was to serve are flagged: they stand, and wait for another
 * programme. Who was nominated or confirmed is named in each cancelled batch.
 */
export const programCancellation = process({ name: 'program-cancellation', events: [ProgramCancelled] })
  .facts({
    ProgramCancelled: ({ stream }) => {
      const program = programState.at(idOf(stream));
      return {
        program,
        plan: program.chain((known) =>
          known.status === 'none' || known.planItem === undefined
            ? undefined
            : developmentPlanState.at(known.planItem.planId),
        ),
      };
    },
  })
  .react({
    ProgramCancelled: ({ stream, data }, { program, plan }) => {
      const programId = ProgramId.parse(idOf(stream));
      const itemId = program.status === 'none' ? undefined : program.planItem?.itemId;
      const items = plan === undefined || plan.status === 'none' ? [] : plan.items;
      const needIds = items.find((item) => item.itemId === itemId)?.needIds ?? [];
      return [
        ...data.openBatches.map((id) => ({ id, command: CancelBatch({ reason: { code: 'programCancelled' } }) })),
        ...needIds.map((id) => ({ id, command: FlagNeedUnserved({ programId }), about: programId })),
      ];
    },
  });
