import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, inOneCell } from '../../lines.js';
import { planItems } from '../../plan-items.js';
import { programRecords } from '../../program-records.js';
import { type DecisionView, type ProgramSummary, programSummary } from '../../program-summary.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { batchRecords, type KnownBatch, scheduledBatches } from '../../records/batch-records.js';
import { designed, type ProgramEntry, programRegister } from '../../records/program-register.js';

/** A programme on one line: from who designed it to what was decided about it last, and why. */
export type ProgramCardLine = {
  readonly programId: string;
  readonly program: string;
  readonly track: string | null;
  readonly form: string | null;
  readonly status: string;
  readonly designedBy: string | null;
  readonly requestedBy: string | null;
  readonly approvedBy: string | null;
  readonly taughtBy: string | null;
  readonly batches: number;
  readonly nominated: number;
  readonly attended: number;
  readonly completed: number;
  /** Mean gain between the tests before and after, score hundredths; null where none is known, or of too few people. */
  readonly gain: number | null;
  /** People whose behaviour was rated by others. */
  readonly behaviourRated: number;
  /** The last conclusion, and whether it is contested. */
  readonly conclusion: string | null;
  readonly contested: boolean;
  /** Rupiah. */
  readonly planned: number | null;
  readonly committed: number;
  readonly realised: number;
  readonly perCompleted: number | null;
  /** The last decision, by whom, on what authority and under which policy. */
  readonly decision: string | null;
  readonly decidedOn: string | null;
  readonly decidedBy: string | null;
  readonly authorityId: string | null;
  readonly policyVersion: string | null;
  /** Why: the reason given, or the conclusion that stood when it was decided. */
  readonly because: string | null;
  readonly recommendationId: string | null;
  /** The events on which it rests. */
  readonly evidence: string | null;
};

/** Who designed, approved, taught and attended; result, cost, decision and why. */
export const programCard = agencyReadModel({
  name: 'ProgramCard',
  question: {
    en: 'Who designed, approved and taught a programme, who attended it, what came of it, what did it cost, and what was decided why?',
    id: 'Siapa merancang, menyetujui, dan mengajar suatu program, siapa pesertanya, apa hasil dan biayanya, serta apa keputusannya dan mengapa?',
  },
  projections: [programRecords, programRegister, planItems, batchRecords, agencyPolicy],
  answer: ([records, register, plans, batchView, policies], on): readonly ProgramCardLine[] => {
    const { minimumN, dayOf } = policyOnDay(policies, on);
    const batches = scheduledBatches(batchView);
    return designed(register)
      .flatMap((entry): readonly ProgramCardLine[] => {
        const record = records.get(entry.programId);
        if (record === undefined) return [];
        const view = programSummary(record, plans.rows, minimumN);
        const held = batches.filter(({ programId, status }) => programId === entry.programId && status !== 'cancelled');
        const last = view.decisions.at(-1);
        return [
          {
            ...made(entry, held),
            ...result(view),
            ...cost(view),
            ...decided(last, last && dayOf(last.source.occurredAt)),
          },
        ];
      })
      .sort(byCells(({ programId }) => programId));
  },
});

function made(entry: ProgramEntry, held: readonly KnownBatch[]) {
  return {
    programId: entry.programId,
    program: entry.name,
    track: entry.track,
    form: entry.form,
    status: entry.status,
    designedBy: entry.designedBy,
    requestedBy: entry.requestedBy,
    approvedBy: entry.approvedBy,
    taughtBy: inOneCell(held.flatMap(({ speakers }) => speakers.map(({ subjectId }) => subjectId))),
    batches: held.length,
  };
}

function result({ reach, learning, behaviourRated, evaluations }: ProgramSummary) {
  const concluded = evaluations.filter(({ conclusions }) => conclusions.length > 0).at(-1);
  return {
    nominated: reach.nominated,
    attended: reach.attended,
    completed: reach.completed,
    gain: learning.meanGain,
    behaviourRated,
    conclusion: concluded?.conclusions.at(-1)?.conclusion ?? null,
    contested: concluded?.contested ?? false,
  };
}

function cost({ budget }: ProgramSummary) {
  const { planned, committed, realized, perCompleted } = budget;
  return { planned, committed, realised: realized, perCompleted };
}

function decided(last: DecisionView | undefined, on: string | undefined) {
  return {
    decision: last?.decision ?? null,
    decidedOn: on ?? null,
    decidedBy: last?.decidedBy ?? null,
    authorityId: last?.authorityId ?? null,
    policyVersion: last?.policyVersion ?? null,
    because: last?.reason ?? last?.conclusion?.conclusion ?? null,
    recommendationId: last?.recommendation?.recommendationId ?? null,
    evidence: inOneCell((last?.restsOn ?? []).map(({ eventId }) => eventId)),
  };
}
