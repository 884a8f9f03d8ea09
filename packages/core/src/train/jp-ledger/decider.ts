import { decider } from '@pembinaan/event-sourcing';
import { G01 } from '../../governance/rules/index.js';
import { makerOf } from '../../values/acts.js';
import { Jp } from '../../values/amounts.js';
import { yearOf } from '../../values/local-date.js';
import { claimOf } from './claim.js';
import { CreditJp } from './commands.js';
import { capped, counted } from './counting.js';
import { JpCredited, sourceKey } from './events.js';
import { jpRuleFor, R22, verifiedByAnother } from './rules.js';
import { jpLedgerId, jpLedgerState } from './state.js';

const NOTHING = Jp.parse(0);

export const jpLedger = decider(jpLedgerState, { commands: [CreditJp] })
  .facts({ CreditJp: (_, { data }) => ({ claim: claimOf(data.employeeId, data.source) }) })
  .decide({
    CreditJp: (ledger, command, { claim }) => {
      const { employeeId, source } = command.data;
      const key = sourceKey(source);
      const earlier = ledger.credits.find((credit) => sourceKey(credit.source) === key);
      const mentorId = claim.earned ? claim.activity.mentorId : undefined;
      const refusal = verifiedByAnother(command, employeeId, mentorId);
      if (refusal !== undefined) return refusal;
      const verifiedBy = makerOf(command);

      if (!claim.earned) {
        if (earlier === undefined || command.corrects === undefined) return claim.refusal;
        // What was credited and is no longer earned is taken back: a credit of nothing in its place.
        const { form, activityDate } = earlier;
        const year = yearOf(activityDate);
        return [
          JpCredited({ employeeId, year, source, form, activityDate, jpRaw: NOTHING, jpCredited: NOTHING, verifiedBy }),
        ];
      }

      const { activity, figures } = claim;
      const { form, date: activityDate } = activity;
      const year = yearOf(activityDate);
      const expected = jpLedgerId(employeeId, year);
      if (command.streamId !== expected) return R22.refuse('wrongLedger', { ledgerId: command.streamId, expected });
      if (earlier !== undefined && command.corrects === undefined) {
        return R22.refuse('alreadyCredited', { employeeId, source: key });
      }
      if (figures === undefined) return G01.refuse('noPolicy', { on: activityDate });
      const rule = jpRuleFor(form, figures);
      if (rule === undefined) return R22.refuse('formNotInTable', { form });
      const raw = counted(activity, rule, figures['jp.minutes'].value);
      if (raw === undefined) return R22.refuse('notCountable', { form, mode: rule.mode });

      const before = ledger.credits.filter((credit) => credit.form === form && credit !== earlier);
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
          activityDate,
          jpRaw,
          jpCredited,
          ...(rule.cap !== undefined && jpCredited < jpRaw && { capApplied: rule.cap }),
          ...(apart && { parts: [...parts] }),
          verifiedBy,
        }),
      ];
    },
  });
