import { ResourcePersonAssigned } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { speakerMix } from '../../../src/index.js';
import { ask, by, cancelled, designed, scheduled } from '../../fixtures.js';

const speaker = (
  batchId: string,
  subjectId: string,
  origin: 'internal' | 'university' | 'ngo',
  ...sessionIds: string[]
): GivenEvent => [
  `batch-${batchId}`,
  ResourcePersonAssigned.of({ programId: 'p', subjectId, origin, sessionIds, assignedBy: by }),
];

describe('SpeakerMix', () => {
  it('tells by origin how many people teach how many sessions', async () => {
    const past = [
      designed('p'),
      scheduled('b'),
      scheduled('b2'),
      speaker('b', 'dosen', 'university', 's1', 's2'),
      speaker('b2', 'dosen', 'university', 's1'),
      speaker('b', 'widyaiswara', 'internal', 's1'),
    ];
    const head = { programId: 'p', program: 'Program p (rekaan)' };
    expect(await ask(speakerMix, past, '2026-06-30')).toEqual([
      { ...head, origin: 'internal', speakers: 1, sessions: 1, share: 2500 },
      { ...head, origin: 'university', speakers: 1, sessions: 3, share: 7500 },
    ]);
  });

  it('does not count a cancelled batch', async () =>
    expect(
      await ask(speakerMix, [scheduled('b'), speaker('b', 'dosen', 'ngo', 's1'), cancelled('b')], '2026-06-30'),
    ).toEqual([]));
});
