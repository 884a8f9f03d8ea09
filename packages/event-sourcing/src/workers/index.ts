export { rebuildInWorkers } from './rebuild-in-workers.js';
export {
  type PartitionedView,
  type PartitionedViews,
  type ReplayInWorkersOptions,
  replayInWorkers,
} from './replay-in-workers.js';
export type { ReplayModule } from './replay-module.js';
