import type { TimelineEntry } from './person-history.js';
import type { Told } from './tell.js';

/** What a reader needs to tell a line of the timeline: codes and figures, no names. */
export function detailOf(told: Told, employeeId: string): TimelineEntry['detail'] {
  switch (told.type) {
    case 'EmployeeRegistered':
      return { kind: told.data.kind };
    case 'EmployeePlaced': {
      const { position, unitId, from } = told.data;
      return { position, unitId, from };
    }
    case 'EmployeeSeparated': {
      const { kind, on } = told.data;
      return { kind, on };
    }
    case 'CompetencyAssessed': {
      const { competency, level, method, assessedOn } = told.data;
      return { competency, level, method, on: assessedOn };
    }
    case 'CompetencyGapValidated': {
      const { competency, required, actual } = told.data;
      return { competency, required, actual };
    }
    case 'PerformancePredicateRecorded': {
      const { period, predicate } = told.data;
      return { year: period.year, ...(period.quarter !== undefined && { quarter: period.quarter }), predicate };
    }
    case 'DevelopmentNeedProposed': {
      const { year, origin, competency } = told.data;
      return { year, origin: origin.kind, competency };
    }
    case 'ParticipantNominated':
      return { programId: told.data.programId };
    case 'NominationConfirmed': {
      const { programId, period } = told.data;
      return { programId, from: period.from, to: period.to };
    }
    case 'NominationDeclined': {
      const { programId, by, reason } = told.data;
      return { programId, by, reason: reason.code };
    }
    case 'AttendanceRecorded': {
      const { programId, present } = told.data;
      return { programId, present };
    }
    case 'LearningResultRecorded': {
      const { programId, kind, attempt, score } = told.data;
      return { programId, kind, attempt, score };
    }
    case 'ParticipantOutcomeDecided': {
      const { programId, outcome } = told.data;
      return { programId, outcome };
    }
    case 'BatchCancelled':
    case 'CertificateRevoked': {
      const { programId, reason } = told.data;
      return { programId, reason: reason.code };
    }
    case 'WorkplaceLearningAssigned': {
      const { form, period, jp } = told.data;
      return { form, from: period.from, to: period.to, jp };
    }
    case 'WorkplaceLearningCompleted': {
      const { form, outcome, on } = told.data;
      return { form, outcome, on };
    }
    case 'CertificateIssued': {
      const { number, issuer, jp } = told.data;
      return { number, issuer, jp };
    }
    case 'JpClaimSubmitted': {
      const dates = told.data.days.map(({ date }) => date).sort();
      return { form: told.data.form, from: dates[0] ?? '', to: dates.at(-1) ?? '' };
    }
    case 'JpClaimRejected':
      return { reason: told.data.reason.code };
    case 'JpCredited': {
      const { form, jpRaw, jpCredited, activityDate } = told.data;
      return { form, jpRaw, jpCredited, on: activityDate };
    }
    case 'MentorshipProposed': {
      const { mentorId, kind } = told.data;
      return { role: employeeId === mentorId ? 'mentor' : 'mentee', kind };
    }
    case 'MentorshipApproved':
      return {};
    case 'MentoringSessionRecorded':
    case 'LearningCommunityMet': {
      const { date, minutes } = told.data;
      return { on: date, minutes };
    }
    case 'MentoringSessionConfirmed': {
      const { date, agreed } = told.data;
      return { on: date, agreed };
    }
    case 'MentorshipEnded':
      return { outcome: told.data.outcome };
    case 'BehaviourRated': {
      const { programId, raterKind, ratedOn } = told.data;
      return { programId, raterKind, on: ratedOn };
    }
    case 'RecognitionGranted': {
      const { kind, careerLink } = told.data;
      return { kind, careerLink };
    }
  }
}
