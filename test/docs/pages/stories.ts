import { type EventStore, memoryStore, type RecordedEvent } from '@pembinaan/event-sourcing';
import { binjai } from '@pembinaan-examples/binjai';
import { lhokseumawe } from '@pembinaan-examples/lhokseumawe';
import { muaratebo } from '@pembinaan-examples/muaratebo';
import { sleman } from '@pembinaan-examples/sleman';
import { type Story, stage, storyClock } from '@pembinaan-examples/stage';
import { tebingtinggi } from '@pembinaan-examples/tebingtinggi';

export const stories: readonly Story[] = [tebingtinggi, lhokseumawe, binjai, muaratebo, sleman];

/** The five stories, told in memory. */
export interface Told {
  readonly regions: readonly {
    readonly story: Story;
    readonly store: EventStore;
    /** For each practice, the events of its commands. */
    readonly told: ReadonlyMap<string, readonly RecordedEvent[]>;
    /** The last day of the story, in the time zone of the five regions. */
    readonly lastDay: string;
  }[];
  /** One event of each type, from the first story that tells it. */
  readonly examples: ReadonlyMap<string, RecordedEvent>;
}

let telling: Promise<Told> | undefined;

/** Tells the stories once for all pages. */
export function toldStories(): Promise<Told> {
  telling ??= tellAll();
  return telling;
}

async function tellAll(): Promise<Told> {
  const examples = new Map<string, RecordedEvent>();
  const regions: Told['regions'][number][] = [];
  for (const story of stories) {
    const clock = storyClock(story.region);
    const store = memoryStore({ now: clock.now });
    const played = stage(store, { runtime: clock });
    await story.tell(played);
    let last = '';
    for await (const page of store.readAll()) {
      for (const event of page) {
        if (!examples.has(event.type)) examples.set(event.type, event);
        if (event.occurredAt > last) last = event.occurredAt;
      }
    }
    const lastDay = new Date(Date.parse(last) + 7 * 3_600_000).toISOString().slice(0, 10);
    regions.push({ story, store, told: played.told, lastDay });
  }
  return { regions, examples };
}
