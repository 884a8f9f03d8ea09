import type { IssuedCommand } from '@pembinaan/event-sourcing';
import { authorityOf } from './authority/state.js';
import { policyFor } from './policy/state.js';

/** The facts on which nearly every decision stands: the policy in force and the authority of the actor. */
export function standing(command: IssuedCommand) {
  return { policy: policyFor(command), authority: authorityOf(command) };
}
