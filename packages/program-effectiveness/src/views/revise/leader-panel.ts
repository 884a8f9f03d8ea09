import type { LocalDate } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, grouped, inOneCell } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { type EvaluationRow, evaluationRecords } from '../../records/evaluation-records.js';
import { leadershipRecords } from '../../records/leadership-records.js';
import { type ServiceRow, serviceUnits, surveysUntil } from '../../records/service-units.js';

/** What a leader did in one role for one unit, and how that unit and the programmes stand. */
export type LeaderPanelLine = {
  readonly leaderId: string;
  /** Null where the involvement was not for one unit. */
  readonly unitId: string | null;
  readonly role: string;
  readonly times: number;
  readonly firstOn: string;
  readonly lastOn: string;
  /** The programmes concerned. */
  readonly programs: string | null;
  /** Beside it, not because of it: what their evaluations concluded last. */
  readonly conclusions: string | null;
  /** Beside it, not because of it: the last index of the unit in hundredths, and how far it lies from the last one before `firstOn`. */
  readonly ikm: number | null;
  readonly ikmChange: number | null;
  /** The index is of too few respondents to be told. */
  readonly suppressed: boolean;
};

/**
 * B7, B8, S9: the role of the leader. Outcomes stand beside the involvement so that both can be seen; that they go together is no proof
 * that one caused the other, and nothing here ranks leaders by them.
 */
export const leaderPanel = agencyReadModel({
  name: 'LeaderPanel',
  question: {
    en: 'In which roles do leaders take part in development, for which units?',
    id: 'Dalam peran apa pimpinan terlibat dalam pembinaan, dan untuk unit mana?',
  },
  projections: [leadershipRecords, serviceUnits, evaluationRecords, agencyPolicy],
  answer: ([involvements, units, evaluations, policies], on): readonly LeaderPanelLine[] => {
    const { minimumN } = policyOnDay(policies, on);
    const inOrder = [...involvements.rows.values()].filter(({ date }) => date <= on).sort(byCells(({ date }) => date));
    const byRole = grouped(inOrder, ({ leaderId, unitId, role }) => JSON.stringify([leaderId, unitId, role]));
    return [...byRole.values()]
      .flatMap((same): readonly LeaderPanelLine[] => {
        const [first] = same;
        const last = same.at(-1);
        if (first === undefined || last === undefined) return [];
        const programs = new Set(same.flatMap(({ programId }) => programId ?? []));
        const { leaderId, unitId, role } = first;
        return [
          {
            leaderId,
            unitId,
            role,
            times: same.length,
            firstOn: first.date,
            lastOn: last.date,
            programs: inOneCell(programs),
            conclusions: inOneCell(conclusionsOn(programs, evaluations.rows.values(), on)),
            ...indexOf(unitId === null ? undefined : units.get(unitId), first.date, on, minimumN),
          },
        ];
      })
      .sort(
        byCells(
          ({ unitId }) => unitId,
          ({ leaderId }) => leaderId,
          ({ role }) => role,
        ),
      );
  },
});

function conclusionsOn(
  programs: ReadonlySet<string>,
  evaluations: Iterable<EvaluationRow>,
  on: LocalDate,
): readonly string[] {
  return [...evaluations]
    .filter(({ planned }) => planned !== null && programs.has(planned.programId))
    .flatMap(({ conclusion }) => (conclusion === null || conclusion.on > on ? [] : [conclusion.conclusion]));
}

function indexOf(unit: ServiceRow | undefined, since: string, on: LocalDate, minimumN: number) {
  const surveys = surveysUntil(unit, on);
  const now = surveys.at(-1);
  const before = surveys.filter(({ to }) => to < since).at(-1);
  if (now === undefined || now.n < minimumN) {
    return { ikm: null, ikmChange: null, suppressed: now !== undefined };
  }
  const comparable = before !== undefined && before !== now && before.n >= minimumN;
  return { ikm: now.ikm, ikmChange: comparable ? now.ikm - before.ikm : null, suppressed: false };
}
