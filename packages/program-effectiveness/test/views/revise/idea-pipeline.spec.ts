import {
  ImprovementActionAssigned,
  ImprovementActionCompleted,
  InnovationIdeaDecided,
  InnovationIdeaRaised,
} from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { ideaPipeline } from '../../../src/index.js';
import { ask, by, hash, on } from '../../fixtures.js';

const raised = (ideaId: string, day: string): GivenEvent => [
  `idea-${ideaId}`,
  InnovationIdeaRaised.of({
    raisedBy: { subjectId: 'ani' },
    unitId: 'loket',
    occasion: { kind: 'leaderForum', leaderId: 'bupati', year: 2026, involvementId: 'i1' },
    topicCodes: ['antrean', 'aplikasi'],
  }),
  on(day),
];
const decided = (ideaId: string, decision: 'adopt' | 'trial' | 'decline', actionId?: string): GivenEvent => [
  `idea-${ideaId}`,
  InnovationIdeaDecided.of({
    decision,
    ...(decision === 'decline' ? { reason: { code: 'noBudget' as const } } : {}),
    ...(actionId === undefined ? {} : { actionId }),
    decidedBy: { subjectId: 'kadis' },
  }),
  on('2026-04-10'),
];
const target = { kind: 'serviceUnit', unitId: 'loket' } as const;
const cause = { kind: 'evaluation', evaluationId: 'e' } as const;
const action: readonly GivenEvent[] = [
  [
    'improvementAction-a',
    ImprovementActionAssigned.of({
      target,
      cause,
      task: 'buat antrean daring',
      ownerId: 'kadis',
      due: '2026-06-30',
      assignedBy: by,
    }),
  ],
  [
    'improvementAction-a',
    ImprovementActionCompleted.of({ target, cause, evidenceHash: hash, verifiedBy: by }),
    on('2026-05-20'),
  ],
];

describe('IdeaPipeline', () => {
  it('puts ideas without a decision first, the oldest on top, and never tells who raised them', async () => {
    const past = [
      raised('g3', '2026-03-03'),
      raised('g2', '2026-03-02'),
      raised('g1', '2026-03-01'),
      decided('g1', 'decline'),
    ];
    const lines = await ask(ideaPipeline, past, '2026-04-30');
    expect(lines.map(({ ideaId, state, daysWaiting }) => [ideaId, state, daysWaiting])).toEqual([
      ['g2', 'undecided', 59],
      ['g3', 'undecided', 58],
      ['g1', 'declined', null],
    ]);
    expect(lines[2]).toEqual({
      ideaId: 'g1',
      unitId: 'loket',
      occasion: 'leaderForum',
      topics: 'antrean aplikasi',
      raisedOn: '2026-03-01',
      state: 'declined',
      daysWaiting: null,
      decidedOn: '2026-04-10',
      reason: 'noBudget',
      actionId: null,
      actionDoneOn: null,
    });
    expect(JSON.stringify(lines)).not.toContain('ani');
  });

  it('tells whether an adopted idea was carried out', async () => {
    const past = [raised('g1', '2026-03-01'), ...action, decided('g1', 'adopt', 'a')];
    expect((await ask(ideaPipeline, past, '2026-06-30'))[0]).toMatchObject({
      state: 'adopted',
      actionId: 'a',
      actionDoneOn: '2026-05-20',
    });
    expect(
      (await ask(ideaPipeline, [raised('g1', '2026-03-01'), decided('g1', 'trial')], '2026-06-30'))[0]?.state,
    ).toBe('onTrial');
    expect(await ask(ideaPipeline, past, '2026-02-28')).toEqual([]);
    expect(await ask(ideaPipeline, past, '2026-03-01')).toHaveLength(1);
  });
});
