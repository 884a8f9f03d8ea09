import type { Command, DomainEvent, EventStore } from '@pembinaan/event-sourcing';
import { handle, memoryStore } from '@pembinaan/event-sourcing';
import { fixedRuntime, type Given, type GivenOptions, given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { ConcludeEvaluation, EvaluationConcluded, evaluation } from '../../src/evaluate/evaluation/index.js';
import { authority, GrantAuthority } from '../../src/governance/authority/index.js';
import {
  AdoptPolicyVersion,
  POLICY,
  PolicyVersionAdopted,
  policy,
  policyState,
} from '../../src/governance/policy/index.js';
import { PublishSatisfactionSurvey, serviceUnit } from '../../src/service/service-unit/index.js';
import { batchState } from '../../src/train/batch/index.js';
import { CreditJp, JpCredited, jpLedger } from '../../src/train/jp-ledger/index.js';
import { programState } from '../../src/train/program/index.js';
import * as evaluated from '../evaluate/fixtures.js';
import { survey } from '../service/fixtures.js';
import { attended, outcome, scheduled, takesPart } from '../train/fixtures.js';
import { adoption, decreeOf, done, foundAgency, grantOf, noonOf, PPK } from './fixtures.js';

const figure = <V>(value: V) => ({ value, basis: 'Perwali 3/2030', certainty: 'agency' as const });

/** In 2031 a seminar counts 3 JP a day instead of 4, behaviour must reach 4.5 instead of 3.5, and U9 weighs double. */
const strict2026 = { ...adoption, figures: { ...adoption.figures, 'effect.minimum': figure(1000) } };
const figures2031 = {
  ...strict2026.figures,
  'jp.table': figure([
    ...adoption.figures['jp.table'].value.filter(({ form }) => form !== 'KL06'),
    { form: 'KL06' as const, mode: 'perDay' as const, value: 300 },
  ]),
  'evaluation.l3.effectiveMean': figure(450),
  'ikm.weights': figure([1, 1, 1, 1, 1, 1, 1, 1, 2]),
};
const of2031 = {
  ...strict2026,
  version: 'perwali-3-2030',
  effectiveFrom: '2031-01-01',
  figures: figures2031,
  decree: decreeOf('2030-12-10'),
};
const both = [strict2026, of2031].map((version) =>
  PolicyVersionAdopted.of({ ...version, adoptedBy: { subjectId: 'ppk-1' } }),
);

/** The clock of a test that is run in June 2031. */
const IN_2031: GivenOptions = { runtime: fixedRuntime({ start: noonOf('2031-06-02') }) };
const underBoth = <S, E extends DomainEvent, C extends Command>(begun: Given<S, E, C>): Given<S, E, C> =>
  begun.and(policyState, POLICY, both);

describe('what happened in 2026 and is decided on in 2031', () => {
  describe('is credited by the table of 2026', () => {
    const crediting = (year: number) =>
      underBoth(given(jpLedger, [], { ...IN_2031, id: `employee-1-${year}` }))
        .and(batchState, 'batch-1', [
          scheduled({
            form: 'KL06',
            period: { from: `${year}-05-12`, to: `${year}-05-13` },
            sessions: [
              { sessionId: 's1', date: `${year}-05-12`, minutes: 180 },
              { sessionId: 's2', date: `${year}-05-13`, minutes: 180 },
            ],
          }),
          ...takesPart('employee-1'),
          attended('employee-1', 's1'),
          attended('employee-1', 's2'),
          outcome('employee-1', 'completed'),
        ])
        .when(CreditJp({ employeeId: 'employee-1', source: { kind: 'batch', batchId: 'batch-1' } }));
    const credited = (year: number, jp: number) =>
      JpCredited.of({
        employeeId: 'employee-1',
        year,
        source: { kind: 'batch', batchId: 'batch-1' },
        form: 'KL06',
        activityDate: `${year}-05-13`,
        jpRaw: jp,
        jpCredited: jp,
        verifiedBy: { subjectId: 'subject-1' },
      });

    it.each([
      [2026, 800, 'indonesia-2026'],
      [2031, 600, 'perwali-3-2030'],
    ])('two days of a seminar in %i are %i hundredths, under %s', async (year, jp, version) => {
      const { events } = await crediting(year).then([credited(year, jp)]);
      expect(events[0]?.metadata.policyVersion).toBe(version);
    });
  });

  describe('is concluded by the mean of 2026', () => {
    const concluding = (occurredAt: string) =>
      underBoth(
        given(
          evaluation,
          [
            evaluated.evaluationPlanned({ levels: [3], serviceUnits: [], metrics: [] }),
            ...Array.from({ length: 5 }, (_, index) => evaluated.ratedBy('boss-1', `alumnus-${index}`)),
          ],
          IN_2031,
        ),
      )
        .and(programState, 'program-1', [evaluated.designed, evaluated.programApproved])
        .and(batchState, 'batch-1', [evaluated.scheduled(), ...evaluated.participant('alumnus-1')])
        .as('evaluator-1')
        .when(
          ConcludeEvaluation({
            conclusion: 'effective',
            strengths: [],
            weaknesses: [],
            evidence: [evaluated.EVIDENCE],
          }),
          { occurredAt },
        );

    it('a mean of 4.0 is effective under the version of 2026, whose name the conclusion carries', async () => {
      const concluded = evaluated.concluded({ measuredLevels: [3], missingLevels: [], concludedOn: '2031-06-02' });
      const { events } = await concluding(noonOf('2026-06-01')).then([EvaluationConcluded(concluded.data)]);
      expect(events[0]?.metadata.policyVersion).toBe('indonesia-2026');
    });

    it('R35 refuses the same mean under the version of 2031', () =>
      concluding(noonOf('2031-06-01')).thenRefused('R35', 'behaviourTooLow'));
  });
});

describe('a decision of 2026, looked at in 2031', () => {
  const publishIn = async (store: EventStore, unit: string, clock: ReturnType<typeof fixedRuntime>) =>
    done(
      await handle(store, serviceUnit, unit, PublishSatisfactionSurvey(survey), {
        actor: { subjectId: 'clerk-1', roles: [] },
        runtime: clock,
        occurredAt: noonOf('2026-06-01'),
      }),
    );
  const publishedIn = async (store: EventStore, unit: string) => {
    for await (const { data, metadata } of store.read(serviceUnit.streamOf(unit))) {
      return { data, policyVersion: metadata.policyVersion };
    }
    return undefined;
  };

  it('keeps its version, its figures and its outcome, and is decided the same way again', async () => {
    const clock = fixedRuntime({ start: noonOf('2026-06-01') });
    const store = memoryStore({ now: clock.now });
    await foundAgency(store, clock);
    await publishIn(store, 'unit-1', clock);
    const before = await publishedIn(store, 'unit-1');
    expect(before).toMatchObject({ data: { ikm: 8083 }, policyVersion: 'indonesia-2026' });

    clock.set(noonOf('2030-12-15'));
    const again = { ...grantOf('ppk'), from: '2027-01-01', to: '2031-12-31' };
    const clerk = { subjectId: 'clerk-1', roles: [] };
    done(await handle(store, authority, 'authority-2027', GrantAuthority(again), { actor: clerk, runtime: clock }));
    const actor = { ...PPK, authorityId: 'authority-2027' };
    done(await handle(store, policy, POLICY, AdoptPolicyVersion(of2031), { actor, runtime: clock }));

    clock.set(noonOf('2031-06-02'));
    expect(await publishedIn(store, 'unit-1')).toEqual(before);
    // The figures under that name are those of then: the same command comes to the same.
    await publishIn(store, 'unit-2', clock);
    expect(await publishedIn(store, 'unit-2')).toEqual(before);
  });

  it('would come out otherwise under the figures of 2031', async () => {
    const begun = underBoth(given(serviceUnit, [], IN_2031));
    await begun
      .when(PublishSatisfactionSurvey(survey), { occurredAt: noonOf('2031-06-01') })
      .thenState(({ surveys }) => expect(surveys.map(({ ikm }) => ikm)).toEqual([8050]));
  });
});
