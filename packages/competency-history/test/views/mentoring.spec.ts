import { describe, expect, it } from 'vitest';
import { mentorLoad, mentorshipHealth } from '../../src/index.js';
import { ask, correcting, figure, mentorship, pns, policy, since } from '../fixtures.js';

const ON = '2026-06-30';

describe('MentorLoad', () => {
  const first = mentorship('x', 'm', 'a');
  const second = mentorship('y', 'm', 'b', '2026-01-01', '2026-06-30');
  const ended = mentorship('z', 'm', 'c');
  const lines = [
    policy({ 'mentoring.load.maximum': figure(2) }),
    ...pns('m', 'loket'),
    first.proposed,
    first.approved,
    second.proposed,
    ended.proposed,
    ended.ended,
    first.session('1', '2026-02-01'),
    ended.session('2', '2025-12-31'),
    first.session('3', '2026-03-01'),
    first.answered('3', '2026-03-01', false),
    first.session('4', '2026-07-01'),
  ];

  it('R27 counts open mentorships against the maximum, and the time of the year', async () => {
    expect(await ask(mentorLoad, lines, ON)).toEqual([
      { unitId: 'loket', mentorId: 'm', open: 2, proposed: 1, maximum: 2, left: 0, sessions: 1, minutes: 60 },
    ]);
  });

  it('no longer counts one whose period is over', async () => {
    expect(await ask(mentorLoad, lines, '2026-07-01')).toMatchObject([
      { open: 1, proposed: 0, left: 1, sessions: 2, minutes: 120 },
    ]);
  });

  it('knows no maximum without a policy, and no unit of an outsider', async () => {
    expect(await ask(mentorLoad, [first.proposed], ON)).toMatchObject([
      { unitId: null, open: 1, maximum: null, left: null, sessions: 0, minutes: 0 },
    ]);
  });
});

describe('MentorshipHealth', () => {
  const pair = mentorship('x', 'm', 'a', '2026-02-01', '2026-06-30');

  it('counts confirmed, unconfirmed and disputed sessions, and the days since the last', async () => {
    const lines = [
      ...pns('m', 'loket'),
      pair.proposed,
      pair.approved,
      pair.session('1', '2026-03-01'),
      pair.answered('1', '2026-03-01', true),
      pair.session('3', '2026-06-01'),
      pair.session('2', '2026-04-01'),
      pair.answered('2', '2026-04-01', false),
      pair.session('4', '2026-07-01'),
    ];
    expect(await ask(mentorshipHealth, lines, '2026-06-11')).toEqual([
      {
        unitId: 'loket',
        mentorshipId: 'x',
        mentorId: 'm',
        menteeId: 'a',
        kind: 'mentoring',
        status: 'approved',
        from: '2026-02-01',
        to: '2026-06-30',
        sessions: 3,
        confirmed: 1,
        unconfirmed: 1,
        disputed: 1,
        lastSession: '2026-06-01',
        daysSilent: 10,
        overdue: false,
      },
    ]);
  });

  it('counts the silence of one without sessions from its beginning', async () => {
    const proposed = [since('2026-01-20', pair.proposed)];
    expect(await ask(mentorshipHealth, proposed, '2026-02-11')).toMatchObject([
      { unitId: null, sessions: 0, lastSession: null, daysSilent: 10 },
    ]);
    expect(await ask(mentorshipHealth, proposed, '2026-02-01')).toMatchObject([{ daysSilent: 0 }]);
    expect(await ask(mentorshipHealth, proposed, '2026-01-31')).toMatchObject([{ daysSilent: null }]);
    // Before it was proposed it was none.
    expect(await ask(mentorshipHealth, proposed, '2026-01-19')).toEqual([]);
  });

  it('counts a session from its day on', async () => {
    const lines = [since('2026-01-20', pair.proposed), pair.session('1', '2026-03-01')];
    expect(await ask(mentorshipHealth, lines, '2026-02-28')).toMatchObject([{ sessions: 0 }]);
    expect(await ask(mentorshipHealth, lines, '2026-03-01')).toMatchObject([{ sessions: 1, daysSilent: 0 }]);
  });

  it('is overdue when the period is over and nobody ended it', async () => {
    expect(await ask(mentorshipHealth, [pair.proposed], '2026-06-30')).toMatchObject([{ overdue: false }]);
    expect(await ask(mentorshipHealth, [pair.proposed], '2026-07-01')).toMatchObject([
      { overdue: true, daysSilent: null },
    ]);
    expect(await ask(mentorshipHealth, [pair.proposed, pair.ended], '2026-07-01')).toMatchObject([
      { status: 'ended', overdue: false },
    ]);
  });

  it('lists mentorships by their ids, and none of which only later events are known', async () => {
    const other = mentorship('w', 'm', 'b');
    const unknown = mentorship('a', 'm', 'b');
    const lines = await ask(mentorshipHealth, [pair.proposed, unknown.approved, other.proposed], ON);
    expect(lines.map(({ mentorshipId }) => mentorshipId)).toEqual(['w', 'x']);
  });

  it('waits for a new confirmation of a session that was corrected', async () => {
    const lines = [pair.proposed, pair.session('1', '2026-03-01'), pair.answered('1', '2026-03-01', true)];
    const corrected = correcting(pair.session('1', '2026-03-02'), 1);
    expect(await ask(mentorshipHealth, [...lines, corrected], ON)).toMatchObject([
      { sessions: 1, confirmed: 0, unconfirmed: 1, lastSession: '2026-03-02' },
    ]);
  });
});
