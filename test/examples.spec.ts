import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { competencyHistory } from '@pembinaan/competency-history';
import { catalogue } from '@pembinaan/core';
import { type EventStore, eventCatalog, memoryStore, type RecordedEvent } from '@pembinaan/event-sourcing';
import { sqliteStore } from '@pembinaan/store-sqlite';
import { binjai } from '@pembinaan-examples/binjai';
import { lhokseumawe } from '@pembinaan-examples/lhokseumawe';
import { muaratebo } from '@pembinaan-examples/muaratebo';
import { sleman } from '@pembinaan-examples/sleman';
import { programSummaries, type Story, stage, storyClock } from '@pembinaan-examples/stage';
import { tebingtinggi } from '@pembinaan-examples/tebingtinggi';
import { describe, expect, it } from 'vitest';

const stories: readonly Story[] = [tebingtinggi, lhokseumawe, binjai, muaratebo, sleman];
const phases = {
  plan: 'DevelopmentPlanEstablished',
  train: 'BatchCompleted',
  evaluate: 'EvaluationConcluded',
  revise: 'RevisionRecommended',
};

async function told(
  story: Story,
  store?: EventStore,
): Promise<{ events: RecordedEvent[]; store: EventStore; written: number }> {
  const clock = storyClock(story.region);
  const used = store ?? memoryStore({ now: clock.now });
  const played = stage(used, { runtime: clock });
  await story.tell(played);
  return { events: await all(used), store: used, written: played.written };
}

async function all(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const page of store.readAll()) events.push(...page);
  return events;
}

for (const story of stories) {
  describe(story.region, () => {
    it('comes out the same at every run, byte for byte', async () => {
      const [first, second] = [await told(story), await told(story)];
      expect(JSON.stringify(first.events)).toBe(JSON.stringify(second.events));
    });

    it('told again on the same store writes nothing', async () => {
      const first = await told(story);
      const again = await told(story, first.store);
      expect(again.written).toBe(0);
      expect(again.events).toHaveLength(first.events.length);
    });

    it('goes through every phase, and every event fits its definition', async () => {
      const { events } = await told(story);
      const types = new Set(events.map(({ type }) => type));
      for (const type of Object.values(phases)) expect([...types]).toContain(type);
      const definitions = eventCatalog(catalogue);
      for (const event of events) expect(() => definitions.decode(event)).not.toThrow();
    });

    it('shows a person and a decision with its reasons', async () => {
      const { store } = await told(story);
      const history = await competencyHistory(store);
      const person = await history.asOf({ effective: story.shows.on }).person(story.shows.person);
      expect(person?.timeline.length).toBeGreaterThan(5);
      const decisions = (await programSummaries(store)).flatMap((program) => program.decisions);
      expect(decisions.some(({ restsOn }) => restsOn.length > 0)).toBe(true);
    });
  });
}

describe('npm run demo', () => {
  const main = fileURLToPath(new URL('../examples/demo/dist/main.js', import.meta.url));

  it('writes one file for each region, shows both views, and writes nothing the second time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pembinaan-demo-test-'));
    try {
      const run = (...args: string[]): string =>
        execFileSync(process.execPath, [main, ...args], { cwd: folder, encoding: 'utf8' });
      const first = run();
      expect(first).toContain('Riwayat kompetensi');
      expect(first).toContain('M05: level 1 dari 2026-01-09 sampai 2026-07-07 (tes); level 3 sejak 2026-07-08 (tes)');
      expect(first).toContain('bnj-standar-layanan v1, Pengadministrasi layanan: sejak 2026-01-06');
      expect(first).toContain('Efektivitas program');
      const files = readdirSync(join(folder, 'pembinaan-demo')).filter((file) => file.endsWith('.db'));
      expect(files.sort()).toEqual(['binjai.db', 'lhokseumawe.db', 'muaratebo.db', 'sleman.db', 'tebingtinggi.db']);
      const before = await heads(folder, files);

      const second = run('--lang', 'en');
      expect(second).toContain('Competency history');
      expect(second).toContain('Programme effectiveness');
      expect(second.match(/new commands: 0\./g)).toHaveLength(5);
      expect(await heads(folder, files)).toEqual(before);
    } finally {
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    }
  });

  async function heads(folder: string, files: readonly string[]): Promise<(string | undefined)[]> {
    const found: (string | undefined)[] = [];
    for (const file of files) {
      const store = await sqliteStore(join(folder, 'pembinaan-demo', file), { readOnly: true });
      found.push(await store.head());
      await store.close();
    }
    return found;
  }
});
