import { event, eventCatalog, type RecordedEvent } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const Session = event('SessionRecorded', z.strictObject({ hours: z.number() }))
  .next(z.strictObject({ minutes: z.int() }), (v1) => ({ minutes: Math.round(v1.hours * 60) }))
  .next(z.strictObject({ minutes: z.int(), place: z.enum(['office', 'online']) }), (v2) => ({
    ...v2,
    place: 'office',
  }));
const Plan = event('PlanMade', z.strictObject({ sessions: z.array(z.strictObject({ date: z.iso.date() })) }));
const catalog = eventCatalog([Session, Plan]);

const stored = (type: string, schemaVersion: number, data: unknown): RecordedEvent => ({
  id: '00000000-0000-4000-8000-000000000000',
  stream: 'mentorship-1',
  revision: 4,
  position: '0000000000000009',
  type,
  schemaVersion,
  occurredAt: '2026-01-01T00:00:00.000Z',
  recordedAt: '2026-01-01T00:00:00.000Z',
  data,
  metadata: {
    actor: { subjectId: 's', roles: [] },
    correlationId: 'c',
    causationId: 'c',
    commandId: 'c',
    facts: [],
    salt: 's',
  },
});
const errorOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('an event', () => {
  it('is made by its definition, whose versions are counted', () => {
    expect(Session({ minutes: 90, place: 'online' })).toEqual({
      type: 'SessionRecorded',
      data: { minutes: 90, place: 'online' },
    });
    expect([Session.type, Session.version, Session.versions.length, Plan.version]).toEqual([
      'SessionRecorded',
      3,
      3,
      1,
    ]);
  });

  it('may be described, before or after further versions', () => {
    const about = { number: 12, en: 'A session was held.', id: 'Sesi dilaksanakan.' };
    const described = Plan.describe(about).next(z.strictObject({}), () => ({}));
    expect([described.about, described.version, Plan.about]).toEqual([about, 2, undefined]);
  });

  it('is made of plain data, validated', () => {
    expect(Plan.of({ sessions: [{ date: '2026-01-01' }] })).toEqual(Plan({ sessions: [{ date: '2026-01-01' }] }));
    expect(() => Plan.of({ sessions: [{ date: '2026-02-30' }] })).toThrow(z.ZodError);
    expect(Session.of({ minutes: 1, place: 'online' })).toEqual(Session({ minutes: 1, place: 'online' }));
  });

  it('has a name in PascalCase', () => {
    for (const name of ['sessionRecorded', 'Session Recorded', '', 'Session-Recorded']) {
      expect(() => event(name, z.strictObject({}))).toThrow(/cannot name an event/);
    }
  });
});

describe('a catalogue', () => {
  it('lifts every stored version to the present one', () => {
    expect(catalog.decode(stored('SessionRecorded', 1, { hours: 1.5 }))).toMatchObject({
      schemaVersion: 3,
      data: { minutes: 90, place: 'office' },
    });
    expect(catalog.decode(stored('SessionRecorded', 2, { minutes: 30 }))).toMatchObject({
      schemaVersion: 3,
      data: { minutes: 30, place: 'office' },
    });
    expect(catalog.decode(stored('SessionRecorded', 3, { minutes: 30, place: 'online' })).data).toEqual({
      minutes: 30,
      place: 'online',
    });
  });

  it('keeps the envelope when it lifts', () => {
    const before = stored('SessionRecorded', 1, { hours: 1 });
    const { data: _, schemaVersion: __, ...envelope } = before;
    expect(catalog.decode(before)).toMatchObject(envelope);
    expect(JSON.parse(JSON.stringify(catalog.decode(before)))).toMatchObject(envelope);
  });

  it('refuses a version that is newer than this program', () => {
    expect(errorOf(() => catalog.decode(stored('SessionRecorded', 4, {})))).toMatchObject({
      code: 'newer-event-version',
      place: { stream: 'mentorship-1', revision: 4, position: '0000000000000009', type: 'SessionRecorded' },
    });
  });

  it('refuses a version that cannot be one', () => {
    for (const version of [0, -1, 1.5]) {
      expect(errorOf(() => catalog.decode(stored('SessionRecorded', version, {})))).toMatchObject({
        code: 'invalid-event-data',
      });
    }
  });

  it('refuses a type that it does not know', () => {
    const unknown = { code: 'unknown-event-type', message: expect.stringMatching(/SessionRecorded, PlanMade/) };
    expect(errorOf(() => catalog.decode(stored('Other', 1, {})))).toMatchObject(unknown);
    expect(errorOf(() => catalog.encode({ type: 'Other', data: {} }))).toMatchObject(unknown);
    expect(errorOf(() => catalog.decode(stored('toString', 1, {})))).toMatchObject(unknown);
  });

  it('refuses wrong data when read and when written, with the path', () => {
    const wrong = { sessions: [{ date: '2026-01-01' }, { date: '2026-02-30' }] };
    expect(errorOf(() => catalog.decode(stored('PlanMade', 1, wrong)))).toMatchObject({
      code: 'invalid-event-data',
      place: { stream: 'mentorship-1', revision: 4, path: 'sessions[1].date' },
    });
    const error = errorOf(() => catalog.encode({ type: 'PlanMade', data: wrong }));
    expect(error).toMatchObject({
      code: 'invalid-event-data',
      place: { path: 'sessions[1].date' },
      message: expect.stringMatching(/not written/),
    });
  });

  it('refuses fields that the schema does not know, and data of another version', () => {
    expect(errorOf(() => catalog.encode({ type: 'PlanMade', data: { sessions: [], extra: 1 } }))).toMatchObject({
      code: 'invalid-event-data',
    });
    expect(errorOf(() => catalog.decode(stored('SessionRecorded', 1, { minutes: 3 })))).toMatchObject({
      code: 'invalid-event-data',
    });
  });

  it('refuses data that an upcaster made wrong', () => {
    const Wrong = event('Wrong', z.strictObject({ a: z.int() })).next(
      z.strictObject({ a: z.int().max(3) }),
      (v1) => v1,
    );
    const error = errorOf(() => eventCatalog([Wrong]).decode(stored('Wrong', 1, { a: 4 })));
    expect(error).toMatchObject({
      code: 'invalid-event-data',
      message: expect.stringMatching(/lifted/),
      place: { path: 'a' },
    });
  });

  it('trusts only payloads of the present version, and only when told to', () => {
    const present = stored('SessionRecorded', 3, { minutes: 'many', place: 'moon' });
    expect(catalog.decode(present, { trustStored: true })).toBe(present);
    expect(errorOf(() => catalog.decode(present))).toMatchObject({ code: 'invalid-event-data' });
    expect(
      errorOf(() => catalog.decode(stored('SessionRecorded', 1, { hours: 'many' }), { trustStored: true })),
    ).toMatchObject({
      code: 'invalid-event-data',
    });
  });

  it('refuses a type that is defined twice', () => {
    expect(() => eventCatalog([Plan, Plan])).toThrow(/defined twice/);
  });
});
