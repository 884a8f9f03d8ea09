import { type EventStore, memoryStore } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import * as everything from '../../src/index.js';
import {
  afterTraining,
  careerEffectView,
  certificatesAtOdds,
  cohortView,
  competencyProfile,
  cultureView,
  digitalCompetence,
  expiringCertificates,
  gapMap,
  ipAsnPreview,
  jpCompliance,
  learningMix,
  mentorLoad,
  mentorshipHealth,
  myDevelopment,
  networkMix,
  peopleReadModels,
  roleModels,
  selfStudyShare,
  transferGap,
} from '../../src/index.js';

type Ask = (store: EventStore, on: string) => Promise<readonly unknown[]>;

const askedForADay = [
  competencyProfile,
  gapMap,
  myDevelopment,
  jpCompliance,
  mentorLoad,
  mentorshipHealth,
  ipAsnPreview,
  transferGap,
  careerEffectView,
  selfStudyShare,
  learningMix,
  networkMix,
  roleModels,
  cultureView,
  expiringCertificates,
  cohortView,
  certificatesAtOdds,
].map((model): readonly [string, Ask] => [model.name, (store, on) => model.ask(store, on)]);

const asks = new Map<string, Ask>([
  ...askedForADay,
  ['DigitalCompetence', (store, on) => digitalCompetence.ask(store, { on, competencies: ['T-TIK-01'] })],
  ['AfterTraining', (store, on) => afterTraining.ask(store, { on, employeeId: 'a' })],
]);

describe('the read models on people', () => {
  it('bear the names that the field knows', () => {
    expect(peopleReadModels.map(({ name }) => name)).toEqual([
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
    ]);
    expect([...asks.keys()].sort()).toEqual(peopleReadModels.map(({ name }) => name).sort());
  });

  it.each(peopleReadModels.map(({ name, question }) => [name, question] as const))(
    '%s asks in both languages',
    (_, { en, id }) => {
      expect(en).toMatch(/^[A-Z].*\?$/);
      expect(id).toMatch(/^[A-Z].*\?$/);
      expect(id).not.toBe(en);
    },
  );

  it.each([...asks])('%s has no lines in an empty store', async (_, ask) => {
    expect(await ask(memoryStore(), '2026-06-30')).toEqual([]);
  });

  it.each([...asks])('%s refuses a day that is none', async (_, ask) => {
    await expect(ask(memoryStore(), '2026-02-30')).rejects.toThrow(RangeError);
  });

  it('share their projections: one of each name, whichever read model it serves', () => {
    const byName = new Map<string, unknown>();
    for (const model of peopleReadModels) {
      for (const projection of model.projections) {
        expect(byName.get(projection.name) ?? projection).toBe(projection);
        byName.set(projection.name, projection);
      }
    }
    expect(byName.size).toBe(14);
  });

  it('R39 no projection and no read model on people takes an observation of resistance', () => {
    const views = Object.entries<unknown>(everything).flatMap(([name, value]) => {
      if (typeof value !== 'object' || value === null || !('events' in value) || !Array.isArray(value.events))
        return [];
      return [{ name, types: value.events.map((type: { readonly type: string }) => type.type) }];
    });
    // All read models, and every projection that is exported.
    expect(views.length).toBe(peopleReadModels.length + 16);
    for (const { name, types } of views) {
      expect([name, types.filter((type) => type.startsWith('ChangeResistance'))]).toEqual([name, []]);
    }
  });
});
