import { decider } from '@pembinaan/event-sourcing';
import { independentOf, inStatus, reasoned } from '../../governance/rules/index.js';
import { makerOf } from '../../values/acts.js';
import {
  DeclineDevelopmentNeed,
  ProposeDevelopmentNeed,
  ValidateDevelopmentNeed,
  VerifyDevelopmentNeed,
} from './commands.js';
import {
  DevelopmentNeedDeclined,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
} from './events.js';
import { R08 } from './rules.js';
import { type DevelopmentNeed, developmentNeedState } from './state.js';

/** Origins that mean nothing without saying which one. */
const NEEDS_REF: readonly string[] = ['gap', 'performance', 'complaint', 'forum', 'policy'];

/** The acts of other people's steps: who verified a need before it was returned may verify it again, but never validate it. */
const actsBeside = (step: 'verified' | 'validated', need: DevelopmentNeed) =>
  need.status === 'none' ? [] : need.acts.filter(({ act }) => act !== step);

/** Who verified a need before it was returned does not propose it anew. */
const verificationsOf = (need: DevelopmentNeed) =>
  need.status === 'none' ? [] : need.acts.filter(({ act }) => act === 'verified');

export const developmentNeed = decider(developmentNeedState, {
  commands: [ProposeDevelopmentNeed, VerifyDevelopmentNeed, DeclineDevelopmentNeed, ValidateDevelopmentNeed],
}).decide({
  ProposeDevelopmentNeed: (need, command) => {
    const { origin } = command.data;
    if (NEEDS_REF.includes(origin.kind) && origin.ref === undefined) {
      return R08.refuse('originMissing', { kind: origin.kind });
    }
    return (
      inStatus('need', need, 'none', 'returned') ??
      independentOf(command, verificationsOf(need)) ?? [
        DevelopmentNeedProposed({ ...command.data, proposedBy: makerOf(command) }),
      ]
    );
  },

  VerifyDevelopmentNeed: (need, command) =>
    inStatus('need', need, 'proposed') ??
    independentOf(command, actsBeside('verified', need)) ?? [
      DevelopmentNeedVerified({ ...command.data, verifiedBy: makerOf(command) }),
    ],

  DeclineDevelopmentNeed: (need, command) =>
    inStatus('need', need, 'proposed', 'verified') ??
    reasoned(command.data.reason) ??
    independentOf(command, actsBeside(need.status === 'verified' ? 'validated' : 'verified', need)) ?? [
      DevelopmentNeedDeclined({ ...command.data, declinedBy: makerOf(command) }),
    ],

  ValidateDevelopmentNeed: (need, command) =>
    inStatus('need', need, 'verified') ??
    independentOf(command, actsBeside('validated', need)) ?? [
      DevelopmentNeedValidated({ ...command.data, validatedBy: makerOf(command) }),
    ],
});
