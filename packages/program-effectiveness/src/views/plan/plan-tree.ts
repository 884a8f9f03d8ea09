import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, grouped } from '../../lines.js';
import { type PlanRow, planItems } from '../../plan-items.js';
import { batchRecords, scheduledBatches } from '../../records/batch-records.js';
import { designed, type ProgramEntry, programRegister } from '../../records/program-register.js';

/** One branch of a plan, down to a batch; null below where it ends. A programme outside every plan has neither plan nor item. */
export type PlanTreeLine = {
  readonly planId: string | null;
  readonly year: number | null;
  readonly planStatus: string | null;
  readonly itemId: string | null;
  readonly programId: string | null;
  readonly program: string | null;
  readonly track: string | null;
  readonly form: string | null;
  readonly programStatus: string | null;
  readonly batchId: string | null;
  readonly batchStatus: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

/** What a plan holds: plan, items, programmes, batches; one line a branch. */
export const planTree = agencyReadModel({
  name: 'PlanTree',
  question: {
    en: 'What does each plan hold, down to the batches that carry it out?',
    id: 'Apa isi setiap rencana, sampai angkatan yang melaksanakannya?',
  },
  projections: [planItems, programRegister, batchRecords],
  answer: ([plans, register, batchView]): readonly PlanTreeLine[] => {
    const programs = designed(register);
    const batches = grouped(scheduledBatches(batchView), ({ programId }) => programId);
    const trunks = [
      ...[...plans.rows.values()].flatMap((plan) => trunksOf(plan, programs)),
      ...programs.filter((program) => !isPlanned(program, plans.rows)).map((program) => ({ ...NO_PLAN, program })),
    ];
    return trunks
      .flatMap(({ program, ...trunk }): readonly PlanTreeLine[] => {
        const above = { ...trunk, ...ofProgram(program) };
        const held = (program && batches.get(program.programId)) ?? [];
        if (held.length === 0) return [{ ...above, batchId: null, batchStatus: null, from: null, to: null }];
        return held.map(({ batchId, status, from, to }) => ({ ...above, batchId, batchStatus: status, from, to }));
      })
      .sort(
        byCells(
          ({ year }) => year,
          ({ planId }) => planId,
          ({ itemId }) => itemId,
          ({ programId }) => programId,
          ({ from }) => from,
          ({ batchId }) => batchId,
        ),
      );
  },
});

/** A line down to its programme. */
type Trunk = Pick<PlanTreeLine, 'planId' | 'year' | 'planStatus' | 'itemId'> & {
  readonly program: ProgramEntry | null;
};

const NO_PLAN = { planId: null, year: null, planStatus: null, itemId: null };

function trunksOf(plan: PlanRow, programs: readonly ProgramEntry[]): readonly Trunk[] {
  const { planId, year, status: planStatus } = plan;
  if (plan.items.length === 0) return [{ planId, year, planStatus, itemId: null, program: null }];
  return plan.items.flatMap(({ itemId }): readonly Trunk[] => {
    const found = programs.filter(({ planItem }) => planItem?.planId === planId && planItem.itemId === itemId);
    return (found.length === 0 ? [null] : found).map((program) => ({ planId, year, planStatus, itemId, program }));
  });
}

function isPlanned({ planItem }: ProgramEntry, plans: ReadonlyMap<string, PlanRow>): boolean {
  return (
    planItem !== null && (plans.get(planItem.planId)?.items ?? []).some(({ itemId }) => itemId === planItem.itemId)
  );
}

function ofProgram(program: ProgramEntry | null) {
  return {
    programId: program?.programId ?? null,
    program: program?.name ?? null,
    track: program?.track ?? null,
    form: program?.form ?? null,
    programStatus: program?.status ?? null,
  };
}
