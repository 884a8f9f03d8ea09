import { indonesia2026, type JpCap, type JpRule } from '@pembinaan/core';
import { memoryTarget, projectors } from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AsOf,
  type CompetencyHistory,
  competencyHistory,
  competencyHistoryProjections,
  gapMapByPerson,
  type HistoryAsOf,
  jpCompliance,
  keptCompetencyHistory,
  myDevelopment,
  type PolicyChange,
} from '../../src/index.js';
import {
  assessed,
  attended,
  claim,
  claimed,
  communityFormed,
  confirmed,
  correcting,
  credited,
  everyReadModel,
  figure,
  type Line,
  mentorship,
  met,
  outcome,
  pns,
  policy,
  standard,
  storeOf,
} from '../fixtures.js';
import { busyOffice } from '../office.js';

const historyOf = async (...lines: (Line | readonly Line[])[]): Promise<CompetencyHistory> =>
  competencyHistory(await storeOf(lines.flatMap((line) => (isLine(line) ? [line] : line))));
const isLine = (line: Line | readonly Line[]): line is Line => typeof line[0] === 'string';

const END = { effective: '2026-12-31' };
const table = indonesia2026.figures['jp.table'].value;
/** The table with another row in the place of one. */
const withRow = (changed: JpRule): PolicyChange => ({
  figures: { 'jp.table': table.map((row) => (row.form === changed.form && !row.variant ? changed : row)) },
});
const dayCap = (value: number): JpCap => ({ per: 'day', unit: 'jp', value });
/** So many JP hundredths of self-study count on a day, in place of 2 JP. */
const selfStudyUpTo = (jp: number): PolicyChange => withRow({ form: 'NKL09', mode: 'hours', cap: dayCap(jp) });
const meetings = (count: number): PolicyChange => ({ figures: { 'mentoring.jp.meetingsPerMonth': count } });

/** 90 minutes of self-study, credited with what the cap of 2 JP a day left. */
const studied = (person: string, id: string, on: string, jpCredited: number): readonly Line[] => [
  claimed(person, id, on),
  credited(person, on, jpCredited, { jpRaw: 200, form: 'NKL09', source: claim(id), capped: jpCredited < 200 }),
];

const twoEvenings: readonly (readonly Line[])[] = [
  pns('a', 'loket'),
  studied('a', 'k1', '2026-05-04', 200),
  studied('a', 'k2', '2026-05-04', 0),
];

const jpOf = async (history: HistoryAsOf, person = 'a') => {
  const view = await history.person(person);
  const { lines } = await history.ask(jpCompliance, { employeeId: person });
  const mine = (await history.ask(myDevelopment, { employeeId: person })).lines;
  const explained = await history.explain({ of: 'jp', employeeId: person });
  const seen = [view?.jp.credited, lines[0]?.credited, mine[0]?.jpCredited, explained?.value];
  // Whoever is asked, the answer is one.
  expect(new Set(seen).size, JSON.stringify(seen)).toBe(1);
  return { credited: view?.jp.credited, raw: view?.jp.raw, shortfall: view?.jp.shortfall, left: lines[0]?.left };
};

describe('a history under another policy', () => {
  const known = [policy(), ...pns('a', 'loket'), credited('a', '2026-03-01', 2200)];

  it('asks for 24 JP in place of 20, and names the version as a what-if', async () => {
    const history = (await historyOf(known)).asOf(END);
    const then = history.under({ figures: { 'jp.minimum.pns.year': 2400 } });
    expect((await history.ask(jpCompliance)).lines).toMatchObject([
      { limit: 2000, left: 0, status: 'reached', policyVersion: 'p-2020' },
    ]);
    expect((await then.ask(jpCompliance)).lines).toMatchObject([
      { limit: 2400, left: 200, status: 'below', credited: 2200, policyVersion: 'p-2020 (what if)' },
    ]);
    expect((await then.person('a'))?.jp).toMatchObject({
      minimum: 2400,
      shortfall: 200,
      policyVersion: 'p-2020 (what if)',
    });
  });

  it('explains a cell by the figures of the change', async () => {
    const then = (await historyOf(known)).asOf(END).under({
      figures: { 'jp.minimum.pns.year': { value: 2400, basis: 'Draft decree', certainty: 'agency' } },
    });
    const steps = (await then.explain({ of: 'jp', employeeId: 'a' }))?.steps ?? [];
    expect(steps.filter(({ kind }) => kind === 'figure')).toMatchObject([
      { key: 'jp.minimum.pns.year', value: 2400, version: 'p-2020 (what if)', basis: 'Draft decree' },
    ]);
  });

  it('takes what the figures of each version come to', async () => {
    const history = await historyOf(known, policy({ 'jp.minimum.pns.year': figure(3000) }, '2026-07-01', 'p-2026'));
    const half: PolicyChange = {
      figures: (now, version) =>
        version === 'p-2026' ? { 'jp.minimum.pns.year': now['jp.minimum.pns.year'].value / 2 } : {},
    };
    const limitOn = async (effective: string) =>
      (await history.asOf({ effective }).under(half).ask(jpCompliance)).lines[0]?.limit;
    expect([await limitOn('2026-06-30'), await limitOn('2026-07-01')]).toEqual([2000, 1500]);
  });

  it('takes one change after the other, and is called a what-if once', async () => {
    const then = (await historyOf(known))
      .asOf(END)
      .under({ figures: { 'jp.minimum.pns.year': 2400 } })
      .under({ figures: { 'jpm.bands': { optimal: 9500, fairlyOptimal: 9000 } } });
    expect((await then.ask(jpCompliance)).lines).toMatchObject([{ limit: 2400, policyVersion: 'p-2020 (what if)' }]);
  });

  it('is the same where there is no policy to change', async () => {
    const history = (await historyOf(pns('a', 'loket'))).asOf(END);
    const then = history.under({ figures: { 'jp.minimum.pns.year': 2400 } });
    expect(await then.ask(jpCompliance)).toEqual(await history.ask(jpCompliance));
  });

  it('moves people into other JPM bands', async () => {
    const lines = [
      standard('s', { M01: 4, M05: 4 }),
      assessed('a', 'M01', 4, '2026-01-10'),
      assessed('a', 'M05', 3, '2026-01-11'),
    ];
    const history = (await historyOf(known, lines)).asOf(END);
    const lower = history.under({ figures: { 'jpm.bands': { optimal: 8500, fairlyOptimal: 7000 } } });
    expect((await history.ask(gapMapByPerson)).lines).toMatchObject([{ jpm: 8750, band: 'cukupOptimal' }]);
    expect((await lower.ask(gapMapByPerson)).lines).toMatchObject([{ jpm: 8750, band: 'optimal' }]);
  });
});

describe('a change from a day on', () => {
  const versions = [
    policy(),
    policy({ 'jp.minimum.pns.year': figure(1000) }, '2026-09-01', 'p-2026'),
    ...pns('a', 'loket'),
  ];
  const change: PolicyChange = { figures: { 'jp.minimum.pns.year': 2400 }, from: '2026-05-01' };

  it('leaves earlier days alone, and holds for versions that take effect later', async () => {
    const history = await historyOf(versions);
    const on = async (effective: string) => {
      const [line] = (await history.asOf({ effective }).under(change).ask(jpCompliance)).lines;
      return [line?.limit, line?.policyVersion];
    };
    expect(await on('2026-04-30')).toEqual([2000, 'p-2020']);
    expect(await on('2026-05-01')).toEqual([2400, 'p-2020 (what if)']);
    expect(await on('2026-09-01')).toEqual([2400, 'p-2026 (what if)']);
  });

  it('begins with a version that takes effect on that day', async () => {
    const history = await historyOf(versions);
    const from = { ...change, from: '2026-09-01' };
    const on = async (effective: string) =>
      (await history.asOf({ effective }).under(from).ask(jpCompliance)).lines[0]?.policyVersion;
    expect([await on('2026-08-31'), await on('2026-09-01')]).toEqual(['p-2020', 'p-2026 (what if)']);
  });

  it('begins with the version that was known then to be in force', async () => {
    const store = await storeOf([policy(), ...pns('a', 'loket'), policy({}, '2026-01-01', 'p-late')]);
    const history = await competencyHistory(store);
    const positions: string[] = [];
    for await (const page of store.readAll()) positions.push(...page.map(({ position }) => position));
    const versionAt = async (position: string | undefined) =>
      (await history.asOf({ effective: '2026-06-30', position }).under(change).ask(jpCompliance)).lines[0]
        ?.policyVersion;
    expect(await versionAt(positions.at(-2))).toBe('p-2020 (what if)');
    expect(await versionAt(undefined)).toBe('p-late (what if)');
  });

  it('credits the activities of earlier days as they were', async () => {
    const june = [studied('a', 'k3', '2026-06-04', 200), studied('a', 'k4', '2026-06-04', 0)];
    const history = await historyOf(policy(), ...twoEvenings, ...june);
    const more = { ...selfStudyUpTo(300), from: '2026-06-01' };
    expect(await jpOf(history.asOf(END))).toMatchObject({ credited: 400 });
    expect(await jpOf(history.asOf(END).under(selfStudyUpTo(300)))).toMatchObject({ credited: 600 });
    expect(await jpOf(history.asOf(END).under(more))).toMatchObject({ credited: 500 });
    expect(await jpOf(history.asOf({ effective: '2026-05-31' }).under(more))).toMatchObject({ credited: 200 });
  });
});

describe('JP credited anew', () => {
  it('follow another cap by the day, in every view and in the history of the person', async () => {
    const history = (await historyOf(policy(), ...twoEvenings)).asOf(END);
    expect(await jpOf(history)).toEqual({ credited: 200, raw: 400, shortfall: 1800, left: 1800 });
    const then = history.under(selfStudyUpTo(300));
    expect(await jpOf(then)).toEqual({ credited: 300, raw: 400, shortfall: 1700, left: 1700 });
    expect((await then.person('a'))?.credits).toMatchObject([
      { jpRaw: 200, jpCredited: 200, cap: null },
      { jpRaw: 200, jpCredited: 100, cap: dayCap(300) },
    ]);
    expect((await then.person('a'))?.timeline.at(-1)?.detail).toMatchObject({ jpCredited: 100 });
  });

  it('follow another number of meetings by the month', async () => {
    const { proposed, session, answered } = mentorship('m', 'b', 'a');
    const days = ['2026-05-04', '2026-05-11', '2026-05-18'];
    const sessions = days.flatMap((day, index) => [
      session(`s${index}`, day),
      answered(`s${index}`, day, true),
      credited('a', day, index < 2 ? 200 : 0, {
        jpRaw: 200,
        form: 'NKL02',
        source: { kind: 'mentorship', mentorshipId: 'm', sessionId: `s${index}` },
        capped: index === 2,
      }),
    ]);
    const history = (await historyOf(policy(), ...pns('a', 'loket'), proposed, sessions)).asOf(END);
    expect(await jpOf(history)).toMatchObject({ credited: 400, shortfall: 1600 });
    expect(await jpOf(history.under(meetings(3)))).toMatchObject({ credited: 600, shortfall: 1400 });
    expect(await jpOf(history.under(meetings(1)))).toMatchObject({ credited: 200, shortfall: 1800 });
    const less: PolicyChange = { figures: { 'mentoring.jp.perMeeting': 150 } };
    expect(await jpOf(history.under(less))).toMatchObject({ credited: 300, raw: 450 });
  });

  it('count the minutes of a claim and of a meeting anew', async () => {
    const community = [
      communityFormed('c'),
      met('c', 'm1', '2026-05-06', ['a', 'b'], ['loket']),
      credited('a', '2026-05-06', 200, {
        form: 'NKL10',
        source: { kind: 'community', communityId: 'c', meetingId: 'm1' },
      }),
    ];
    const history = (
      await historyOf(policy(), ...pns('a', 'loket'), studied('a', 'k', '2026-05-04', 200), community)
    ).asOf(END);
    expect(await jpOf(history)).toMatchObject({ raw: 400 });
    expect(await jpOf(history.under({ figures: { 'jp.minutes': 60 } }))).toMatchObject({ raw: 300, credited: 300 });
  });

  it('stay as they were before the caps where nobody knows what was done', async () => {
    const unknown = credited('a', '2026-05-04', 0, { jpRaw: 200, form: 'NKL09', source: claim('k2'), capped: true });
    const lines = [...pns('a', 'loket'), ...studied('a', 'k1', '2026-05-04', 200), unknown];
    const history = (await historyOf(policy(), ...lines)).asOf(END);
    // The first of the two is worth less, and leaves something of the day to the second.
    const longer: PolicyChange = { figures: { 'jp.minutes': 60 } };
    expect((await history.under(longer).person('a'))?.credits).toMatchObject([
      { jpRaw: 150, jpCredited: 150 },
      { jpRaw: 200, jpCredited: 50 },
    ]);
    expect(await jpOf(history.under(longer))).toMatchObject({ raw: 350, credited: 200 });
  });

  it('count the sessions of a batch of one day anew, and keep those of more days as they were recorded', async () => {
    const batch = (id: string, from: string, to: string) => [
      confirmed(id, 'a', from, to),
      attended(id, 'a', 's1'),
      attended(id, 'a', 's2', false),
      outcome(id, 'a', 'completed'),
      credited('a', to, 200, { form: 'NKL09', source: { kind: 'batch', batchId: id } }),
    ];
    const minutes: PolicyChange = { figures: { 'jp.minutes': 60 } };
    const one = await historyOf(policy(), ...pns('a', 'loket'), batch('b1', '2026-05-04', '2026-05-04'));
    expect(await jpOf(one.asOf(END).under(minutes))).toMatchObject({ raw: 150 });
    // A session at which nobody was present is none, and neither is one that was recorded after the credit.
    const late = await historyOf(
      policy(),
      ...pns('a', 'loket'),
      batch('b1', '2026-05-04', '2026-05-04'),
      attended('b1', 'a', 's3'),
    );
    const perMeeting = withRow({ form: 'NKL09', mode: 'perMeeting', value: 100 });
    expect(await jpOf(late.asOf(END).under(perMeeting))).toMatchObject({ raw: 100 });
    const two = await historyOf(policy(), ...pns('a', 'loket'), batch('b1', '2026-05-03', '2026-05-04'));
    expect(await jpOf(two.asOf(END).under(minutes))).toMatchObject({ raw: 200 });
  });

  it('give a course what its programme says, by the day of the programme', async () => {
    const course = [
      confirmed('b1', 'a', '2026-05-03', '2026-05-04', 1000),
      credited('a', '2026-05-04', 1000, { source: { kind: 'batch', batchId: 'b1' } }),
    ];
    const history = (await historyOf(policy(), ...pns('a', 'loket'), course)).asOf(END);
    const perDay = withRow({ form: 'KL03', mode: 'program', cap: dayCap(600) });
    expect(await jpOf(history.under(perDay))).toMatchObject({ raw: 1000, credited: 600 });
  });

  it('are none for a form that is in the table no longer', async () => {
    const without: PolicyChange = { figures: { 'jp.table': table.filter(({ form }) => form !== 'NKL09') } };
    const history = (await historyOf(policy(), ...twoEvenings)).asOf(END);
    expect(await jpOf(history.under(without))).toMatchObject({ raw: 0, credited: 0 });
  });

  it('stay as they were recorded where the change does not concern them, whatever the table says of them', async () => {
    // Recorded elsewhere: by the table, 90 minutes are 2 JP, and 2 JP are the most of a day.
    const odd = [
      claimed('a', 'k1', '2026-05-04'),
      credited('a', '2026-05-04', 700, { form: 'NKL09', source: claim('k1') }),
    ];
    const history = (await historyOf(policy(), ...pns('a', 'loket'), odd)).asOf(END);
    expect(await jpOf(history.under({ figures: { 'jp.minimum.pns.year': 2400 } }))).toMatchObject({ credited: 700 });
    expect(await jpOf(history.under(withRow({ form: 'NKL12', mode: 'perActivity', value: 100 })))).toMatchObject({
      credited: 700,
    });
    expect(await jpOf(history.under(selfStudyUpTo(100)))).toMatchObject({ credited: 100 });
  });

  it('use up a cap over New Year, also where the views read one year', async () => {
    const overNewYear = ['2025-12-31', '2026-01-01'].flatMap((on) => [
      ...studied('a', `k-${on}`, on, 200),
      ...studied('a', `l-${on}`, on, 0),
    ]);
    const history = (await historyOf(policy(), ...pns('a', 'loket'), overNewYear)).asOf({ effective: '2025-12-31' });
    expect(await jpOf(history.under(selfStudyUpTo(300)))).toMatchObject({ credited: 300 });
    const monthly = withRow({ form: 'NKL09', mode: 'hours', cap: { per: 'module', unit: 'jp', value: 50 } });
    expect(await jpOf(history.under(monthly))).toMatchObject({ credited: 100 });
  });
});

describe('both clocks under a change', () => {
  const store = async () => {
    const [first, second] = [studied('a', 'k1', '2026-05-04', 200), studied('a', 'k2', '2026-05-04', 0)];
    const later = { recordedAt: '2026-07-01T00:00:00.000Z' };
    const [stream, back] = credited('a', '2026-05-04', 0, { form: 'NKL09', source: claim('k1') });
    const [policyStream, adopted] = policy({}, '2026-01-01', 'p-2026');
    const lines: readonly Line[] = [
      policy(),
      ...pns('a', 'loket'),
      ...first,
      ...second,
      correcting([stream, back, later], 1),
      [policyStream, adopted, later],
    ];
    const made = await storeOf(lines);
    const recorded: { position: string; recordedAt: string; type: string }[] = [];
    for await (const page of made.readAll()) recorded.push(...page);
    return { made, recorded };
  };

  it('tell what was known at a moment and at a position', async () => {
    const { made, recorded } = await store();
    const history = await competencyHistory(made);
    const second = recorded.filter(({ type }) => type === 'JpCredited')[1];
    const clocks: readonly AsOf[] = [
      { ...END, position: second?.position },
      { ...END, recorded: second?.recordedAt },
    ];
    for (const believed of clocks) {
      expect(await jpOf(history.asOf(believed).under(selfStudyUpTo(300)))).toMatchObject({ credited: 300 });
      expect(await jpOf(history.asOf(believed).under(selfStudyUpTo(150)))).toMatchObject({ credited: 150 });
      const [line] = (await history.asOf(believed).under(selfStudyUpTo(300)).ask(jpCompliance)).lines;
      expect(line?.policyVersion).toBe('p-2020 (what if)');
    }
    // Of the evening that was taken back nothing is left; the other one was cut while it stood.
    expect(await jpOf(history.asOf(END).under(selfStudyUpTo(300)))).toMatchObject({ credited: 100 });
    const [line] = (await history.asOf(END).under(selfStudyUpTo(300)).ask(jpCompliance)).lines;
    expect(line?.policyVersion).toBe('p-2026 (what if)');
  });

  it('count what was done by the day', async () => {
    const { made } = await store();
    const then = (await competencyHistory(made)).asOf({ effective: '2026-05-03' }).under(selfStudyUpTo(300));
    expect(await jpOf(then)).toMatchObject({ credited: 0 });
  });
});

describe('figures that cannot be', () => {
  const asked = async (change: PolicyChange) => {
    const history = await historyOf(policy(), ...pns('a', 'loket'));
    await history.asOf(END).under(change).ask(jpCompliance);
  };
  const refused = (change: PolicyChange, message: RegExp) =>
    expect(asked(change)).rejects.toThrow(
      expect.objectContaining({ name: 'RangeError', message: expect.stringMatching(message) }),
    );

  it('are refused with the name of the figure, before anything is asked', async () => {
    const history = (await historyOf(policy())).asOf(END);
    expect(() => history.under({ figures: { 'jp.minimum.pns.year': -1 } })).toThrow(/'jp.minimum.pns.year'/);
    const unknown: object = { 'jp.minimum': 2400 };
    expect(() => history.under({ figures: unknown })).toThrow(/"jp.minimum"/);
    expect(() => history.under({ figures: {}, from: 'May' })).toThrow(/'May' is not a day/);
  });

  it('are refused where they contradict themselves or each other', async () => {
    await refused({ figures: { 'jpm.bands': { optimal: 7000, fairlyOptimal: 8000 } } }, /jpm\.bands/);
    await refused({ figures: { 'calendar.timeZone': 'Mars/Base' } }, /p-2020/);
    await refused({ figures: () => ({ 'jp.minutes': 0 }) }, /'jp.minutes'/);
  });

  it('are refused where they would show small groups', () =>
    refused({ figures: { 'disclosure.minimumN': 2 } }, /'disclosure.minimumN' cannot be lowered from 5 to 2/));
});

describe('whatever the history', () => {
  const activity = fc.record({
    person: fc.constantFrom('a', 'b'),
    on: fc.constantFrom('2025-12-31', '2026-05-04', '2026-05-05', '2026-06-01'),
    form: fc.constantFrom('NKL09' as const, 'NKL10' as const, 'KL03' as const),
    jpRaw: fc.integer({ min: 0, max: 600 }),
    share: fc.integer({ min: 0, max: 100 }),
    known: fc.boolean(),
  });
  const lines = fc
    .array(activity, { maxLength: 8 })
    .map((activities): readonly Line[] => [
      policy(),
      ...pns('a', 'loket'),
      ...pns('b', 'arsip'),
      ...activities.flatMap(({ person, on, form, jpRaw, share, known }, index) => [
        ...(known && form === 'NKL09' ? [claimed(person, `k${index}`, on)] : []),
        credited(person, on, Math.floor((jpRaw * share) / 100), { jpRaw, form, source: claim(`k${index}`) }),
      ]),
    ]);

  it('the same figures change nothing, nor does a row of the table that nobody needed', () =>
    fc.assert(
      fc.asyncProperty(lines, async (events) => {
        const history = (await historyOf(events)).asOf(END);
        const same: PolicyChange = { figures: (now) => now };
        const unused = withRow({ form: 'NKL12', mode: 'perActivity', value: 100 });
        for (const change of [same, unused]) {
          for (const person of ['a', 'b']) {
            const { credits, timeline } = (await history.person(person)) ?? {};
            expect(await history.under(change).person(person)).toMatchObject({ credits, timeline });
            expect(await jpOf(history.under(change), person)).toEqual(await jpOf(history, person));
          }
        }
      }),
      { numRuns: 40 },
    ));

  it('every view tells of the same JP, and no cap is exceeded by what is credited anew', () =>
    fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 500 }), async (events, cap) => {
        const then = (await historyOf(events)).asOf(END).under(selfStudyUpTo(cap));
        for (const person of ['a', 'b']) {
          await jpOf(then, person);
          for (const { cap: applied, jpRaw, jpCredited } of (await then.person(person))?.credits ?? []) {
            if (applied?.value === cap) expect(jpCredited).toBeLessThanOrEqual(Math.min(cap, jpRaw));
          }
        }
      }),
      { numRuns: 40 },
    ));
});

describe('files that projectors keep', () => {
  it('answer under a change as those in memory do, and neither is touched', async () => {
    const store = await storeOf([
      ...busyOffice,
      ...studied('a', 'k1', '2026-05-04', 200),
      ...studied('a', 'k2', '2026-05-04', 0),
    ]);
    const target = memoryTarget();
    await projectors(store, competencyHistoryProjections, { target }).run();
    const inMemory = (await competencyHistory(store)).asOf(END);
    const kept = keptCompetencyHistory(target).asOf(END);
    const change = { ...selfStudyUpTo(300), from: '2026-02-01' };
    const before = await everything(inMemory);
    expect(await everything(kept.under(change))).toEqual(await everything(inMemory.under(change)));
    expect(await everything(inMemory.under(change))).not.toEqual(before);
    expect(await everything(inMemory)).toEqual(before);
    expect(await everything(kept)).toEqual(before);
  });

  it('answer page by page under a change', async () => {
    const history = (await competencyHistory(await storeOf(busyOffice))).asOf(END);
    const then = history.under({ figures: { 'jp.minimum.pns.year': 2400 } });
    const paged: unknown[] = [];
    for await (const line of then.lines(jpCompliance, { limit: 3 })) paged.push(line);
    expect(paged).toEqual((await then.ask(jpCompliance, { limit: 1000 })).lines);
  });

  it('do not grow for a history that is held', async () => {
    const lines = [policy(), ...pns('a', 'loket'), ...pns('b', 'loket'), credited('a', '2026-03-01', 500)];
    const store = await storeOf(lines);
    const target = memoryTarget();
    const running = projectors(store, competencyHistoryProjections, { target });
    await running.run();
    const held = await keptCompetencyHistory(target).asOf(END).held();
    const before = (await held.ask(jpCompliance)).lines;
    for await (const page of (await storeOf([...lines, credited('b', '2026-04-01', 700)])).readAll()) {
      for (const { stream, ...event } of page)
        if (stream === 'jpLedger-b-2026') await store.append(stream, [event], 'none');
    }
    await running.run();
    expect((await held.ask(jpCompliance)).lines).toEqual(before);
    expect((await keptCompetencyHistory(target).asOf(END).ask(jpCompliance)).lines).not.toEqual(before);
  });
});

async function everything(history: HistoryAsOf): Promise<unknown> {
  const answers: unknown[] = [];
  for (const model of everyReadModel) {
    const lines: unknown[] = [];
    for await (const line of history.lines(model)) lines.push(line);
    answers.push([model.name, lines]);
  }
  return [answers, await history.person('a'), await history.person('b')];
}
