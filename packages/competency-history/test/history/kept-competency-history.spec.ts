import { memoryTarget, projectors } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import {
  type AsOf,
  afterTraining,
  agencyFiles,
  type CompetencyHistory,
  competencyHistory,
  competencyHistoryProjections,
  digitalCompetence,
  keptCompetencyHistory,
  type Needs,
  type PeopleReadModel,
  personFiles,
  unitRosters,
} from '../../src/index.js';
import { everyReadModel, storeOf } from '../fixtures.js';
import { busyOffice } from '../office.js';

const asked = [...everyReadModel, digitalCompetence(['M05']), afterTraining('b')] as readonly PeopleReadModel<
  Needs,
  unknown
>[];

async function both(): Promise<{
  readonly inMemory: CompetencyHistory;
  readonly kept: CompetencyHistory;
  readonly middle: string;
}> {
  const store = await storeOf(busyOffice);
  const target = memoryTarget();
  await projectors(store, competencyHistoryProjections, { target }).run();
  const positions: string[] = [];
  for await (const page of store.readAll()) positions.push(...page.map(({ position }) => position));
  const middle = positions[Math.floor(positions.length * 0.6)] ?? '';
  return { inMemory: await competencyHistory(store), kept: keptCompetencyHistory(target), middle };
}

async function answersOf(history: CompetencyHistory, clocks: AsOf, model: PeopleReadModel<Needs, unknown>) {
  const lines: unknown[] = [];
  for await (const line of history.asOf(clocks).lines(model, { limit: 7 })) lines.push(line);
  return lines;
}

describe('files that projectors keep', () => {
  it('answer every read model as those in memory do, whatever the clocks', async () => {
    const { inMemory, kept, middle } = await both();
    const empty = new Set<string>();
    for (const model of asked) {
      for (const clocks of [
        { effective: '2026-06-30' },
        { effective: '2026-01-31' },
        { effective: '2026-06-30', position: middle },
        { effective: '2026-06-30', recorded: '2026-05-31T23:59:59.999Z' },
      ]) {
        const expected = await answersOf(inMemory, clocks, model);
        expect([model.name, clocks, await answersOf(kept, clocks, model)]).toEqual([model.name, clocks, expected]);
        if (clocks.effective === '2026-06-30' && Object.keys(clocks).length === 1 && expected.length === 0)
          empty.add(model.name);
      }
    }
    // Every other one had something to answer: these were asked about nothing, or about plans, of which there are none here.
    const nothingAsked = ['AfterTraining', 'DigitalCompetence', 'PlanAndOutcome', 'Succession'];
    expect([...empty].filter((name) => !nothingAsked.includes(name))).toEqual([]);
    expect(
      await answersOf(kept, { effective: '2026-06-30' }, asked.at(-1) as PeopleReadModel<Needs, unknown>),
    ).toHaveLength(1);
  });

  it('tell of every person what those in memory tell, whatever the clocks', async () => {
    const { inMemory, kept, middle } = await both();
    const people = await inMemory.people();
    expect(people.length).toBeGreaterThan(30);
    expect(await kept.people()).toEqual(people);
    expect(await kept.position()).toBe(await inMemory.position());
    for (const clocks of [{ effective: '2026-06-30' }, { effective: '2026-01-31', position: middle }]) {
      for (const employeeId of [...people, 'nobody']) {
        expect(await kept.asOf(clocks).person(employeeId)).toEqual(await inMemory.asOf(clocks).person(employeeId));
      }
    }
    expect((await kept.asOf({ effective: '2026-06-30' }).person('b'))?.training).toHaveLength(2);
    expect(await kept.asOf({ effective: '2026-06-30' }).person('nobody')).toBeUndefined();
  });

  it('answer from what is filed when the question is asked', async () => {
    const store = await storeOf(busyOffice);
    const target = memoryTarget();
    const kept = keptCompetencyHistory(target);
    await expect(kept.people()).rejects.toThrow();
    await projectors(store, competencyHistoryProjections, { target }).run();
    expect(await kept.people()).toContain('b');
  });
});

describe('a target that does not serve the files', () => {
  const refusal = (message: RegExp) =>
    expect.objectContaining({ code: 'version-conflict', message: expect.stringMatching(message) });

  it('is refused by each question, with the name of the view that is missing', async () => {
    const kept = keptCompetencyHistory(memoryTarget());
    const missing = refusal(/'person-files' is not served/);
    await expect(kept.position()).rejects.toEqual(missing);
    await expect(kept.people()).rejects.toEqual(missing);
    await expect(kept.asOf({ effective: '2026-06-30' }).person('b')).rejects.toEqual(missing);
    for (const model of asked) await expect(kept.asOf({ effective: '2026-06-30' }).ask(model)).rejects.toEqual(missing);
  });

  it('is refused where it serves some of them', async () => {
    const target = memoryTarget();
    await projectors(await storeOf(busyOffice), [personFiles, unitRosters], { target }).run();
    await expect(keptCompetencyHistory(target).people()).rejects.toEqual(refusal(/'agency-files' is not served/));
  });

  it('is refused where it serves another version, which is named', async () => {
    const target = memoryTarget();
    const newer = { ...unitRosters, version: unitRosters.version + 1 };
    await projectors(await storeOf(busyOffice), [personFiles, agencyFiles, newer], { target }).run();
    const versions = new RegExp(
      `'unit-rosters' is served in version ${newer.version}; .* version ${unitRosters.version}`,
    );
    await expect(keptCompetencyHistory(target).people()).rejects.toEqual(refusal(versions));
  });
});
