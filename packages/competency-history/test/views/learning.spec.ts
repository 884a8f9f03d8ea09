import { DevelopmentForm } from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import { learningBucketOf, learningMix, selfStudyShare } from '../../src/index.js';
import { ask, claim, correcting, credited, figure, openPolicy, placed, pns, policy } from '../fixtures.js';

const ON = '2026-12-31';

describe('SelfStudyShare', () => {
  const lines = [
    openPolicy(),
    ...pns('a', 'loket'),
    ...pns('b', 'loket'),
    credited('a', '2026-02-01', 300),
    credited('a', '2026-03-01', 100, { jpRaw: 900, form: 'NKL09', source: claim('k1') }),
    credited('b', '2026-03-01', 200),
    credited('b', '2025-03-01', 200, { source: claim('k2') }),
  ];

  it('shares what was credited in the year into what people did of their own accord and the rest', async () => {
    expect(await ask(selfStudyShare, lines, ON)).toEqual([
      {
        unitId: 'loket',
        year: 2026,
        people: 2,
        selfLearners: 1,
        jpCredited: 600,
        jpSelf: 100,
        selfShare: 1667,
        notShown: null,
      },
    ]);
  });

  it('shows no figures of a group that is too small, nor without a policy', async () => {
    const hidden = { people: 2, selfLearners: null, jpCredited: null, jpSelf: null, selfShare: null };
    const three = policy({ 'disclosure.minimumN': figure(3) });
    expect(await ask(selfStudyShare, [three, ...lines.slice(1)], ON)).toMatchObject([
      { ...hidden, notShown: 'tooFew' },
    ]);
    expect(await ask(selfStudyShare, lines.slice(1), ON)).toMatchObject([{ ...hidden, notShown: 'noPolicy' }]);
  });

  it('counts the activity in the unit of its day', async () => {
    const moved = placed('a', 'arsip', { from: '2026-03-01' });
    const other = [...pns('c', 'arsip'), credited('c', '2026-02-01', 100)];
    expect(await ask(selfStudyShare, [...lines, moved, ...other], ON)).toMatchObject([
      { unitId: 'arsip', people: 2, selfLearners: 1, selfShare: 5000 },
      { unitId: 'loket', people: 2, selfLearners: 0, selfShare: 0 },
    ]);
  });

  it('has no line of a unit whose only credit was reversed to nothing', async () => {
    const only = [...pns('a', 'loket'), credited('a', '2026-02-01', 300)];
    expect(await ask(selfStudyShare, [...only, correcting(credited('a', '2026-02-01', 0), 0)], ON)).toEqual([]);
  });
});

describe('LearningMix', () => {
  it('shares the JP before caps into formal, social and work', async () => {
    const lines = [
      openPolicy(),
      ...pns('a', 'loket'),
      ...pns('b', 'loket'),
      credited('a', '2026-02-01', 100, { form: 'KL07' }),
      credited('a', '2026-02-02', 100, { jpRaw: 200, form: 'NKL02' }),
      credited('b', '2026-02-03', 600, { form: 'NKL12' }),
      credited('a', '2026-02-04', 100, { form: 'NKL09' }),
      credited('a', '2025-02-04', 100, { form: 'KL07' }),
    ];
    expect(await ask(learningMix, lines, ON)).toEqual([
      {
        unitId: 'loket',
        year: 2026,
        people: 2,
        jpRaw: 1000,
        formal: 100,
        social: 200,
        work: 600,
        other: 100,
        formalShare: 1000,
        socialShare: 2000,
        workShare: 6000,
        notShown: null,
      },
    ]);
  });

  it('shows no figures of a group that is too small, nor without a policy', async () => {
    const one = [...pns('a', 'loket'), credited('a', '2026-02-01', 100, { form: 'KL07' })];
    const hidden = { people: 1, jpRaw: null, formal: null, social: null, work: null, other: null, formalShare: null };
    const two = policy({ 'disclosure.minimumN': figure(2) });
    expect(await ask(learningMix, [two, ...one], ON)).toMatchObject([{ ...hidden, notShown: 'tooFew' }]);
    expect(await ask(learningMix, one, ON)).toMatchObject([{ ...hidden, notShown: 'noPolicy' }]);
  });

  it('counts what the caps took altogether, and not what was taken back', async () => {
    const lines = [
      openPolicy(),
      ...pns('a', 'loket'),
      ...pns('b', 'loket'),
      credited('a', '2026-02-01', 0, { jpRaw: 200, form: 'NKL02' }),
      credited('b', '2026-02-01', 0, { jpRaw: 200, form: 'NKL02' }),
      credited('a', '2026-02-02', 500),
      correcting(credited('a', '2026-02-02', 0), 1),
    ];
    expect(await ask(learningMix, lines, ON)).toMatchObject([{ jpRaw: 400, formal: 0, socialShare: 10_000 }]);
  });

  it('has no line of a unit whose only credit was reversed to nothing', async () => {
    const only = [...pns('a', 'loket'), credited('a', '2026-02-01', 300)];
    expect(await ask(learningMix, [...only, correcting(credited('a', '2026-02-01', 0), 0)], ON)).toEqual([]);
  });

  it('puts each of the 25 forms in a bucket: as the source has it, where it says', () => {
    expect(Object.keys(learningBucketOf).sort()).toEqual([...DevelopmentForm.options].sort());
    const said = {
      formal: ['KL10', 'KL07', 'KL06', 'NKL03'],
      social: ['NKL01', 'NKL02', 'NKL10'],
      work: ['NKL12', 'NKL11', 'NKL05', 'NKL07', 'NKL06'],
    } as const;
    for (const [bucket, forms] of Object.entries(said)) {
      for (const form of forms) expect([form, learningBucketOf[form]]).toEqual([form, bucket]);
    }
  });
});
