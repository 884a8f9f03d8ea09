import { personFiles } from '@pembinaan/competency-history';
import { formatPosition } from '@pembinaan/event-sourcing';
import { replayInWorkers } from '@pembinaan/event-sourcing/workers';
import { fileOf } from '../contestants/open.js';
import { replayModule } from './replay-module.js';
import { settingsOf } from './replaying.js';
import { type Scenario, timed } from './scenario.js';

const WORKERS = 2;

/** The full replay by two threads, each of which folds its share of the keys; validated as the replay by one. */
export const replayWorkers: Scenario = {
  name: 'replay-workers',
  title: 'full replay, validated, two workers',
  contestants: ['library'],
  durable: false,
  reads: ['log'],
  async measure(job) {
    const { driver, prepared, sizes } = job;
    const module = replayModule(fileOf(prepared, 'library', 'log'), sizes.log);
    let until: string | undefined;
    let people = 0;
    const settings = { ...settingsOf(job, { driver: driver.name }), callers: WORKERS };
    const measured = await timed(sizes.log, 'events', settings, async () => {
      const views = await replayInWorkers(module, { workers: WORKERS });
      until = views.until;
      people = views.of(personFiles).size;
      await views.close();
    });
    if (until !== formatPosition(sizes.log) || people === 0) {
      throw new Error(`The workers folded ${people} people up to ${until}.`);
    }
    return measured;
  },
};
