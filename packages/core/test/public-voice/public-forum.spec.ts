import { describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PolicyVersionAdopted } from '../../src/governance/policy/events.js';
import { POLICY, policyState } from '../../src/governance/policy/state.js';
import {
  HoldPublicForum,
  PublicForumHeld,
  PublicInputRecorded,
  publicForum,
  RecordPublicInput,
} from '../../src/public-voice/public-forum/index.js';
import { adoption, foundAgency, lawData, TODAY, underPolicy } from '../governance/fixtures.js';

const clerk = { subjectId: 'clerk-1' };

/** On Wednesday the 20th of May 2026, in a kecamatan. */
const meeting = {
  date: '2026-05-20',
  place: 'Kecamatan Utara',
  hostId: 'head-1',
  attendees: 45,
  topicCodes: ['waktu-tunggu'],
};
const held = PublicForumHeld.of({ ...meeting, recordedBy: clerk });

const input = {
  inputId: 'input-1',
  kind: 'complaint' as const,
  service: 'ktp-el',
  unitId: 'unit-registry',
  topicCodes: ['waktu-tunggu'],
};
type Input = Partial<Parameters<typeof PublicInputRecorded.of>[0]>;
/** Fourteen working days after the forum, with no holiday on the way, is the 9th of June. */
const recorded = (details: Input = {}) =>
  PublicInputRecorded.of({ ...input, answerDue: '2026-06-09', recordedBy: clerk, ...details });
const praised = PublicInputRecorded.of({ ...input, kind: 'praise', recordedBy: clerk });

describe('HoldPublicForum', () => {
  const begun = () => given(publicForum).as('clerk-1');
  const hold = (date = meeting.date) => HoldPublicForum({ ...meeting, date });

  it('records a forum, before there is any policy', () => begun().when(hold()).then([held]));

  it('records a forum to which nobody came', () =>
    begun()
      .when(HoldPublicForum({ ...meeting, attendees: 0 }))
      .then([PublicForumHeld.of({ ...meeting, attendees: 0, recordedBy: clerk })]));

  it('G02 refuses to hold the same forum twice', () =>
    given(publicForum, [held]).when(hold()).thenRefused('G02', 'alreadyExists'));

  it('G02 accepts a forum of today, and refuses one of tomorrow', async () => {
    await begun()
      .when(hold(TODAY))
      .then([PublicForumHeld.of({ ...meeting, date: TODAY, recordedBy: clerk })]);
    await begun().when(hold('2026-06-02')).thenRefused('G02', 'notYet');
  });
});

describe('RecordPublicInput', () => {
  type Recording = Parameters<typeof RecordPublicInput>[0];
  const begun = () => underPolicy(given(publicForum, [held])).as('clerk-1');
  const record = (details: Partial<Recording> = {}) => RecordPublicInput({ ...input, ...details });
  const corrects = { corrects: { eventId: historyEventId('publicForum-test-1', 1), reason: 'typed wrongly' } };

  it.each(['complaint', 'suggestion'] as const)(
    'R38 counts the working days for an answer to a %s from the day of the forum',
    async (kind) => {
      await begun()
        .when(record({ kind }))
        .then([recorded({ kind })]);
    },
  );

  it('R38 counts past the holidays of the agency', () => {
    const days = [{ date: '2026-06-09', name: 'Invented holiday' }];
    const holidays = { value: { years: [2026], days }, basis: 'Invented', certainty: 'agency' as const };
    const figures = { ...adoption.figures, holidays };
    return given(publicForum, [held])
      .and(policyState, POLICY, [
        PolicyVersionAdopted.of({ ...adoption, figures, adoptedBy: { subjectId: 'ppk-1' } } as Parameters<
          typeof PolicyVersionAdopted.of
        >[0]),
      ])
      .as('clerk-1')
      .when(record())
      .then([recorded({ answerDue: '2026-06-10' })]);
  });

  it('R38 asks for no answer to praise, also without a policy', () =>
    given(publicForum, [held])
      .as('clerk-1')
      .when(record({ kind: 'praise' }))
      .then([praised]));

  it('takes no day for the answer from who types', () =>
    begun()
      .when(RecordPublicInput({ ...input, ...{ answerDue: '2026-12-31' } }))
      .thenFails('invalid-command'));

  it('G01 refuses a complaint without a policy in force', () =>
    given(publicForum, [held]).when(record()).thenRefused('G01', 'noPolicy'));

  it('G02 refuses an input at a forum that was not held', () =>
    underPolicy(given(publicForum)).when(record()).thenRefused('G02', 'notFound'));

  it('G02 refuses a second input under one id', () =>
    underPolicy(given(publicForum, [held, recorded()]))
      .when(record())
      .thenRefused('G02', 'alreadyExists'));

  it('accepts a second input under another id', () =>
    underPolicy(given(publicForum, [held, recorded()]))
      .as('clerk-1')
      .when(record({ inputId: 'input-2' }))
      .thenState((state) => expect(state).toMatchObject({ inputs: [{ inputId: 'input-1' }, { inputId: 'input-2' }] })));

  it('accepts a correction, which takes the place of what was recorded', async () => {
    const outcome = underPolicy(given(publicForum, [held, recorded()]))
      .as('clerk-1')
      .when(record({ kind: 'praise' }), corrects);
    await outcome.then([praised]);
    await outcome.thenState((state) =>
      expect(state).toEqual({
        status: 'held',
        date: '2026-05-20',
        inputs: [{ inputId: 'input-1', kind: 'praise', unitId: 'unit-registry', answerDue: undefined }],
      }),
    );
  });
});

describeLaws('a public forum', publicForum, {
  override: lawData,
  runs: 30,
  commands: {
    HoldPublicForum: fc.constantFrom(meeting, { ...meeting, date: '2026-06-02' }),
    RecordPublicInput: fc.record({
      inputId: fc.constantFrom('input-1', 'input-2'),
      kind: fc.constantFrom('complaint', 'suggestion', 'praise'),
      unitId: fc.constant('unit-registry'),
      topicCodes: fc.constant(['waktu-tunggu']),
    }),
  },
  setUp: foundAgency,
  invariant: (state) => {
    if (state.status === 'none') return;
    for (const { kind, answerDue } of state.inputs) expect(answerDue === undefined).toBe(kind === 'praise');
  },
});
