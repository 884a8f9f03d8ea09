import { addDays, LocalDate, ratedPeriodKey, yearOf } from '@pembinaan/core';
import { peopleReadModel } from '../history/people-read-model.js';
import { ipAsnOn } from '../ip-asn-input.js';
import { levelLines } from '../levels/levels.js';
import { inOrder } from '../order.js';
import { type AssignmentRecord, assignmentRecords } from '../records/assignment-records.js';
import { type BehaviourRow, behaviourRecords } from '../records/behaviour-records.js';
import { certificateRecords, runningOut } from '../records/certificate-records.js';
import { creditsOf, jpOfTwoYears, sumOf } from '../records/jp-records.js';
import { levelRecords } from '../records/level-records.js';
import { isOpen, mentorshipRecords, mentorshipsOf } from '../records/mentorship-records.js';
import { type PolicyInView, policies, policyInForce } from '../records/policies.js';
import { lastPredicate, predicateRecords } from '../records/predicate-records.js';
import { placementOn, serviceRecords, servingOn } from '../records/service-records.js';
import { requiredOn, standards } from '../records/standards.js';

/** The own view of a civil servant: where I stand, what is open, and what is due next. JP and points are hundredths. */
export interface MyDevelopmentLine {
  readonly employeeId: string;
  readonly unitId: string | null;
  /** Competencies below the level that the position requires, and the levels that are missing in them. */
  readonly gaps: number;
  readonly missingLevels: number;
  /** JP of the calendar year up to the day. */
  readonly jpCredited: number;
  readonly jpRaw: number;
  readonly jpLostToCaps: number;
  /** The minimum of a PNS; null for PPPK, and without a policy. */
  readonly jpMinimum: number | null;
  readonly jpShortfall: number | null;
  /** Nominations that wait for a decision. */
  readonly openNominations: number;
  /** Claims of JP that wait for a decision. */
  readonly openClaims: number;
  /** As mentor or mentee. */
  readonly openMentorships: number;
  /** Sessions that the other recorded and this person has neither confirmed nor disputed. */
  readonly sessionsToConfirm: number;
  /** Completed batches whose window for a self-rating of the behaviour is open and unused. */
  readonly selfRatingsOpen: number;
  /** Learning at a workplace that is over and not reported. */
  readonly reportsOpen: number;
  /** The last performance predicate, and its period. */
  readonly predicate: string | null;
  readonly predicatePeriod: string | null;
  /** Known points of the professionalism index (IP ASN), now and at the end of the year before. */
  readonly ipAsnPartial: number | null;
  readonly ipAsnLastYear: number | null;
  /** What is due first, and when; a day in the past is late. */
  readonly due: 'jpMinimum' | 'selfRating' | 'workplaceReport' | 'certificate' | null;
  readonly dueOn: string | null;
}

/** M9: people learn how far they have come and what is left. */
export const myDevelopment = peopleReadModel({
  name: 'MyDevelopment',
  question: {
    en: 'Where do I stand: my gaps, my JP, what is open, what changed, and what is due next?',
    id: 'Di mana posisi saya: kesenjangan, JP, urusan yang masih terbuka, perubahan, dan apa yang jatuh tempo berikutnya?',
  },
  needs: [
    serviceRecords,
    levelRecords,
    standards,
    jpOfTwoYears,
    assignmentRecords,
    mentorshipRecords,
    certificateRecords,
    behaviourRecords,
    predicateRecords,
    policies,
  ],
  linesOf: 'person',
  tells: 'serving',
  answer: (views, on) => {
    const [service, levels, standardRows, jp, assignments, pairs, certificates, behaviour, predicates, policyRows] =
      views;
    const policy = policyInForce(policyRows.rows, on);
    const year = yearOf(on);
    const lastYear = LocalDate.parse(`${year - 1}-12-31`);
    const policyLastYear = policyInForce(policyRows.rows, lastYear);

    const lines = servingOn(service.rows, on).map(({ employeeId, unitId, record, placement }): MyDevelopmentLine => {
      const standard = placement === null ? undefined : standardRows.get(placement.standardId);
      const gaps = levelLines(
        Object.values(levels.get(employeeId)?.assessments ?? {}),
        requiredOn(standard, on),
        on,
      ).flatMap(({ gap }) => (gap === null || gap === 0 ? [] : [gap]));

      const credits = creditsOf(jp.get(employeeId), year, on);
      const jpCredited = sumOf(credits, (credit) => credit.jpCredited);
      const jpRaw = sumOf(credits, (credit) => credit.jpRaw);
      const jpMinimum = record.kind === 'pns' ? (policy?.figures['jp.minimum.pns.year'].value ?? null) : null;
      const jpShortfall = jpMinimum === null ? null : Math.max(0, jpMinimum - jpCredited);

      const assignment = assignments.get(employeeId);
      const mentorships = mentorshipsOf(pairs.get(employeeId));
      const selfRatings = selfRatingsOpen(assignment, behaviour.get(employeeId), policy, on);
      const reports = Object.values(assignment?.workplaces ?? {}).filter(
        ({ status, period }) => status === 'assigned' && period.to < on,
      );
      const [due] = inOrder<Due>(
        [
          ...(jpShortfall !== null && jpShortfall > 0 ? [{ due: 'jpMinimum', dueOn: `${year}-12-31` } as const] : []),
          ...selfRatings.map((dueOn) => ({ due: 'selfRating', dueOn }) as const),
          ...reports.map(({ period }) => ({ due: 'workplaceReport', dueOn: period.to }) as const),
          ...runningOut(certificates.get(employeeId), on).map(
            ({ validUntil }) => ({ due: 'certificate', dueOn: validUntil }) as const,
          ),
        ],
        (matter) => [matter.dueOn, matter.due],
      );
      const predicate = lastPredicate(predicates.get(employeeId), on);
      const known = {
        certificates: certificates.get(employeeId),
        jp: jp.get(employeeId),
        predicates: predicates.get(employeeId),
      };
      return {
        employeeId,
        unitId,
        gaps: gaps.length,
        missingLevels: gaps.reduce((sum, gap) => sum + gap, 0),
        jpCredited,
        jpRaw,
        jpLostToCaps: jpRaw - jpCredited,
        jpMinimum,
        jpShortfall,
        openNominations: Object.values(assignment?.batches ?? {}).filter(({ status }) => status === 'nominated').length,
        openClaims: jp.get(employeeId)?.openClaims.length ?? 0,
        openMentorships: mentorships.filter((mentorship) => isOpen(mentorship, on)).length,
        sessionsToConfirm: mentorships
          .flatMap(({ sessions }) => sessions)
          .filter(({ status, recordedBy, date }) => status === 'recorded' && recordedBy !== employeeId && date <= on)
          .length,
        selfRatingsOpen: selfRatings.length,
        reportsOpen: reports.length,
        predicate: predicate?.predicate ?? null,
        predicatePeriod: predicate === undefined ? null : ratedPeriodKey(predicate.period),
        ipAsnPartial: policy === undefined ? null : ipAsnOn({ ...known, placement }, policy, on).partial,
        ipAsnLastYear:
          policyLastYear === undefined
            ? null
            : ipAsnOn({ ...known, placement: placementOn(record, lastYear) ?? null }, policyLastYear, lastYear).partial,
        due: due?.due ?? null,
        dueOn: due?.dueOn ?? null,
      };
    });
    return inOrder(lines, ({ unitId, employeeId }) => [unitId, employeeId]);
  },
});

interface Due {
  readonly due: Exclude<MyDevelopmentLine['due'], null>;
  readonly dueOn: string;
}

/** The last days of the windows (R31) that are open and in which the person has not rated the own behaviour. */
function selfRatingsOpen(
  assignments: AssignmentRecord | undefined,
  behaviour: BehaviourRow | undefined,
  policy: PolicyInView | undefined,
  on: LocalDate,
): readonly LocalDate[] {
  const window = policy?.figures['evaluation.l3.window'].value;
  if (window === undefined) return [];
  const rated = new Set(
    Object.values(behaviour?.ratings ?? {})
      .filter(({ raterKind }) => raterKind === 'self')
      .map(({ batchId }) => batchId),
  );
  return Object.entries(assignments?.batches ?? {}).flatMap(([batchId, { status, period }]) => {
    if (status !== 'completed' || period === null || rated.has(batchId)) return [];
    const closes = addDays(period.to, window.to);
    return addDays(period.to, window.from) <= on && on <= closes ? [closes] : [];
  });
}
