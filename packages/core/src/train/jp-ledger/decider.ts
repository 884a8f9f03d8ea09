import { decider, type IssuedOf } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import { G01, G02, independentOf, inStatus, reasoned } from '../../governance/rules/index.js';
import { serving } from '../../people/employee/rules.js';
import { employeeState } from '../../people/employee/state.js';
import { creditKey, creditsOf } from '../../registers/credits-of.js';
import { makerOf } from '../../values/acts.js';
import { Jp } from '../../values/amounts.js';
import { yearOf } from '../../values/local-date.js';
import { claimable, claimedByThePerson, daysFit, evidenceInUse, evidenceNew, permitted } from './claims.js';
import { CreditJp, RejectJpClaim, SubmitJpClaim } from './commands.js';
import { capped, counted } from './counting.js';
import { earnedBy, figuresOn } from './earning.js';
import { JpClaimRejected, JpClaimSubmitted, JpCredited, type JpSource, sourceKey } from './events.js';
import { R22, verifiedByAnother } from './rules.js';
import { type Credit, type JpLedger, jpLedgerId, jpLedgerState, lastClaimedDay } from './state.js';

const NOTHING = Jp.parse(0);

export const jpLedger = decider(jpLedgerState, { commands: [SubmitJpClaim, RejectJpClaim, CreditJp] })
  .facts({
    SubmitJpClaim: (_, command) => ({
      policy: policyFor(command),
      // The version that is stored with the claim is that of the day of the activity, so that this fact stands after the one above.
      figures: figuresOn(lastClaimedDay(command.data.days)),
      employee: employeeState.at(command.data.employeeId),
      inUse: evidenceInUse(command.data.employeeId, command.data.evidenceHash),
    }),
    CreditJp: (ledger, { data }) => ({
      earning: earnedBy(data.employeeId, data.source, ledger),
      everywhere: creditsOf.at(creditKey(data.employeeId, data.source)),
    }),
  })
  .decide({
    SubmitJpClaim: (ledger, command, { policy, figures, employee, inUse }) => {
      const { data } = command;
      const { claimId, employeeId } = data;
      const lastDay = lastClaimedDay(data.days);
      const year = yearOf(lastDay);
      const expected = jpLedgerId(employeeId, year);
      if (command.streamId !== expected) return R22.refuse('wrongLedger', { ledgerId: command.streamId, expected });
      if (ledger.claims.has(claimId)) return G02.refuse('alreadyExists', { what: 'claim', id: claimId });
      if (employee.status === 'none') return G02.refuse('notFound', { what: 'employee', id: employeeId });
      if (figures === undefined) return G01.refuse('noPolicy', { on: lastDay });
      return (
        claimedByThePerson(command) ??
        daysFit(data, year, policy.today) ??
        serving(employeeId, employee, lastDay) ??
        claimable(data, figures) ??
        permitted(data, employee) ??
        evidenceNew(inUse) ?? [JpClaimSubmitted({ ...data, year, submittedBy: makerOf(command) })]
      );
    },

    RejectJpClaim: (ledger, command) => {
      const { claimId, reason } = command.data;
      const claim = ledger.claims.get(claimId);
      if (claim === undefined) return G02.refuse('notFound', { what: 'claim', id: claimId });
      const { employeeId, evidenceHash, submittedBy } = claim;
      return (
        // Also one that was credited, where its evidence turns out to be wrong; the credit is then taken back by a correction.
        inStatus('claim', claim, 'claimed', 'credited') ??
        independentOf(command, [{ act: 'claimed', maker: submittedBy }]) ??
        reasoned(reason) ?? [
          JpClaimRejected({ claimId, employeeId, evidenceHash, reason, rejectedBy: makerOf(command) }),
        ]
      );
    },

    CreditJp: (ledger, command, { earning, everywhere }) => {
      const { employeeId, source } = command.data;
      const key = sourceKey(source);
      const earlier = ledger.credits.find((credit) => sourceKey(credit.source) === key);
      const corrected = command.corrects === undefined ? undefined : earlier;
      const refusal =
        verifiedByAnother(command, employeeId, earning.earned ? earning.activity.mentorId : undefined) ??
        independentOf(command, claimed(ledger, source));
      if (refusal !== undefined) return refusal;

      if (!earning.earned) return corrected === undefined ? earning.refusal : takenBack(command, corrected);
      const { activity, figures, rule, nearby } = earning;
      const { form, variant, date: activityDate } = activity;
      const year = yearOf(activityDate);
      const expected = jpLedgerId(employeeId, year);
      if (command.streamId !== expected) {
        if (corrected !== undefined) return takenBack(command, corrected);
        return R22.refuse('wrongLedger', { ledgerId: command.streamId, expected });
      }
      const elsewhere = everywhere.credits.find(({ ledgerId, jpRaw }) => ledgerId !== command.streamId && jpRaw > 0);
      if (elsewhere !== undefined) {
        return R22.refuse('alreadyCredited', { employeeId, source: key, ledgerId: elsewhere.ledgerId });
      }
      if (earlier !== undefined && corrected === undefined) {
        return R22.refuse('alreadyCredited', { employeeId, source: key, ledgerId: command.streamId });
      }
      if (figures === undefined) return G01.refuse('noPolicy', { on: activityDate });
      if (rule === undefined) return R22.refuse('formNotInTable', { form, variant });
      const raw = counted(activity, rule);
      if (raw === undefined) return R22.refuse('notCountable', { form, mode: rule.mode });

      const before = [...ledger.credits, ...nearby].filter(
        (credit) => credit.form === form && credit.variant === variant && credit !== earlier,
      );
      const parts = capped(
        raw,
        rule.cap,
        before.flatMap((credit) => credit.parts),
      );
      const jpRaw = Jp.parse(parts.reduce((sum, part) => sum + part.jpRaw, 0));
      const jpCredited = Jp.parse(parts.reduce((sum, part) => sum + part.jpCredited, 0));
      const apart = rule.cap !== undefined && (parts.length !== 1 || parts[0]?.date !== activityDate);
      return [
        JpCredited({
          employeeId,
          year,
          source,
          form,
          ...(variant !== undefined && { variant }),
          activityDate,
          jpRaw,
          jpCredited,
          ...(rule.cap !== undefined && jpCredited < jpRaw && { capApplied: rule.cap }),
          ...(apart && { parts: [...parts] }),
          verifiedBy: makerOf(command),
        }),
      ];
    },
  });

/** Who claimed the source, where it is a claim: neither the claimant nor the operator who typed it verifies it (R02, R04). */
function claimed({ claims }: JpLedger, source: JpSource) {
  const claim = source.kind === 'claim' ? claims.get(source.claimId) : undefined;
  return claim === undefined ? [] : [{ act: 'claimed', maker: claim.submittedBy } as const];
}

/** Takes back what was credited and is not earned, or belongs to another year: a credit of nothing in its place (R22). */
function takenBack(command: IssuedOf<typeof CreditJp>, { form, variant, activityDate }: Credit) {
  const { employeeId, source } = command.data;
  const year = yearOf(activityDate);
  const expected = jpLedgerId(employeeId, year);
  if (command.streamId !== expected) return R22.refuse('wrongLedger', { ledgerId: command.streamId, expected });
  return [
    JpCredited({
      employeeId,
      year,
      source,
      form,
      ...(variant !== undefined && { variant }),
      activityDate,
      jpRaw: NOTHING,
      jpCredited: NOTHING,
      verifiedBy: makerOf(command),
    }),
  ];
}
