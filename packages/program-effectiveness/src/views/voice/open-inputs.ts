import { workingDaysBetween } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, inOneCell } from '../../lines.js';
import { actionRecords } from '../../records/action-records.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { followUpsFrom } from '../../records/follow-ups.js';
import { forumRecords, inputsUntil } from '../../records/forum-records.js';
import { needRecords } from '../../records/need-records.js';

/** An input of the public from which nothing has followed. */
export type OpenInputsLine = {
  readonly forumId: string;
  readonly inputId: string;
  readonly heldOn: string;
  readonly kind: 'complaint' | 'suggestion';
  readonly unitId: string;
  readonly service: string | null;
  readonly topics: string | null;
  readonly answerDue: string | null;
  /** Working days after the last day; 0 in time, null where it has none. */
  readonly workingDaysLate: number | null;
};

/** T5, T6: what was said and not taken up. Followed up is an input that caused an improvement action or a development need. */
export const openInputs = agencyReadModel({
  name: 'OpenInputs',
  question: {
    en: 'Which inputs of the public still wait for a follow-up?',
    id: 'Masukan masyarakat mana yang belum ditindaklanjuti?',
  },
  projections: [forumRecords, actionRecords, needRecords, agencyPolicy],
  answer: ([forums, actions, needs, policies], on): readonly OpenInputsLine[] => {
    const { calendar } = policyOnDay(policies, on);
    const followUp = followUpsFrom(needs, actions);
    return inputsUntil(forums, on)
      .flatMap((input): readonly OpenInputsLine[] => {
        const { forumId, inputId, kind, unitId, service, topics, answerDue } = input;
        const found = followUp({ kind: 'input', input });
        if (kind === 'praise' || found.actions.length + found.needs.length > 0) return [];
        return [
          {
            forumId,
            inputId,
            heldOn: input.on,
            kind,
            unitId,
            service,
            topics: inOneCell(topics),
            answerDue,
            workingDaysLate: answerDue === null ? null : workingDaysBetween(answerDue, on, calendar),
          },
        ];
      })
      .sort(
        byCells(
          ({ answerDue }) => answerDue,
          ({ forumId }) => forumId,
          ({ inputId }) => inputId,
        ),
      );
  },
});
