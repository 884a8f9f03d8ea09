import { decider, type Rejection } from '@pembinaan/event-sourcing';
import type { PolicyFigures } from '../../governance/policy/figures.js';
import { authorised, decreed, noPolicy } from '../../governance/rules/index.js';
import { standing } from '../../governance/standing.js';
import { makerOf } from '../../values/acts.js';
import { EstablishCompetencyStandard } from './commands.js';
import { CompetencyStandardEstablished } from './events.js';
import { gradable, R06 } from './rules.js';
import { competencyStandardState, type StandardVersion } from './state.js';

export const competencyStandard = decider(competencyStandardState, { commands: [EstablishCompetencyStandard] })
  .facts({ EstablishCompetencyStandard: (_, command) => standing(command) })
  .decide({
    EstablishCompetencyStandard: (standard, command, { policy, authority }) => {
      const { items, decree, effectiveFrom, retroactive } = command.data;
      if (policy.figures === undefined) return noPolicy(policy);
      return (
        authorised(command, authority, ['ppk'], policy.on) ??
        decreed({ decree, effectiveFrom, on: policy.on, retroactive }) ??
        requirable(items, policy.figures) ?? [
          CompetencyStandardEstablished({
            ...command.data,
            version: standard.versions.length + 1,
            establishedBy: makerOf(command),
          }),
        ]
      );
    },
  });

function requirable(items: StandardVersion['items'], figures: PolicyFigures): Rejection | undefined {
  for (const [index, { competency, requiredLevel }] of items.entries()) {
    const refusal = gradable({ competency, level: requiredLevel }, figures);
    if (refusal !== undefined) return refusal;
    if (items.findIndex((item) => item.competency === competency) !== index) {
      return R06.refuse('listedTwice', { competency });
    }
  }
  return undefined;
}
