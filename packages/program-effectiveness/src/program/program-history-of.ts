import { idOf } from '@pembinaan/event-sourcing';
import type { ProgramEvent } from '../files/kept.js';
import type { ProgramEntry, ProgramEntryOf } from '../files/program-files.js';
import type { BatchHistory, EvaluationHistory, ProgramDecision, ProgramHistory, Seat } from './program-history.js';
import { factOf, type StreamFile, toldBy } from './told.js';

/**
 * What the files of a programme tell: a pure fold over the entries that count, stream by stream. Streams that say what something is come
 * before those that tell what became of it.
 */
export function programHistoryOf(programId: string, files: readonly StreamFile<ProgramEntry>[]): ProgramHistory {
  const program: ProgramHistory = {
    programId,
    designed: null,
    status: 'none',
    materials: [],
    commitments: [],
    batches: [],
    evaluations: [],
    recommendations: [],
    decisions: [],
    workplace: [],
    mentorships: [],
    involvements: [],
    unserved: [],
  };
  for (const { stream, entries } of files) {
    for (const entry of entries) HANDLERS.get(entry.type)?.(program, entry, stream);
  }
  program.batches.sort((a, b) =>
    a.firstSession === b.firstSession ? order(a.batchId, b.batchId) : order(a.firstSession, b.firstSession),
  );
  return program;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A method and not a function, so that the handlers of all types fit into one table. */
type Handler<T extends ProgramEvent['type']> = {
  of(program: ProgramHistory, entry: ProgramEntryOf<T>, stream: string): void;
}['of'];

const ON: { readonly [T in ProgramEvent['type']]: Handler<T> } = {
  ProgramDesigned: (program, entry, stream) => {
    program.designed = factOf(entry, stream);
    program.status = 'designed';
  },
  ProgramApproved: (program) => {
    program.status = 'approved';
  },
  LearningMaterialPublished: (program, entry, stream) => {
    program.materials.push(factOf(entry, stream));
  },

  BudgetCommitted: (program, entry, stream) => {
    const { commitmentId, planId, planItemId, amount } = entry.data;
    program.commitments.push({
      commitmentId,
      budgetId: idOf(stream),
      planId,
      planItemId,
      committed: amount,
      released: 0,
      realized: 0,
      told: [toldBy(entry, stream)],
    });
  },
  BudgetReleased: (program, entry, stream) => {
    const commitment = commitmentOf(program, stream, entry.data.commitmentId);
    if (commitment === undefined) return;
    commitment.released += entry.data.amount;
    commitment.told.push(toldBy(entry, stream));
  },
  BudgetRealized: (program, entry, stream) => {
    const commitment = commitmentOf(program, stream, entry.data.commitmentId);
    if (commitment === undefined) return;
    commitment.realized += entry.data.amount;
    commitment.told.push(toldBy(entry, stream));
  },

  BatchScheduled: (program, entry, stream) => {
    const { sessions, period } = entry.data;
    program.batches.push({
      ...entry.data,
      batchId: idOf(stream),
      told: toldBy(entry, stream),
      firstSession: sessions.map(({ date }) => date).sort()[0] ?? period.from,
      status: 'scheduled',
      realisedCost: null,
      cancelled: null,
      speakers: [],
      seats: new Map(),
    });
  },
  ResourcePersonAssigned: (program, { data }, stream) => {
    batchOf(program, stream)?.speakers.push(data);
  },
  ParticipantNominated: (program, { data }, stream) => {
    withSeat(program, stream, data.employeeId, (seat) => {
      seat.unitId = data.unitId ?? null;
      seat.needId = data.needId ?? null;
      seat.status = 'nominated';
      seat.confirmed = false;
    });
  },
  NominationConfirmed: (program, { data }, stream) => {
    withSeat(program, stream, data.employeeId, (seat) => {
      seat.status = 'confirmed';
      seat.confirmed = true;
    });
  },
  NominationDeclined: (program, { data }, stream) => {
    withSeat(program, stream, data.employeeId, (seat) => {
      seat.unitId ??= data.unitId ?? null;
      seat.status = 'declined';
      seat.declined = { by: data.by, reason: data.reason.code };
    });
  },
  AttendanceRecorded: (program, { data }, stream) => {
    withSeat(program, stream, data.employeeId, (seat) => {
      seat.sessions[data.sessionId] = data.present;
    });
  },
  LearningResultRecorded: (program, entry, stream) => {
    const { data } = entry;
    withSeat(program, stream, data.employeeId, (seat) => {
      const result = { score: data.score, told: toldBy(entry, stream) };
      if (data.kind === 'pre') seat.pre = result;
      if (data.kind === 'post' && data.attempt === 1) seat.post = result;
    });
  },
  ParticipantOutcomeDecided: (program, { data }, stream) => {
    withSeat(program, stream, data.employeeId, (seat) => {
      seat.status = data.outcome;
      seat.outcomeReason = data.reason?.code ?? null;
      seat.attendanceShare = data.attendanceShare;
      seat.bestScore = data.bestScore ?? null;
    });
  },
  BatchCompleted: (program, { data }, stream) => {
    const batch = batchOf(program, stream);
    if (batch === undefined) return;
    batch.status = 'completed';
    batch.realisedCost = data.realisedCost;
  },
  BatchCancelled: (program, entry, stream) => {
    const batch = batchOf(program, stream);
    if (batch === undefined) return;
    const { reason, participants } = entry.data;
    batch.status = 'cancelled';
    batch.cancelled = { reason: reason.code, participants, told: toldBy(entry, stream) };
  },

  EvaluationPlanned: (program, entry, stream) => {
    program.evaluations.push({
      ...entry.data,
      evaluationId: idOf(stream),
      told: toldBy(entry, stream),
      reactions: [],
      ratings: [],
      impacts: [],
      conclusions: [],
    });
  },
  ParticipantReactionRecorded: (program, entry, stream) => {
    evaluationOf(program, stream)?.reactions.push(factOf(entry, stream));
  },
  BehaviourRated: (program, entry, stream) => {
    evaluationOf(program, stream)?.ratings.push(factOf(entry, stream));
  },
  ProgramImpactMeasured: (program, entry, stream) => {
    evaluationOf(program, stream)?.impacts.push(factOf(entry, stream));
  },
  EvaluationConcluded: (program, entry, stream) => {
    evaluationOf(program, stream)?.conclusions.push({ ...factOf(entry, stream), contested: null });
  },
  EvaluationContested: (program, entry, stream) => {
    const conclusion = evaluationOf(program, stream)?.conclusions.at(-1);
    if (conclusion !== undefined) conclusion.contested = factOf(entry, stream);
  },

  RevisionRecommended: (program, entry, stream) => {
    program.recommendations.push(factOf(entry, stream));
  },
  ProgramExpanded: (program, entry, stream) => decided(program, factOf(entry, stream)),
  MethodReviewOrdered: (program, entry, stream) => decided(program, factOf(entry, stream)),
  ProgramMethodRevised: (program, entry, stream) => decided(program, factOf(entry, stream)),
  ProgramSuspended: (program, entry, stream) => decided(program, factOf(entry, stream), 'suspended'),
  ProgramCancelled: (program, entry, stream) => decided(program, factOf(entry, stream), 'cancelled'),
  ProgramContinued: (program, entry, stream) => decided(program, factOf(entry, stream), 'approved'),

  WorkplaceLearningAssigned: (program, entry, stream) => {
    program.workplace.push({ ...factOf(entry, stream), completed: null });
  },
  WorkplaceLearningCompleted: (program, entry, stream) => {
    const learning = program.workplace.find(({ told }) => told.stream === stream);
    if (learning !== undefined) learning.completed = factOf(entry, stream);
  },
  MentorshipProposed: (program, entry, stream) => {
    program.mentorships.push({ ...factOf(entry, stream), mentorshipId: idOf(stream) });
  },
  LeadershipInvolvementRecorded: (program, entry, stream) => {
    program.involvements.push(factOf(entry, stream));
  },
  DevelopmentNeedLeftUnserved: (program, _, stream) => {
    program.unserved.push(idOf(stream));
  },
};

const HANDLERS = new Map<string, Handler<ProgramEvent['type']>>(Object.entries(ON));

function decided(program: ProgramHistory, decision: ProgramDecision, status?: ProgramHistory['status']): void {
  program.decisions.push(decision);
  if (status !== undefined) program.status = status;
}

/** A commitment id is unique within its budget, and a programme may be paid from two. */
function commitmentOf({ commitments }: ProgramHistory, stream: string, commitmentId: string) {
  return commitments.findLast((known) => known.budgetId === idOf(stream) && known.commitmentId === commitmentId);
}

function batchOf({ batches }: ProgramHistory, stream: string): BatchHistory | undefined {
  return batches.find(({ batchId }) => batchId === idOf(stream));
}

function evaluationOf({ evaluations }: ProgramHistory, stream: string): EvaluationHistory | undefined {
  return evaluations.find(({ evaluationId }) => evaluationId === idOf(stream));
}

function withSeat(program: ProgramHistory, stream: string, employeeId: string, change: (seat: Seat) => void): void {
  const batch = batchOf(program, stream);
  if (batch === undefined) return;
  const seat = batch.seats.get(employeeId) ?? emptySeat(employeeId);
  batch.seats.set(employeeId, seat);
  change(seat);
}

function emptySeat(employeeId: string): Seat {
  return {
    employeeId,
    unitId: null,
    needId: null,
    status: 'nominated',
    confirmed: false,
    declined: null,
    outcomeReason: null,
    attendanceShare: null,
    pre: null,
    post: null,
    bestScore: null,
    sessions: {},
  };
}
