import { ImprovementActionAssigned, LeadershipInvolvementRecorded } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { feedbackThemes, forumCalendar, openInputs } from '../../../src/index.js';
import { ask, by, forum, hash, input, need, report } from '../../fixtures.js';

const action = (forumId: string, inputId: string): GivenEvent => [
  `improvementAction-${inputId}`,
  ImprovementActionAssigned.of({
    target: { kind: 'serviceUnit', unitId: 'loket' },
    cause: { kind: 'input', forumId, inputId },
    task: 'tambah loket pada jam sibuk',
    ownerId: 'kadis',
    due: '2026-04-30',
    assignedBy: by,
  }),
];
const leaderForum: GivenEvent = [
  'leadership-bupati-2026',
  LeadershipInvolvementRecorded.of({
    involvementId: 'i1',
    leaderId: 'bupati',
    role: 'forum',
    unitId: 'setda',
    date: '2026-03-20',
    topicCodes: ['inovasi'],
    evidenceHash: hash,
    recordedBy: by,
  }),
];

const past = [
  forum('f'),
  input('f', 'i1'),
  input('f', 'i2', { kind: 'suggestion', topicCodes: ['parkir'] }),
  input('f', 'i3'),
  input('f', 'i4', { kind: 'praise' }),
  action('f', 'i1'),
  need('n3', { origin: { kind: 'forum', ref: 'f/i3' } }),
];

describe('ForumCalendar', () => {
  it('shows the forums with the public and those of leaders, with what still waits', async () =>
    expect(await ask(forumCalendar, [...past, leaderForum], '2026-03-20')).toEqual([
      {
        date: '2026-03-05',
        kind: 'public',
        id: 'f',
        hostId: 'camat',
        at: 'Kecamatan Rekaan',
        attendees: 40,
        topics: 'waktu-tunggu',
        inputs: 4,
        openInputs: 1,
      },
      {
        date: '2026-03-20',
        kind: 'leader',
        id: 'i1',
        hostId: 'bupati',
        at: 'setda',
        attendees: null,
        topics: 'inovasi',
        inputs: null,
        openInputs: null,
      },
    ]));

  it('counts as open what has neither action nor need, and no praise', async () => {
    const said = [
      forum('f'),
      input('f', 'i1'),
      input('f', 'i2'),
      input('f', 'i3', { kind: 'praise' }),
      input('f', 'i4'),
      action('f', 'i4'),
      need('n4', { origin: { kind: 'forum', ref: 'i4' } }),
    ];
    expect((await ask(forumCalendar, said, '2026-06-30'))[0]).toMatchObject({ inputs: 4, openInputs: 2 });
  });

  it('leaves out what is held later, and inputs of a forum that is not known; it goes by days', async () => {
    const idsOn = async (day: string) =>
      (
        await ask(
          forumCalendar,
          [...past, leaderForum, forum('late', { date: '2026-03-30' }), input('ghost', 'i')],
          day,
        )
      ).map(({ id }) => id);
    expect(await idsOn('2026-03-04')).toEqual([]);
    expect(await idsOn('2026-03-05')).toEqual(['f']);
    expect(await idsOn('2026-03-19')).toEqual(['f']);
    expect(await idsOn('2026-03-30')).toEqual(['f', 'i1', 'late']);
  });
});

describe('OpenInputs', () => {
  it('lists what nothing followed from, without praise, and how late it is', async () => {
    expect(await ask(openInputs, past, '2026-03-27')).toEqual([
      {
        forumId: 'f',
        inputId: 'i2',
        heldOn: '2026-03-05',
        kind: 'suggestion',
        unitId: 'loket',
        service: 'ktp-el',
        topics: 'parkir',
        answerDue: '2026-03-25',
        workingDaysLate: 2,
      },
    ]);
    expect((await ask(openInputs, past, '2026-03-25'))[0]?.workingDaysLate).toBe(0);
  });

  it('puts first what is due first', async () => {
    const two = [forum('f'), input('f', 'i', { answerDue: '2026-04-25' }), forum('g'), input('g', 'i')];
    expect((await ask(openInputs, two, '2026-06-30')).map(({ forumId }) => forumId)).toEqual(['g', 'f']);
  });

  it('keeps inputs of two forums apart, though they have one id', async () => {
    const two = [forum('f'), input('f', 'i'), forum('g'), input('g', 'i'), action('g', 'i')];
    expect((await ask(openInputs, two, '2026-06-30')).map(({ forumId }) => forumId)).toEqual(['f']);
  });
});

describe('FeedbackThemes', () => {
  it('counts by topic what is said, in what tone, about how many units', async () => {
    const said = [
      ...past,
      report('l1', { classification: 'complaintOversight', unitId: 'kecamatan', receivedOn: '2026-02-02' }),
      report('l4', { receivedOn: '2026-04-01' }),
      report('l2', { classification: 'aspiration', topicCodes: ['parkir'] }),
      report('l3', { classification: 'information', topicCodes: ['parkir', 'jam-buka'] }),
    ];
    expect(await ask(feedbackThemes, said, '2026-06-30')).toEqual([
      {
        topic: 'waktu-tunggu',
        complaints: 4,
        suggestions: 0,
        questions: 0,
        praise: 1,
        units: 2,
        followedUp: 2,
        firstOn: '2026-02-02',
        lastOn: '2026-04-01',
      },
      {
        topic: 'jam-buka',
        complaints: 0,
        suggestions: 0,
        questions: 1,
        praise: 0,
        units: 1,
        followedUp: 0,
        firstOn: '2026-03-02',
        lastOn: '2026-03-02',
      },
      {
        topic: 'parkir',
        complaints: 0,
        suggestions: 2,
        questions: 1,
        praise: 0,
        units: 1,
        followedUp: 0,
        firstOn: '2026-03-02',
        lastOn: '2026-03-05',
      },
    ]);
  });

  it('takes a corrected input for what it says now', async () => {
    const corrected = [forum('f'), input('f', 'i'), input('f', 'i', { kind: 'praise' })];
    expect((await ask(feedbackThemes, corrected, '2026-06-30'))[0]).toMatchObject({ complaints: 0, praise: 1 });
  });
});
