import { memoryStore } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import { agencyReadModels } from '../src/index.js';

describe('every read model', () => {
  it('has a name of its own', () => {
    const names = agencyReadModels.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(38);
  });

  it.each(agencyReadModels.map((model) => [model.name, model] as const))('%s asks in both languages', (_, model) => {
    const { en, id } = model.question;
    expect(en).toMatch(/\?$/);
    expect(id).toMatch(/\?$/);
    expect(en).not.toBe(id);
  });

  it.each(agencyReadModels.map((model) => [model.name, model] as const))(
    '%s gives no lines where nothing happened',
    async (_, model) => expect(await model.ask(memoryStore(), '2026-06-30')).toEqual([]),
  );

  it.each(agencyReadModels.map((model) => [model.name, model] as const))(
    '%s refuses what is no day',
    async (_, model) => expect(model.ask(memoryStore(), '30 June')).rejects.toThrow(/'30 June' is not a day/),
  );

  it('shares its projections: each name stands for one', () => {
    const projections = new Set(agencyReadModels.flatMap((model) => model.projections));
    expect(new Set([...projections].map(({ name }) => name)).size).toBe(projections.size);
  });
});
