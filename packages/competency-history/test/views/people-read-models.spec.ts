import { memoryStore } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import * as everything from '../../src/index.js';
import {
  afterTraining,
  competencyHistory,
  competencyHistoryProjections,
  digitalCompetence,
  peopleReadModels,
} from '../../src/index.js';
import { everyReadModel } from '../fixtures.js';

const models = everyReadModel.map((model) => [model.name, model] as const);

describe('the read models on people', () => {
  it('bear the names that the field knows', () => {
    expect(peopleReadModels.map(({ name }) => String(name))).toEqual(
      expect.arrayContaining([
        'CompetencyProfile',
        'GapMap',
        'MyDevelopment',
        'JpCompliance',
        'MentorLoad',
        'MentorshipHealth',
        'IpAsnPreview',
        'TransferGap',
        'CareerEffectView',
        'SelfStudyShare',
        'LearningMix',
        'NetworkMix',
        'RoleModels',
        'DigitalCompetence',
        'AfterTraining',
        'CultureView',
        'ExpiringCertificates',
        'CohortView',
        'CertificatesAtOdds',
      ]),
    );
  });

  it.each(peopleReadModels.map(({ name, question }) => [name, question] as const))(
    '%s asks in both languages',
    (_, { en, id }) => {
      expect(en).toMatch(/^[A-Z].*\?$/);
      expect(id).toMatch(/^[A-Z].*\?$/);
      expect(id).not.toBe(en);
    },
  );

  it.each(models)('%s has no lines in an empty store, and no next page', async (_, model) => {
    const history = (await competencyHistory(memoryStore())).asOf({ effective: '2026-06-30' });
    expect(await history.ask(model)).toEqual({ lines: [], next: null, position: null });
  });

  it.each(models)('%s is answered from the events that it names', (_, { needs, events }) => {
    const needed = new Set(needs.flatMap((need) => need.events.map(({ type }) => type)));
    expect(events.length).toBeGreaterThan(0);
    expect(events.map(({ type }) => type).sort()).toEqual([...needed].sort());
  });

  it('bear one name each, whatever they are asked about', () => {
    expect(new Set(models.map(([name]) => name)).size).toBe(models.length);
    expect(digitalCompetence(['T-TIK-01']).name).toBe('DigitalCompetence');
    expect(afterTraining('a').name).toBe('AfterTraining');
  });

  it('share records and registers: one of each name, whichever read model it serves', () => {
    const byName = new Map<string, unknown>();
    for (const [, { needs }] of models) {
      for (const need of needs) {
        expect(byName.get(need.name) ?? need).toBe(need);
        byName.set(need.name, need);
      }
    }
    expect(byName.size).toBeGreaterThanOrEqual(14);
  });

  it('R39 no projection and no read model on people takes an observation of resistance', () => {
    type Reader = { readonly name: string; readonly events: readonly { readonly type: string }[] };
    const exported = Object.values<unknown>(everything).filter(
      (value): value is Reader =>
        typeof value === 'object' && value !== null && 'events' in value && Array.isArray(value.events),
    );
    const readers = new Set<Reader>([...exported, ...models.map(([, model]) => model)]);
    for (const projection of competencyHistoryProjections) expect(readers).toContain(projection);
    for (const [, { needs }] of models) for (const need of needs) readers.add(need);
    expect(readers.size).toBeGreaterThan(models.length + competencyHistoryProjections.length);
    for (const { name, events } of readers) {
      expect([name, events.filter(({ type }) => type.startsWith('ChangeResistance'))]).toEqual([name, []]);
    }
  });
});
