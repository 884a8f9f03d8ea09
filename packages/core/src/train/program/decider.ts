import { decider } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import { authorised, G02, independentOf, inStatus, noPolicy, type PastAct } from '../../governance/rules/index.js';
import { standing } from '../../governance/standing.js';
import { partnerState } from '../../partners/partner/state.js';
import { developmentPlanState } from '../../plan/development-plan/state.js';
import { makerOf } from '../../values/acts.js';
import { attemptsAllowed } from '../batch/rules.js';
import { partnerBound } from '../batch/scheduling.js';
import { formCounted } from '../jp-ledger/rules.js';
import { ApproveProgram, DesignProgram, PublishLearningMaterial } from './commands.js';
import { LearningMaterialPublished, ProgramApproved, ProgramDesigned } from './events.js';
import { newVersion, versionsOf } from './material.js';
import { aimsGradable, restsOnPlan, trackCarries } from './rules.js';
import { type Program, programState } from './state.js';

/** Who designed a programme, and who asked for it. */
function actsOn(program: Program): readonly PastAct[] {
  if (program.status === 'none') return [];
  if (program.requestedBy === undefined) return program.acts;
  return [...program.acts, { act: 'proposed', maker: { subjectId: program.requestedBy } }];
}

export const program = decider(programState, { commands: [DesignProgram, ApproveProgram, PublishLearningMaterial] })
  .facts({
    DesignProgram: (_, command) => ({
      plan: command.data.planItem && developmentPlanState.at(command.data.planItem.planId),
      policy: policyFor(command),
    }),
    ApproveProgram: (_, command) => standing(command),
    PublishLearningMaterial: (_, command) => ({
      policy: policyFor(command),
      partner:
        command.data.coAuthorPartnerId === undefined ? undefined : partnerState.at(command.data.coAuthorPartnerId),
    }),
  })
  .decide({
    DesignProgram: (state, command, { plan, policy }) => {
      const { data } = command;
      if (state.status !== 'none') return G02.refuse('alreadyExists', { what: 'programme', id: command.streamId });
      if (policy.figures === undefined) return noPolicy(policy);
      return (
        trackCarries(data) ??
        restsOnPlan(data, plan) ??
        aimsGradable(data, policy.figures) ??
        formCounted(data.form, policy.figures) ??
        attemptsAllowed(data.maxAttempts, policy.figures) ?? [
          ProgramDesigned({ ...data, designedBy: makerOf(command) }),
        ]
      );
    },

    ApproveProgram: (state, command, { policy, authority }) => {
      if (state.status === 'none') return G02.refuse('notFound', { what: 'programme', id: command.streamId });
      const { track } = state;
      return (
        inStatus('programme', state, 'designed') ??
        independentOf(command, actsOn(state)) ??
        (track === 'full' ? authorised(command, authority, ['ppk', 'pyb'], policy.on) : undefined) ?? [
          ProgramApproved({ track, approvedBy: makerOf(command) }),
        ]
      );
    },

    PublishLearningMaterial: (state, command, { policy, partner }) => {
      const { data } = command;
      const { materialId, coAuthorPartnerId } = data;
      if (state.status === 'none') return G02.refuse('notFound', { what: 'programme', id: command.streamId });
      const today = { from: policy.on, to: policy.on };
      return (
        inStatus('programme', state, 'designed', 'approved', 'suspended') ??
        newVersion(data, state, policy.on) ??
        (coAuthorPartnerId && partner && partnerBound(coAuthorPartnerId, partner, today)) ?? [
          LearningMaterialPublished({
            ...data,
            version: versionsOf(state, materialId).length + 1,
            publishedBy: makerOf(command),
          }),
        ]
      );
    },
  });
