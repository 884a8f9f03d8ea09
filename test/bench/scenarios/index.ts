import { batches, callers, grown, oneCaller, single } from './appending.js';
import { foldBesidePeer } from './beside-peer.js';
import { buildInFile, catchUpInFile, catchUpInMemory } from './catching-up.js';
import { commands } from './commands.js';
import { evaluatingPrograms, programQuestions } from './evaluating.js';
import { reading } from './reading.js';
import { regencyInFile, regencyInMemory, regencyQuestions } from './regency.js';
import { replayFew, replayTrusted, replayValidated, scanAll } from './replaying.js';
import type { Scenario } from './scenario.js';
import { replayWorkers } from './workers.js';

/** Everything that is measured, in the order of the table. */
export const scenarios: readonly Scenario[] = [
  single,
  ...batches,
  oneCaller,
  callers,
  commands,
  grown,
  ...reading,
  scanAll,
  replayTrusted,
  replayValidated,
  replayWorkers,
  replayFew,
  foldBesidePeer,
  buildInFile,
  catchUpInMemory,
  catchUpInFile,
  regencyInMemory,
  regencyInFile,
  regencyQuestions,
  evaluatingPrograms,
  programQuestions,
];

export type { Job, Scenario } from './scenario.js';
