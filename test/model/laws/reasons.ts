import {
  AuditFindingClosed,
  AuthorityEnded,
  BatchCancelled,
  BudgetReleased,
  BudgetShortfallDeclared,
  CertificateRevoked,
  DevelopmentNeedDeclined,
  DevelopmentPlanReturned,
  InnovationIdeaDecided,
  JpClaimRejected,
  MentorshipEnded,
  NominationDeclined,
  ParticipantOutcomeDecided,
  PartnerAgreementEnded,
  PlanItemRemoved,
  ProgramCancelled,
  ProgramSuspended,
  PublicReportForwarded,
  WorkplaceLearningCompleted,
} from '@pembinaan/core';
import type { Told } from './history.js';
import { law } from './law.js';

interface Reason {
  readonly code: string;
  readonly text?: string | undefined;
}

export const reasoned = law(
  'R09',
  'Every negative act has a reason; the reason `other` has a text.',
  (history, complain) => {
    const check = (event: Told<unknown>, reason: Reason | undefined): void => {
      if (reason === undefined) complain(event, 'has no reason');
      else if (reason.code === 'other' && (reason.text ?? '').trim() === '')
        complain(event, 'does not say which other');
    };
    for (const definition of [
      DevelopmentNeedDeclined,
      PlanItemRemoved,
      DevelopmentPlanReturned,
      BudgetReleased,
      NominationDeclined,
      BatchCancelled,
      CertificateRevoked,
      JpClaimRejected,
      MentorshipEnded,
      ProgramSuspended,
      ProgramCancelled,
      AuthorityEnded,
      PartnerAgreementEnded,
      AuditFindingClosed,
    ]) {
      for (const event of history.of<string, (typeof definition)['schema']>(definition))
        check(event, event.data.reason);
    }
    for (const event of history.of(BudgetShortfallDeclared)) check(event, event.data.cause);
    for (const event of history.of(ParticipantOutcomeDecided)) {
      if (event.data.outcome !== 'completed') check(event, event.data.reason);
    }
    for (const event of history.of(WorkplaceLearningCompleted)) {
      if (event.data.outcome === 'stopped') check(event, event.data.reason);
    }
    for (const event of history.of(InnovationIdeaDecided)) {
      if (event.data.decision === 'decline') check(event, event.data.reason);
    }
    for (const event of history.of(PublicReportForwarded)) {
      if (event.data.action !== 'verified') check(event, event.data.reason);
    }
  },
);

export const reasonLaws = [reasoned];
