import { createHash } from 'node:crypto';
import * as competencyHistory from '@pembinaan/competency-history';
import { catalogue } from '@pembinaan/core';
import {
  admit,
  eventCatalog,
  foldPage,
  formatPosition,
  memoryStore,
  type Projection,
  type RecordedEvent,
} from '@pembinaan/event-sourcing';
import * as programEffectiveness from '@pembinaan/program-effectiveness';
import { describe, expect, it } from 'vitest';
import { type Append, fill, type RegencyOptions, regency } from './index.js';

const small: RegencyOptions = { seed: 'spec', employees: 120, years: 2 };

describe('a regency made up from a seed', () => {
  it('is the same for the same seed, byte for byte, and another for another seed', () => {
    expect(digest({ ...small, years: 1 })).toBe(digest({ ...small, years: 1 }));
    expect(digest({ ...small, years: 1 })).not.toBe(digest({ ...small, years: 1, seed: 'other' }));
  });

  it('does not change unnoticed', () => {
    expect(digest({ seed: 'pinned', employees: 60, events: 2000 })).toMatchInlineSnapshot(
      `"bcf4448855073e11b872f08ac623d5b40a5f715e083ed6da7024575ec313794c"`,
    );
  });

  it('has exactly as many events as asked for', () => {
    for (const events of [1, 777, 5000]) expect(recorded({ ...small, events })).toHaveLength(events);
  });

  it('begins in another year when told so', () => {
    expect(recorded({ ...small, from: 2030, events: 1 })[0]?.occurredAt).toMatch(/^2030-01-/);
  });

  it('holds only events that the domain reads, at least 20,000 of them, of most of its types', () => {
    const catalog = eventCatalog(catalogue);
    const events = recorded({ seed: 'valid', employees: 200, events: 22_000 });
    for (const event of events) catalog.decode(event);
    expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(70);
  });

  it('is folded by every projection of both packages', () => {
    const events = recorded({ seed: 'fold', employees: 120, events: 40_000 });
    const projections = [...projectionsOf(competencyHistory), ...projectionsOf(programEffectiveness)];
    expect(projections.length).toBeGreaterThan(20);
    const empty = projections.flatMap((projection) => {
      const rows = new Map<string, unknown>();
      foldPage(projection, events, rows);
      return rows.size === 0 ? [projection.name] : [];
    });
    expect(empty).toEqual([]);
  });

  it('gives the read models on people something to tell, all but five', async () => {
    const store = memoryStore();
    await fill(store, regency({ seed: 'fold', employees: 120, events: 40_000 }));
    const day = (await competencyHistory.competencyHistory(store)).asOf({ effective: '2027-06-30' });
    const silent: string[] = [];
    for (const model of competencyHistory.peopleReadModels) {
      const { lines } = await day.ask(model, { limit: 1 });
      if (lines.length === 0) silent.push(model.name);
    }
    // Three are asked about nothing here; and no certificate ends, or was issued for what is not completed.
    expect(silent).toEqual([
      'Succession',
      'DigitalCompetence',
      'AfterTraining',
      'ExpiringCertificates',
      'CertificatesAtOdds',
    ]);
  });

  it('is in the order of time, with the revision that each append expects', async () => {
    const moments: string[] = [];
    for (const { stream, events, expected } of regency({ ...small, years: 1 })) {
      admit(stream, events, expected);
      moments.push(...events.map(({ occurredAt }) => occurredAt));
    }
    expect(moments.find((moment, index) => moment < (moments[index - 1] ?? ''))).toBeUndefined();
    const store = memoryStore();
    expect(await fill(store, regency({ ...small, events: 8000 }))).toBe(8000);
    expect(await store.head()).toBe(formatPosition(8000));
  });

  it('gives each event its own id and salt, and each append its own command', () => {
    const events = recorded({ ...small, events: 8000 });
    for (const part of [({ id }: RecordedEvent) => id, ({ metadata }: RecordedEvent) => metadata.salt]) {
      expect(new Set(events.map(part)).size).toBe(events.length);
    }
    const commands = [...regency({ ...small, events: 8000 })].map(({ events }) => {
      const [id, ...others] = new Set(events.map(({ metadata }) => metadata.commandId));
      expect(others).toEqual([]);
      return id;
    });
    expect(new Set(commands).size).toBe(commands.length);
  });

  it('tells much of few people and little of many', () => {
    const activity = new Map<string, number>();
    for (const { data } of recorded({ ...small, employees: 300, years: 1 })) {
      if (typeof data !== 'object' || data === null || !('employeeId' in data)) continue;
      const id = String(data.employeeId);
      activity.set(id, (activity.get(id) ?? 0) + 1);
    }
    const counts = [...activity.values()].sort((a, b) => b - a);
    const top = counts.slice(0, counts.length / 10).reduce((sum, count) => sum + count, 0);
    const all = counts.reduce((sum, count) => sum + count, 0);
    expect(top / all).toBeGreaterThan(0.25);
    expect(top / all).toBeLessThan(0.8);
  });

  it('has several streams that tell of one person', () => {
    const categories = new Map<string, Set<string>>();
    for (const { stream, data } of recorded(small)) {
      if (typeof data !== 'object' || data === null || !('employeeId' in data)) continue;
      const id = String(data.employeeId);
      const known = categories.get(id) ?? new Set();
      categories.set(id, known.add(stream.slice(0, stream.indexOf('-'))));
    }
    expect(Math.max(...[...categories.values()].map(({ size }) => size))).toBeGreaterThanOrEqual(5);
  });

  it('weighs about half a kilobyte an event, in data and metadata', () => {
    const events = recorded({ seed: 'weight', employees: 150, events: 8000 });
    const bytes = events.reduce(
      (sum, { data, metadata }) => sum + JSON.stringify(data).length + JSON.stringify(metadata).length,
      0,
    );
    expect(bytes / events.length).toBeGreaterThan(430);
    expect(bytes / events.length).toBeLessThan(560);
  });
});

function digest(options: RegencyOptions): string {
  const hash = createHash('sha256');
  for (const append of regency(options)) hash.update(JSON.stringify(append));
  return hash.digest('hex');
}

/** The events as a store would return them. */
function recorded(options: RegencyOptions): readonly RecordedEvent[] {
  let position = 0;
  return [...regency(options)].flatMap(({ stream, events, expected }: Append) =>
    events.map((event, index) => ({
      ...event,
      stream,
      revision: (expected === 'none' ? 0 : expected + 1) + index,
      position: formatPosition(++position),
      recordedAt: event.occurredAt,
    })),
  );
}

function projectionsOf(module: Readonly<Record<string, unknown>>): readonly Projection<unknown>[] {
  return Object.values(module).filter(isProjection);
}

function isProjection(value: unknown): value is Projection<unknown> {
  return typeof value === 'object' && value !== null && 'keysOf' in value && 'catalog' in value && 'apply' in value;
}
