import { type NotShown, notShown } from '../disclosure.js';
import { peopleReadModel } from '../history/people-read-model.js';
import { groupedBy, inOrder } from '../order.js';
import { assignmentRecords } from '../records/assignment-records.js';
import { behaviourRecords } from '../records/behaviour-records.js';
import { policies, policyInForce } from '../records/policies.js';
import { serviceRecords } from '../records/service-records.js';
import { share } from '../rounding.js';
import { ratedParticipations } from './rated-participations.js';

/** The participations of a unit in batches of a year that were passed (level 2) and rated by others (level 3). */
export interface TransferGapLine {
  /** Where people were when the batch ended: whoever moved since does not take the figure along. */
  readonly unitId: string | null;
  /** The year in which the batches ended. */
  readonly year: number;
  readonly people: number;
  /** Participations that were passed, and of which the behaviour was rated by others; null where not shown. */
  readonly rated: number | null;
  /** Of these, those with a mean rating below `evaluation.l3.effectiveMean`. */
  readonly low: number | null;
  /** Basis points. */
  readonly lowShare: number | null;
  readonly notShown: NotShown;
}

/** S12: what was learnt and is not used. By unit, never by person, and not for groups that are too small (R39, domain.md 5.12). */
export const transferGap = peopleReadModel({
  name: 'TransferGap',
  question: {
    en: 'In which units is what was learnt and passed hardly seen at work?',
    id: 'Di unit mana hasil belajar yang sudah lulus belum tampak dalam pekerjaan?',
  },
  needs: [assignmentRecords, behaviourRecords, serviceRecords, policies],
  linesOf: 'unit',
  tells: 'everPlaced',
  answer: ([assignments, behaviour, service, policyRows], on) => {
    const policy = policyInForce(policyRows.rows, on);
    const threshold = policy?.figures['evaluation.l3.effectiveMean'].value;
    const passed = ratedParticipations(assignments.rows, behaviour.rows, service.rows, on);
    const lines = groupedBy(passed, ({ unitId, year }) => ({ unitId, year })).map(
      ({ key, members }): TransferGapLine => {
        const people = new Set(members.map(({ employeeId }) => employeeId)).size;
        const hidden = notShown(people, policy);
        if (hidden !== null || threshold === undefined) {
          return { ...key, people, rated: null, low: null, lowShare: null, notShown: hidden };
        }
        const low = members.filter(({ mean }) => mean < threshold).length;
        return {
          ...key,
          people,
          rated: members.length,
          low,
          lowShare: share(low, members.length),
          notShown: null,
        };
      },
    );
    return inOrder(lines, ({ unitId, year }) => [unitId, year]);
  },
});
