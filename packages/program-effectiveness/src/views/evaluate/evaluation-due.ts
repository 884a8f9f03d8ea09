import { addDays, type LocalDate } from '@pembinaan/core';
import type { View } from '@pembinaan/event-sourcing';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { batchRecords, type KnownBatch, scheduledBatches } from '../../records/batch-records.js';
import { type EvaluationRow, evaluationRecords } from '../../records/evaluation-records.js';
import { programRegister } from '../../records/program-register.js';
import { type ServiceRow, serviceUnits } from '../../records/service-units.js';

/** One level of the evaluation of one completed batch, with its window. */
export type EvaluationDueLine = {
  readonly programId: string;
  readonly program: string;
  readonly programStatus: string | null;
  readonly batchId: string;
  readonly evaluationId: string;
  /** 3 behaviour, 4 impact. */
  readonly level: 3 | 4;
  /** Whether the evaluation plans it. */
  readonly planned: boolean;
  /** The last day of the batch, from which the window counts. */
  readonly completedOn: string;
  readonly opens: string | null;
  readonly closes: string | null;
  /** Participants whose behaviour others rated; planned results of served units that were measured after the batch, or recorded as impacts. */
  readonly measured: number;
  /** `missed`: the window has closed and nothing was measured. `unknown`: no policy gives a window. */
  readonly state: 'notYet' | 'open' | 'measured' | 'missed' | 'unknown';
};

/** B9: evaluation is periodic, not a tick in a box. A programme that closes without levels 3 and 4 stands out here. */
export const evaluationDue = agencyReadModel({
  name: 'EvaluationDue',
  question: {
    en: 'Which evaluations of behaviour and impact are due, and which programmes closed without them?',
    id: 'Evaluasi perilaku dan dampak mana yang jatuh tempo, dan program mana yang selesai tanpa evaluasi itu?',
  },
  projections: [batchRecords, evaluationRecords, programRegister, agencyPolicy, serviceUnits],
  answer: ([batches, evaluations, programs, policies, units], on): readonly EvaluationDueLine[] => {
    const window = policyOnDay(policies, on).figures?.['evaluation.l3.window'].value;
    return scheduledBatches(batches)
      .filter(({ status, to }) => status === 'completed' && to <= on)
      .flatMap((batch) => {
        const { programId, batchId, evaluationId, to } = batch;
        const evaluation = evaluations.get(evaluationId);
        const program = programs.get(programId);
        const opens = window === undefined ? null : addDays(to, window.from);
        const closes = window === undefined ? null : addDays(to, window.to);
        return ([3, 4] as const).map((level): EvaluationDueLine => {
          const measured = level === 3 ? ratedAfter(batch, evaluation) : measuredAfter(batch, evaluation, units, on);
          return {
            programId,
            program: program?.name ?? programId,
            programStatus: program?.status ?? null,
            batchId,
            evaluationId,
            level,
            planned: evaluation?.planned?.levels.includes(level) ?? false,
            completedOn: to,
            opens,
            closes,
            measured,
            state: measured > 0 ? 'measured' : stateOf(opens, closes, on),
          };
        });
      })
      .sort(
        byCells(
          ({ closes }) => closes,
          ({ programId }) => programId,
          ({ batchId }) => batchId,
          ({ level }) => level,
        ),
      );
  },
});

/** Participants of a batch whose behaviour was rated by somebody else than themselves. */
function ratedAfter({ batchId }: KnownBatch, evaluation: EvaluationRow | undefined): number {
  const ratings = Object.values(evaluation?.ratings ?? {}).filter((rating) => rating.batchId === batchId);
  return new Set(ratings.map(({ employeeId }) => employeeId)).size;
}

/** Planned results of served units of which a period after the batch was measured, or that the evaluator recorded as an impact. */
function measuredAfter(
  { to }: KnownBatch,
  evaluation: EvaluationRow | undefined,
  units: View<ServiceRow>,
  on: LocalDate,
): number {
  const { serviceUnits: served = [], metrics = [] } = evaluation?.planned ?? {};
  const results = served.flatMap((unitId) =>
    Object.values(units.get(unitId)?.measurements ?? {})
      .filter((one) => one.from > to && one.to <= on)
      .filter((one) => metrics.some(({ service, metric }) => service === one.service && metric === one.metric))
      .map(({ service, metric }) => `${unitId}/${service}/${metric}`),
  );
  const impacts = Object.values(evaluation?.impacts ?? {});
  return new Set([...results, ...impacts.map(({ unitId, service, metric }) => `${unitId}/${service}/${metric}`)]).size;
}

function stateOf(opens: LocalDate | null, closes: LocalDate | null, on: LocalDate): EvaluationDueLine['state'] {
  if (opens === null || closes === null) return 'unknown';
  if (on < opens) return 'notYet';
  return on <= closes ? 'open' : 'missed';
}
