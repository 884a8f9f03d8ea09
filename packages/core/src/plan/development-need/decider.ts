import { decider } from '@pembinaan/event-sourcing';
import { G02, independentOf, inStatus, reasoned } from '../../governance/rules/index.js';
import { programState } from '../../train/program/state.js';
import { makerOf } from '../../values/acts.js';
import { needsCycleId } from '../needs-cycle/decider.js';
import { needsCycleState } from '../needs-cycle/state.js';
import {
  DeclineDevelopmentNeed,
  FlagNeedUnserved,
  ProposeDevelopmentNeed,
  ValidateDevelopmentNeed,
  VerifyDevelopmentNeed,
} from './commands.js';
import {
  DevelopmentNeedDeclined,
  DevelopmentNeedLeftUnserved,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
} from './events.js';
import { checklistMet, R08 } from './rules.js';
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
  commands: [
    ProposeDevelopmentNeed,
    VerifyDevelopmentNeed,
    DeclineDevelopmentNeed,
    ValidateDevelopmentNeed,
    FlagNeedUnserved,
  ],
})
  .facts({
    ProposeDevelopmentNeed: (_, { data }) => ({
      cycle: data.cycleId === undefined ? undefined : needsCycleState.at(data.cycleId),
    }),
    FlagNeedUnserved: (_, { data }) => ({ program: programState.at(data.programId) }),
  })
  .decide({
    ProposeDevelopmentNeed: (need, command, { cycle }) => {
      const { origin, cycleId, year } = command.data;
      if (NEEDS_REF.includes(origin.kind) && origin.ref === undefined) {
        return R08.refuse('originMissing', { kind: origin.kind });
      }
      if (cycleId !== undefined && cycle !== undefined) {
        if (cycle.status === 'none') return G02.refuse('notFound', { what: 'needs cycle', id: cycleId });
        if (cycle.year !== year) {
          const expected = needsCycleId(cycle.agencyId, year);
          return G02.refuse('mismatch', { what: 'needs cycle', given: cycleId, expected });
        }
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
      independentOf(command, actsBeside('verified', need)) ??
      checklistMet(command.data.checklist) ?? [
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

    FlagNeedUnserved: (need, command, { program }) => {
      const { programId } = command.data;
      if (program.status === 'none') return G02.refuse('notFound', { what: 'programme', id: programId });
      const refusal = inStatus('need', need, 'validated') ?? inStatus('programme', program, 'cancelled');
      if (refusal !== undefined) return refusal;
      if (need.status !== 'none' && need.unserved.includes(programId)) {
        return R08.refuse('flaggedBefore', { programId });
      }
      return [DevelopmentNeedLeftUnserved({ programId, flaggedBy: makerOf(command) })];
    },
  });
