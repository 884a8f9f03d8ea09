import { competencyHistory, type HistoryAsOf } from '@pembinaan/competency-history';
import { memoryStore, type RecordedEvent } from '@pembinaan/event-sourcing';
import { binjai } from '@pembinaan-examples/binjai';
import { lhokseumawe } from '@pembinaan-examples/lhokseumawe';
import { muaratebo } from '@pembinaan-examples/muaratebo';
import { sleman } from '@pembinaan-examples/sleman';
import { type Story, stage, storyClock } from '@pembinaan-examples/stage';
import { tebingtinggi } from '@pembinaan-examples/tebingtinggi';

/** A story, and the two days on which the people of the region are looked at. */
export interface Looked {
  readonly story: Story;
  /** In the middle, also as it was known when that day was over. */
  readonly mid: string;
  /** The last day of the year, on which the JP of the year are complete. */
  readonly end: string;
}

/** The middle is the day on which most is under way; in Sleman it lies between a mistake and its correction. */
export const looked: readonly Looked[] = [
  { story: tebingtinggi, mid: '2026-06-30', end: '2026-12-31' },
  { story: lhokseumawe, mid: '2026-06-30', end: '2026-12-31' },
  { story: binjai, mid: '2026-03-31', end: '2026-12-31' },
  { story: muaratebo, mid: '2026-06-30', end: '2026-12-31' },
  { story: sleman, mid: '2026-05-31', end: '2026-12-31' },
];

/** The people of a story that was played in memory, each view under its letter. */
export interface ToldPeople {
  readonly people: readonly string[];
  /** `A`: the middle as it was known then; `B`: the middle as it is known at the end of the story; `C`: the end. */
  readonly views: ReadonlyMap<string, HistoryAsOf>;
  readonly events: readonly RecordedEvent[];
}

/** Plays a story in silence, and asks about its people. */
export async function tellPeople({ story, mid, end }: Looked): Promise<ToldPeople> {
  const runtime = storyClock(story.region);
  const store = memoryStore({ now: runtime.now });
  await story.tell(stage(store, { runtime }));
  const events: RecordedEvent[] = [];
  for await (const page of store.readAll()) events.push(...page);
  const history = await competencyHistory(store);
  return {
    people: await history.people(),
    views: new Map([
      ['A', history.asOf({ effective: mid, recorded: new Date(`${mid}T23:59:59.999+07:00`).toISOString() })],
      ['B', history.asOf({ effective: mid })],
      ['C', history.asOf({ effective: end })],
    ]),
    events,
  };
}
