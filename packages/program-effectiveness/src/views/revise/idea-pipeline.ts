import { daysBetween } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, inOneCell } from '../../lines.js';
import { actionRecords } from '../../records/action-records.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { ideaRecords } from '../../records/idea-records.js';

/** An idea and where it stands; who raised it is not told. */
export type IdeaPipelineLine = {
  readonly ideaId: string;
  readonly unitId: string | null;
  readonly occasion: string | null;
  readonly topics: string | null;
  readonly raisedOn: string;
  readonly state: 'undecided' | 'adopted' | 'onTrial' | 'declined';
  /** Days without a decision; null once there is one. */
  readonly daysWaiting: number | null;
  readonly decidedOn: string | null;
  readonly reason: string | null;
  /** The improvement action that carries it out, and its end. */
  readonly actionId: string | null;
  readonly actionDoneOn: string | null;
};

const STATES = { adopt: 'adopted', trial: 'onTrial', decline: 'declined' } as const;

/** S8, S10: ideas deserve an answer. Those without one stand first, the oldest on top. */
export const ideaPipeline = agencyReadModel({
  name: 'IdeaPipeline',
  question: {
    en: 'Which ideas wait for a decision, and what became of the others?',
    id: 'Gagasan mana yang menunggu keputusan, dan apa tindak lanjut gagasan lainnya?',
  },
  projections: [ideaRecords, actionRecords, agencyPolicy],
  answer: ([ideas, actions, policies], on): readonly IdeaPipelineLine[] => {
    const { dayOf } = policyOnDay(policies, on);
    return [...ideas.rows.values()]
      .flatMap(({ ideaId, unitId, occasion, topics, raisedAt, decidedAt, decision, reason, actionId }) => {
        if (raisedAt === null) return [];
        const raisedOn = dayOf(raisedAt);
        if (raisedOn > on) return [];
        const doneAt = actionId === null ? null : (actions.get(actionId)?.completedAt ?? null);
        const line: IdeaPipelineLine = {
          ideaId,
          unitId,
          occasion,
          topics: inOneCell(topics),
          raisedOn,
          state: decision === null ? 'undecided' : STATES[decision],
          daysWaiting: decision === null ? daysBetween(raisedOn, on) : null,
          decidedOn: decidedAt === null ? null : dayOf(decidedAt),
          reason,
          actionId,
          actionDoneOn: doneAt === null ? null : dayOf(doneAt),
        };
        return [line];
      })
      .sort(
        byCells(
          ({ state }) => state !== 'undecided',
          ({ raisedOn }) => raisedOn,
          ({ ideaId }) => ideaId,
        ),
      );
  },
});
