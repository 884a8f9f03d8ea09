import { personFiles } from '@pembinaan/competency-history';
import { accounts, batchSizes } from '../faults/programs/entries.mjs';

/** What a follower folds: the entries that writers append, or the people whom the offices employ. */
export function projectionsOf(kind) {
  return kind === 'people' ? [personFiles] : [accounts(), batchSizes()];
}
