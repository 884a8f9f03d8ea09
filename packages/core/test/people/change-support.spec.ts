import { readdirSync } from 'node:fs';
import { describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluationState } from '../../src/evaluate/evaluation/index.js';
import { PolicyVersionAdopted } from '../../src/governance/policy/events.js';
import { POLICY, policyState } from '../../src/governance/policy/state.js';
import {
  ChangeResistanceObserved,
  ChangeSupportGiven,
  changeSupport,
  changeSupportId,
  GiveChangeSupport,
  ObserveChangeResistance,
} from '../../src/people/change-support/index.js';
import { concluded, contested, evaluationPlanned } from '../evaluate/fixtures.js';
import { adoption, foundAgency, lawData, TODAY, underPolicy } from '../governance/fixtures.js';

const ID = 'unit-1-2026';
const observedBy = { subjectId: 'observer-1' };
const observation = {
  observationId: 'observation-1',
  unitId: 'unit-1',
  about: 'technology' as const,
  level: 3,
  basis: 'survey' as const,
  n: 5,
  observedOn: '2026-05-20',
};
type Observed = Partial<Parameters<typeof ChangeResistanceObserved.of>[0]>;
const observed = (details: Observed = {}) => ChangeResistanceObserved.of({ ...observation, observedBy, ...details });

const support = {
  supportId: 'support-1',
  unitId: 'unit-1',
  kind: 'education' as const,
  about: 'technology' as const,
  reach: 12,
  date: '2026-05-25',
};
type Given = Partial<Parameters<typeof ChangeSupportGiven.of>[0]>;
const supported = (details: Given = {}) => ChangeSupportGiven.of({ ...support, givenBy: observedBy, ...details });

describe('changeSupportId', () => {
  it('names the stream of a unit and a year', () => expect(changeSupportId('unit-1', 2026)).toBe(ID));
});

describe('ObserveChangeResistance', () => {
  type Observing = Parameters<typeof ObserveChangeResistance>[0];
  const begun = (history: readonly ReturnType<typeof observed>[] = [], id = ID) =>
    underPolicy(given(changeSupport, history, { id })).as('observer-1');
  const observe = (details: Partial<Observing> = {}) => ObserveChangeResistance({ ...observation, ...details });

  it('R39 accepts an observation on as many people as the policy asks for', () =>
    begun().when(observe()).then([observed()]));

  it('R39 refuses an observation on one fewer', () =>
    begun()
      .when(observe({ n: 4 }))
      .thenRefused('R39', 'tooFew'));

  it('R39 goes by the number that the agency has set', () => {
    const figure = { value: 10, basis: 'Choice of the agency', certainty: 'agency' as const };
    const figures = { ...adoption.figures, 'disclosure.minimumN': figure };
    const strict = () =>
      given(changeSupport, [], { id: ID })
        .and(policyState, POLICY, [PolicyVersionAdopted.of({ ...adoption, figures, adoptedBy: observedBy })])
        .as('observer-1');
    return Promise.all([
      strict()
        .when(observe({ n: 9 }))
        .thenRefused('R39', 'tooFew'),
      strict()
        .when(observe({ n: 10 }))
        .then([observed({ n: 10 })]),
    ]);
  });

  it.each(['employeeId', 'employeeIds', 'subjectId', 'note'])(
    'R39 takes no field that could name a person: %s',
    async (field) => {
      await begun()
        .when(ObserveChangeResistance({ ...observation, [field]: 'employee-1' }))
        .thenFails('invalid-command');
      expect(
        ChangeResistanceObserved.schema.safeParse({ ...observation, observedBy, [field]: 'employee-1' }).success,
      ).toBe(false);
    },
  );

  it.each([
    ['of another unit', 'unit-2-2026'],
    ['of another year', 'unit-1-2025'],
    ['without a year', 'unit-1'],
  ])('R39 refuses the stream %s', async (_, id) => {
    const { rejection } = await begun([], id).when(observe()).thenRefused('R39', 'otherStream');
    expect(rejection.data).toEqual({ given: id, expected: ID });
  });

  it('G02 accepts an observation of today, and refuses one of tomorrow', async () => {
    await begun()
      .when(observe({ observedOn: TODAY }))
      .then([observed({ observedOn: TODAY })]);
    await begun()
      .when(observe({ observedOn: '2026-06-02' }))
      .thenRefused('G02', 'notYet');
  });

  it('G02 refuses a second observation under one id', () =>
    begun([observed()]).when(observe()).thenRefused('G02', 'alreadyExists'));

  it('accepts the correction of an observation', async () => {
    const outcome = begun([observed()]).when(observe({ level: 1 }), {
      corrects: { eventId: historyEventId(`changeSupport-${ID}`, 0), reason: 'typed wrongly' },
    });
    await outcome.then([observed({ level: 1 })]);
    await outcome.thenState((state) => expect(state.observationIds).toEqual(['observation-1']));
  });

  it('G01 refuses an observation without a policy in force', () =>
    given(changeSupport, [], { id: ID }).when(observe()).thenRefused('G01', 'noPolicy'));
});

describe('GiveChangeSupport', () => {
  type Giving = Parameters<typeof GiveChangeSupport>[0];
  const begun = () => given(changeSupport, [], { id: ID }).as('observer-1');
  const give = (details: Partial<Giving> = {}) => GiveChangeSupport({ ...support, ...details });
  const evidence = { kind: 'evidence' as const, evaluationId: 'evaluation-1' };

  it('records what was given', () => begun().when(give()).then([supported()]));

  it('R39 refuses support by evidence without an evaluation', () =>
    begun()
      .when(give({ kind: 'evidence' }))
      .thenRefused('R39', 'evidenceMissing'));

  it('R39 accepts support by evidence of a concluded evaluation', () =>
    begun()
      .and(evaluationState, 'evaluation-1', [evaluationPlanned(), concluded()])
      .when(give(evidence))
      .then([supported(evidence)]));

  it('G02 refuses an evaluation that does not exist', () =>
    begun().when(give(evidence)).thenRefused('G02', 'notFound'));

  it.each([
    ['planned', [evaluationPlanned()]],
    ['contested', [evaluationPlanned(), concluded(), contested]],
  ] as const)('G02 refuses an evaluation that is %s', async (_, history) => {
    await begun().and(evaluationState, 'evaluation-1', history).when(give(evidence)).thenRefused('G02', 'wrongStatus');
  });

  it('G02 refuses an evaluation that is not concluded, also for another kind of support', () =>
    begun()
      .and(evaluationState, 'evaluation-1', [evaluationPlanned()])
      .when(give({ evaluationId: 'evaluation-1' }))
      .thenRefused('G02', 'wrongStatus'));

  it('R39 refuses the stream of another year', () =>
    begun()
      .when(give({ date: '2025-12-31' }))
      .thenRefused('R39', 'otherStream'));

  it('G02 accepts support of today, and refuses support of tomorrow', async () => {
    await begun()
      .when(give({ date: TODAY }))
      .then([supported({ date: TODAY })]);
    await begun()
      .when(give({ date: '2026-06-02' }))
      .thenRefused('G02', 'notYet');
  });

  it('G02 refuses a second support under one id', () =>
    given(changeSupport, [supported()], { id: ID }).when(give()).thenRefused('G02', 'alreadyExists'));

  it('accepts the correction of a support', () =>
    given(changeSupport, [supported()], { id: ID })
      .as('observer-1')
      .when(give({ reach: 9 }), {
        corrects: { eventId: historyEventId(`changeSupport-${ID}`, 0), reason: 'typed wrongly' },
      })
      .then([supported({ reach: 9 })]));
});

describe('R39: resistance judges nobody', () => {
  it('is read by no register on which a decision could rest', async () => {
    const folder = new URL('../../src/registers/', import.meta.url);
    const read: string[] = [];
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
      const module: Record<string, unknown> = await import(new URL(file, folder).pathname);
      for (const register of Object.values(module)) {
        if (typeof register !== 'object' || register === null || !('events' in register)) continue;
        if (Array.isArray(register.events)) read.push(...register.events.map(({ type }) => type));
      }
    }
    expect(read).toContain('AuthorityGranted');
    expect(read).not.toContain(ChangeResistanceObserved.type);
  });
});

// The streams of the laws are named `law-1`: of the unit `law` in the year 1.
describeLaws('the change support of a unit', changeSupport, {
  override: lawData,
  runs: 30,
  commands: {
    ObserveChangeResistance: fc.record({
      observationId: fc.constantFrom('o-1', 'o-2'),
      unitId: fc.constantFrom('law', 'unit-1'),
      about: fc.constant('technology'),
      level: fc.constant(2),
      basis: fc.constant('survey'),
      n: fc.constantFrom(4, 5),
      observedOn: fc.constant('0001-05-20'),
    }),
    GiveChangeSupport: fc.record({
      supportId: fc.constantFrom('s-1', 's-2'),
      unitId: fc.constant('law'),
      kind: fc.constantFrom('education', 'evidence'),
      about: fc.constant('technology'),
      reach: fc.constant(3),
      date: fc.constant('0001-05-20'),
    }),
  },
  setUp: foundAgency,
  invariant: ({ observationIds, supportIds }) => {
    expect(new Set(observationIds).size).toBe(observationIds.length);
    expect(new Set(supportIds).size).toBe(supportIds.length);
  },
});
