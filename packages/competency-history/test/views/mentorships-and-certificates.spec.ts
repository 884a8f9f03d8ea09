import { describe, expect, it } from 'vitest';
import { expiringCertificates, mentorLoad, mentorshipHealth } from '../../src/index.js';
import { ask, certified, figure, mentorship, pns, policy, separated } from '../fixtures.js';

const ON = '2026-06-30';

describe('MentorLoad', () => {
  const pair = mentorship('x', 'm', 'a');
  const lines = [policy({ 'mentoring.load.maximum': figure(2) }), ...pns('m', 'loket'), pair.proposed];

  it('counts no place of a mentor who has left', async () => {
    const left = [...lines, separated('m', ON)];
    expect(await ask(mentorLoad, left, '2026-06-29')).toMatchObject([{ open: 1, left: 1 }]);
    expect(await ask(mentorLoad, left, ON)).toMatchObject([{ open: 1, maximum: 2, left: null }]);
  });
});

describe('MentorshipHealth', () => {
  const pair = mentorship('x', 'm', 'a', '2026-02-01', '2026-06-30');

  it('takes a session that is disputed for no sign of life', async () => {
    const lines = [pair.proposed, pair.session('1', '2026-05-01'), pair.session('2', '2026-06-01')];
    expect(await ask(mentorshipHealth, lines, '2026-06-11')).toMatchObject([
      { lastSession: '2026-06-01', daysSilent: 10 },
    ]);
    const disputed = [...lines, pair.answered('2', '2026-06-01', false)];
    expect(await ask(mentorshipHealth, disputed, '2026-06-11')).toMatchObject([
      { sessions: 2, disputed: 1, lastSession: '2026-05-01', daysSilent: 41 },
    ]);
  });

  it('can be asked about those that end in a period', async () => {
    const other = mentorship('y', 'm', 'b', '2026-02-01', '2026-09-30');
    const period = { from: '2026-07-01', to: '2026-12-31' };
    const found = await ask(mentorshipHealth, [pair.proposed, other.proposed], ON, { period });
    expect(found.map(({ mentorshipId }) => mentorshipId)).toEqual(['y']);
  });
});

describe('ExpiringCertificates', () => {
  it('can be asked about those that lapse in a period', async () => {
    const lines = [
      ...pns('a', 'loket'),
      certified('c1', 'a', 'b1', '2025-02-01', { validUntil: '2026-07-31', programId: 'p1' }),
      certified('c2', 'a', 'b2', '2025-02-01', { validUntil: '2026-10-01', programId: 'p2' }),
    ];
    const period = { from: '2026-07-01', to: '2026-09-30' };
    expect(await ask(expiringCertificates, lines, ON, { period })).toMatchObject([{ certificateId: 'c1' }]);
  });
});
