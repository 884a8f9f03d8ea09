import { command, decider, event, projection, rule, stream } from '@pembinaan/event-sourcing';
import { at, fixedRuntime, given, givenEvents, historyEventId, past } from '@pembinaan/event-sourcing/testing';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';

const Designed = event('ProgramDesigned', z.strictObject({ hours: z.int() })).next(
  z.strictObject({ minutes: z.int() }),
  (v1) => ({ minutes: v1.hours * 60 }),
);
const programState = stream('program', { events: [Designed], initial: () => ({ minutes: 0 }) }).evolve({
  ProgramDesigned: (_, e) => ({ minutes: e.data.minutes }),
});

const Nominated = event('Nominated', z.strictObject({ subjectId: z.string() }));
const Confirmed = event('NominationConfirmed', z.strictObject({ minutes: z.int(), by: z.string() })).correctable(
  ({ by }) => by,
);
const Confirm = command('ConfirmNomination', z.strictObject({ programId: z.string() }));
const R18 = rule('R18', {
  text: { en: 'Active only.', id: 'Hanya yang aktif.' },
  refusals: {
    notActive: () => ({ en: 'It is not active.', id: 'Tidak aktif.' }),
    silent: () => ({ en: 'Something.', id: ' ' }),
  },
});
const nominationState = stream('nomination', {
  events: [Nominated, Confirmed],
  initial: () => ({ subjectId: '', confirmed: 0 }),
}).evolve({
  Nominated: (state, e) => ({ ...state, subjectId: e.data.subjectId }),
  NominationConfirmed: (state) => ({ ...state, confirmed: state.confirmed + 1 }),
});
const nomination = decider(nominationState, { commands: [Confirm] })
  .facts({ ConfirmNomination: (_, c) => ({ program: programState.at(c.data.programId) }) })
  .decide({
    ConfirmNomination: (state, c, { program }) => {
      if (state.subjectId === 'silent') return R18.refuse('silent', {});
      if (state.subjectId === '') return R18.refuse('notActive', {});
      return [Confirmed({ minutes: program.minutes, by: c.actor.subjectId })];
    },
  });

const nominated = given(nomination, [Nominated({ subjectId: 'a' })]);
const confirm = Confirm({ programId: 'p1' });

describe('given, when, then', () => {
  it('loads facts from other streams, in the version in which they are written now', async () => {
    const handled = await nominated
      .and(programState, 'p1', [Designed({ minutes: 90 })])
      .when(confirm)
      .then([Confirmed({ minutes: 90, by: 'subject-1' })]);
    expect(handled.events[0]?.metadata).toMatchObject({ facts: [{ stream: 'program-p1', revision: 0 }] });
    expect(handled.events[0]?.occurredAt).toBe('2026-06-01T00:00:00.000Z');
  });

  it('stores old versions of other streams', async () => {
    await nominated
      .and('program-p1', [past({ type: 'ProgramDesigned', data: { hours: 2 } }, { schemaVersion: 1 })])
      .when(confirm)
      .then([Confirmed({ minutes: 120, by: 'subject-1' })]);
  });

  it('lets somebody else act, at another time', async () => {
    const handled = await nominated
      .as('subject-7', { roles: ['assessor'], authorityId: 'a1' })
      .when(confirm, { occurredAt: '2026-05-01T00:00:00.000Z' })
      .then([Confirmed({ minutes: 0, by: 'subject-7' })]);
    expect(handled.events[0]).toMatchObject({
      occurredAt: '2026-05-01T00:00:00.000Z',
      metadata: { actor: { subjectId: 'subject-7', roles: ['assessor'], authorityId: 'a1' } },
    });
  });

  it('takes events of the past with their times, and corrections of them', async () => {
    const handled = await given(nomination, [
      at('2026-01-01T00:00:00.000Z', Nominated({ subjectId: 'a' })),
      Confirmed({ minutes: 1, by: 'subject-1' }),
    ])
      .when(confirm, {
        corrects: { eventId: historyEventId('nomination-test-1', 1), reason: 'typed wrongly' },
      })
      .handled();
    expectTypeOf(handled.accepted).toEqualTypeOf<boolean>();
    expect(handled.accepted && handled.events[0]?.metadata.corrects?.reason).toBe('typed wrongly');
  });

  it('checks refusals, failures and states', async () => {
    const refused = await given(nomination).when(confirm).thenRefused('R18', 'notActive');
    expect(refused.rejection.message.id).toBe('Tidak aktif.');
    await nominated.when(Confirm({ programId: '' })).thenFails('invalid-append');
    await nominated.when(confirm).thenState((state) => {
      expectTypeOf(state).toEqualTypeOf<{ subjectId: string; confirmed: number }>();
      expect(state.confirmed).toBe(1);
    });
  });

  it('fails when the outcome is another', async () => {
    await expect(nominated.when(confirm).then([Confirmed({ minutes: 1, by: 'subject-1' })])).rejects.toThrow();
    await expect(nominated.when(confirm).then([])).rejects.toThrow();
    await expect(given(nomination).when(confirm).then([])).rejects.toThrow(/R18 notActive/);
    await expect(nominated.when(confirm).thenRefused('R18')).rejects.toThrow(/NominationConfirmed/);
    await expect(given(nomination).when(confirm).thenRefused('R18', 'silent')).rejects.toThrow();
    await expect(given(nomination).when(confirm).thenRefused('R19')).rejects.toThrow();
    const silent = given(nomination, [Nominated({ subjectId: 'silent' })]);
    await expect(silent.when(confirm).thenRefused('R18', 'silent')).rejects.toThrow(/Indonesian/);
    await expect(nominated.when(confirm).thenFails('invalid-append')).rejects.toThrow();
    await expect(nominated.when(confirm).thenState((state) => expect(state.confirmed).toBe(2))).rejects.toThrow();
  });

  it('refuses what is wrong at compile time', () => {
    const never = (): boolean => false;
    if (never()) {
      // @ts-expect-error an event of another stream
      given(nomination, [Designed({ minutes: 1 })]);
      // @ts-expect-error a command of another decider
      nominated.when({ type: 'Other', data: {} });
      // @ts-expect-error an event of another stream
      void nominated.when(confirm).then([Designed({ minutes: 1 })]);
      // @ts-expect-error an event of a stream that is not that one
      nominated.and(programState, 'p1', [Nominated({ subjectId: 'a' })]);
    }
    expect(never()).toBe(false);
  });
});

const confirmations = projection({
  name: 'confirmations',
  version: 1,
  events: [Nominated, Confirmed],
  initial: () => ({ count: 0, last: '' }),
  key: (e) => e.stream,
  on: {
    Nominated: (row) => row,
    NominationConfirmed: (row, e) => ({ count: row.count + 1, last: e.occurredAt }),
  },
});

describe('given events, then rows', () => {
  const two = givenEvents(confirmations, [
    ['nomination-a', Confirmed({ minutes: 1, by: 'x' }), { recordedAt: '2026-01-05T00:00:00.000Z' }],
    [
      'nomination-a',
      Confirmed({ minutes: 1, by: 'x' }),
      { occurredAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-02-01T00:00:00.000Z' },
    ],
  ]);

  it('checks a row', async () => {
    await two.thenRow('nomination-a', { count: 2, last: '2026-01-01T00:00:00.000Z' });
    await two.thenRow('nomination-b', undefined);
    await two.thenRow(
      'nomination-a',
      { count: 1, last: '2026-01-05T00:00:00.000Z' },
      { recorded: '2026-01-31T00:00:00.000Z' },
    );
    expect((await two.view({ effective: '2026-01-02T00:00:00.000Z' })).get('nomination-a')?.count).toBe(1);
    await expect(two.thenRow('nomination-a', { count: 1, last: '' })).rejects.toThrow();
  });

  it('catches a handler that changes an event, and a row that is not plain JSON', async () => {
    const shape = {
      name: 'x',
      version: 1,
      events: [Confirmed],
      key: () => 'all',
      initial: (): unknown => ({}),
    } as const;
    const changing = projection({
      ...shape,
      on: { NominationConfirmed: (_, e) => Object.assign(e.data, { minutes: 0 }) },
    });
    const past = [['nomination-a', Confirmed({ minutes: 1, by: 'x' })]] as const;
    await expect(givenEvents(changing, past).view()).rejects.toThrow(/read only/);
    const dated = projection({ ...shape, on: { NominationConfirmed: () => ({ at: new Date(0) }) } });
    await expect(givenEvents(dated, past).view()).rejects.toThrow(/instance of a class/);
  });
});

describe('a fixed runtime', () => {
  it('is the same at every run', () => {
    const run = () => {
      const runtime = fixedRuntime({ stepMs: 1000, prefix: 'demo' });
      return [runtime.now(), runtime.now(), runtime.newId(), runtime.newId(), runtime.salt(), runtime.salt()];
    };
    expect(run()).toEqual(run());
    expect(run().slice(0, 4)).toEqual(['2026-06-01T00:00:00.000Z', '2026-06-01T00:00:01.000Z', 'demo-1', 'demo-2']);
    expect(
      run()
        .slice(4)
        .every((salt) => /^[A-Za-z0-9_-]{21}[AQgw]$/.test(salt)),
    ).toBe(true);
    expect(new Set(Array.from({ length: 1000 }, fixedRuntime().salt)).size).toBe(1000);
    expect(fixedRuntime({ prefix: 'a' }).salt()).not.toBe(fixedRuntime({ prefix: 'b' }).salt());
  });

  it('has a clock that can be set, to instants only', () => {
    const runtime = fixedRuntime({ start: '2026-01-01T00:00:00.000Z' });
    runtime.set('2025-01-01T00:00:00.000Z');
    expect(runtime.now()).toBe('2025-01-01T00:00:00.000Z');
    expect(() => runtime.set('yesterday')).toThrow(/not an instant/);
    expect(() => fixedRuntime({ start: '2026-02-30T00:00:00.000Z' })).toThrow(/not an instant/);
  });
});
