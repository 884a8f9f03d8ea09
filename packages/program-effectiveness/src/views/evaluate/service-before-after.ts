import { type LocalDate, relativeImprovement } from '@pembinaan/core';
import type { View } from '@pembinaan/event-sourcing';
import { agencyReadModel } from '../../agency-read-model.js';
import { disclosure } from '../../disclosure.js';
import { byCells, inOneCell } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { batchRecords, scheduledBatches } from '../../records/batch-records.js';
import { type EvaluationRow, evaluationRecords, type PlannedEvaluation } from '../../records/evaluation-records.js';
import { programRegister } from '../../records/program-register.js';
import { type MeasurementRow, type ServiceRow, type SurveyRow, serviceUnits } from '../../records/service-units.js';

/** One figure of one unit, on both sides of a programme. */
export type ServiceBeforeAfterLine = {
  readonly programId: string;
  readonly program: string;
  readonly evaluationId: string;
  readonly unitId: string;
  /** `comparison`: a unit that was not trained, for the same figure. */
  readonly role: 'served' | 'comparison';
  /** Null for the survey, which speaks of the whole unit. */
  readonly service: string | null;
  /** `waiting` and `processing` in seconds, `error` and `rework` in basis points, `ikm` in hundredths, `u3` to `u8` in thousandths. */
  readonly metric: string;
  /** The last measurement that was over before the first session. */
  readonly beforeTo: string | null;
  readonly before: number | null;
  readonly beforeP90: number | null;
  readonly beforeN: number | null;
  /** The last measurement that began after the last session and is over. */
  readonly afterFrom: string | null;
  readonly after: number | null;
  readonly afterP90: number | null;
  readonly afterN: number | null;
  /** How much better it is, relative to before, in basis points; negative is worse. A comparison unit is not taken off. */
  readonly improvement: number | null;
  /** The other programmes evaluated on the same unit between the two measurements: none of them can claim the change alone. */
  readonly confoundedBy: string | null;
  readonly suppressed: boolean;
};

/** Of the survey, these are the elements that training can plausibly move: time, competence, behaviour, handling of complaints. */
const ELEMENTS = [
  { metric: 'ikm', of: ({ ikm }: SurveyRow) => ikm },
  { metric: 'u3', of: ({ nrr }: SurveyRow) => nrr[2] },
  { metric: 'u6', of: ({ nrr }: SurveyRow) => nrr[5] },
  { metric: 'u7', of: ({ nrr }: SurveyRow) => nrr[6] },
  { metric: 'u8', of: ({ nrr }: SurveyRow) => nrr[7] },
] as const;

/** L9, S6: waiting time and errors around a programme. A change after it is not yet a change through it. */
export const serviceBeforeAfter = agencyReadModel({
  name: 'ServiceBeforeAfter',
  question: {
    en: 'How did waiting, errors and satisfaction change around each programme, beside units that were not trained?',
    id: 'Bagaimana waktu tunggu, kesalahan, dan kepuasan berubah di sekitar setiap program, dibandingkan unit yang tidak dilatih?',
  },
  projections: [evaluationRecords, batchRecords, serviceUnits, programRegister, agencyPolicy],
  answer: ([evaluations, batchView, units, programs, policies], on): readonly ServiceBeforeAfterLine[] => {
    const { minimumN } = policyOnDay(policies, on);
    const evaluated = evaluatedPrograms(evaluations.rows.values(), batchView, on);
    return evaluated
      .flatMap((one) => {
        const { programId } = one.planned;
        const head = { programId, program: programs.get(programId)?.name ?? programId, evaluationId: one.evaluationId };
        return pairsOf(one, units, on).map((pair) => ({ ...head, ...lineOf(pair, one, evaluated, minimumN) }));
      })
      .sort(
        byCells(
          ({ programId }) => programId,
          ({ evaluationId }) => evaluationId,
          ({ service }) => service,
          ({ metric }) => metric,
          ({ role }) => (role === 'served' ? 0 : 1),
          ({ unitId }) => unitId,
        ),
      );
  },
});

/** A planned evaluation whose batches have begun. */
interface Evaluated {
  readonly evaluationId: string;
  readonly planned: PlannedEvaluation;
  readonly firstSession: LocalDate;
  readonly lastDay: LocalDate;
}

function evaluatedPrograms(
  evaluations: Iterable<EvaluationRow>,
  batchView: Parameters<typeof scheduledBatches>[0],
  on: LocalDate,
): readonly Evaluated[] {
  const held = scheduledBatches(batchView).filter(
    ({ status, firstSession }) => status !== 'cancelled' && firstSession <= on,
  );
  return [...evaluations].flatMap(({ evaluationId, planned }) => {
    const batches = held.filter((batch) => batch.evaluationId === evaluationId);
    const [firstSession] = batches.map((batch) => batch.firstSession).sort();
    const lastDay = batches
      .map(({ to }) => to)
      .sort()
      .at(-1);
    if (planned === null || firstSession === undefined || lastDay === undefined) return [];
    return [{ evaluationId, planned, firstSession, lastDay }];
  });
}

/** A value of one period. */
interface Measured {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly value: number;
  readonly p90: number | null;
  readonly n: number;
}

interface Pair {
  readonly unitId: string;
  readonly role: 'served' | 'comparison';
  readonly service: string | null;
  readonly metric: string;
  readonly before: Measured | undefined;
  readonly after: Measured | undefined;
  /** Whether more is better, as in a survey. */
  readonly higherIsBetter: boolean;
}

function pairsOf(one: Evaluated, units: View<ServiceRow>, on: LocalDate): readonly Pair[] {
  const { serviceUnits, comparisonUnits, metrics } = one.planned;
  const roles = [
    ...serviceUnits.map((unitId) => ({ unitId, role: 'served' }) as const),
    ...comparisonUnits.map((unitId) => ({ unitId, role: 'comparison' }) as const),
  ];
  const figures = new Map(
    metrics.flatMap(({ service, metric, guardMetric }) =>
      [metric, ...(guardMetric === null ? [] : [guardMetric])].map((each) => [
        `${service}/${each}`,
        { service, metric: each },
      ]),
    ),
  );
  return roles.flatMap(({ unitId, role }) => {
    const unit = units.get(unitId);
    const measurements = Object.values(unit?.measurements ?? {});
    const surveys = Object.values(unit?.surveys ?? {});
    return [
      ...[...figures.values()].map(({ service, metric }) => ({
        unitId,
        role,
        service,
        metric,
        ...around(one, on, measurements.filter(isOf(service, metric))),
        higherIsBetter: false,
      })),
      ...ELEMENTS.map(({ metric, of }) => ({
        unitId,
        role,
        service: null,
        metric,
        ...around(
          one,
          on,
          surveys.map((survey) => ({ ...survey, value: of(survey) ?? 0, p90: null })),
        ),
        higherIsBetter: true,
      })),
    ].filter(({ before, after }) => before !== undefined || after !== undefined);
  });
}

function isOf(service: string, metric: string) {
  return (measurement: MeasurementRow): boolean => measurement.service === service && measurement.metric === metric;
}

function around({ firstSession, lastDay }: Evaluated, on: LocalDate, measured: readonly Measured[]) {
  const inOrder = [...measured].filter(({ to }) => to <= on).sort(byCells(({ to }) => to));
  return {
    before: inOrder.filter(({ to }) => to < firstSession).at(-1),
    after: inOrder.filter(({ from }) => from > lastDay).at(-1),
  };
}

function lineOf(pair: Pair, one: Evaluated, all: readonly Evaluated[], minimumN: number) {
  const { unitId, role, service, metric, before, after } = pair;
  const first = disclosure(before?.n ?? minimumN, minimumN);
  const second = disclosure(after?.n ?? minimumN, minimumN);
  const suppressed = first.suppressed || second.suppressed;
  return {
    unitId,
    role,
    service,
    metric,
    beforeTo: before?.to ?? null,
    before: first.shown(before?.value ?? null),
    beforeP90: first.shown(before?.p90 ?? null),
    beforeN: first.shown(before?.n ?? null),
    afterFrom: after?.from ?? null,
    after: second.shown(after?.value ?? null),
    afterP90: second.shown(after?.p90 ?? null),
    afterN: second.shown(after?.n ?? null),
    improvement: suppressed ? null : improvementOf(pair),
    confoundedBy: inOneCell(othersBetween(pair, one, all)),
    suppressed,
  };
}

function improvementOf({ before, after, higherIsBetter }: Pair): number | null {
  if (before === undefined || after === undefined) return null;
  const change = relativeImprovement({ before: before.value, after: after.value });
  return change === null ? null : higherIsBetter ? 0 - change : change;
}

function othersBetween({ unitId, before, after }: Pair, one: Evaluated, all: readonly Evaluated[]): readonly string[] {
  if (before === undefined || after === undefined) return [];
  return all
    .filter(({ planned }) => planned.programId !== one.planned.programId && planned.serviceUnits.includes(unitId))
    .filter(({ firstSession, lastDay }) => firstSession <= after.to && lastDay >= before.to)
    .map(({ planned }) => planned.programId);
}
