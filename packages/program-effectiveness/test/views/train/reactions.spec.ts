import { ParticipantReactionRecorded } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { givenEvents } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { programRecords, programSummary, reactions } from '../../../src/index.js';
import { ask, by, designed, type Past, policy } from '../../fixtures.js';

const reaction = (batchId: string, index: number, speaker: number): GivenEvent => [
  'evaluation-e',
  ParticipantReactionRecorded.of({
    programId: 'p',
    batchId,
    respondentToken: `${index}`.padStart(64, '0'),
    scores: { speaker, material: 4, organiser: 2, facility: 1 },
    recordedBy: by,
  }),
];
const answers = (batchId: string, ...speaker: readonly number[]): Past =>
  speaker.map((score, index) => reaction(batchId, index, score));

describe('Reactions', () => {
  it('gives the means of a batch in hundredths', async () =>
    expect(await ask(reactions, [designed('p'), ...answers('b', 4, 4, 4, 3, 2, 3)], '2026-06-30')).toEqual([
      {
        programId: 'p',
        program: 'Program p (rekaan)',
        batchId: 'b',
        n: 6,
        speaker: 333,
        material: 400,
        organiser: 200,
        facility: 100,
        suppressed: false,
      },
    ]));

  it('protects groups as the strictest policy that is known asks for, on older days too', async () => {
    const policies = [
      policy({}, { version: 'p-2026', effectiveFrom: '2026-01-01' }),
      policy({ 'disclosure.minimumN': 10 }, { version: 'p-2027', effectiveFrom: '2027-01-01' }),
    ];
    const [line] = await ask(reactions, [...policies, designed('p'), ...answers('b', 4, 4, 4, 3, 2, 3)], '2026-06-30');
    expect(line).toMatchObject({ n: null, speaker: null, suppressed: true });
  });

  it('goes by programmes and batches', async () => {
    const lines = await ask(reactions, [...answers('b2', 1), ...answers('b1', 1)], '2026-06-30');
    expect(lines.map(({ batchId }) => batchId)).toEqual(['b1', 'b2']);
  });

  it('says nothing where fewer answered than may be told of', async () =>
    expect((await ask(reactions, answers('b', 4, 4, 4, 4), '2026-06-30'))[0]).toMatchObject({
      batchId: 'b',
      n: null,
      speaker: null,
      material: null,
      suppressed: true,
    }));

  it('and the summary of the programme leaves a small batch out, so that it cannot be computed from the rest', async () => {
    const past = [designed('p'), ...answers('big', 4, 4, 4, 4, 3), ...answers('small', 1, 1)];
    const record = (await givenEvents(programRecords, past).view()).get('p');
    expect(record && programSummary(record, new Map()).reaction).toEqual({
      n: 5,
      speaker: 380,
      material: 400,
      organiser: 200,
      facility: 100,
    });
  });
});
