import { historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellAsked,
  competencyHistory,
  competencyProfile,
  type Explanation,
  type HistoryAsOf,
  ipAsnPreview,
  jpCompliance,
  myDevelopment,
} from '../../src/index.js';
import { matchOf } from '../../src/match.js';
import {
  assessed,
  batchCancelled,
  cameBack,
  certified,
  claim,
  confirmed,
  credited,
  declined,
  figure,
  type Line,
  nominated,
  outcome,
  placed,
  pns,
  policy,
  pppk,
  predicate,
  revoked,
  sentTo,
  separated,
  standard,
  storeOf,
} from '../fixtures.js';
import { eventsOf } from './asking.js';

/** An event of a generated past, and of which earlier event of its stream it is a correction. */
interface Past {
  readonly line: Line;
  readonly corrects: Past | undefined;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

const days = fc.constantFrom('2025-05-01', '2026-02-01', '2026-03-15', '2026-06-30', '2026-07-01', '2026-11-01');
const code = fc.constantFrom('M01', 'M05');
const level = fc.integer({ min: 1, max: 5 });
const batch = fc.constantFrom('b1', 'b2');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** What may happen to one person; small ids, so that events meet. */
const lines: fc.Arbitrary<Line> = fc.oneof(
  fc
    .tuple(code, level, days, fc.constantFrom('test', 'self'), maybe(days), maybe(fc.constantFrom('x', 'y')))
    .map(([competency, reached, on, method, validUntil, assessmentId]) =>
      assessed('a', competency, reached, on, {
        method,
        ...(validUntil !== undefined && { validUntil }),
        ...(assessmentId !== undefined && { assessmentId }),
      }),
    ),
  fc
    .tuple(days, fc.constantFrom('s', 't'), fc.constantFrom('pelaksana', 'administrator', 'jfMuda'))
    .map(([from, standardId, kind]) => placed('a', 'loket', { from, standardId, positionKind: kind })),
  fc.constantFrom(pns('a', 'loket'), pppk('a', 'loket', '2025-03-01', '2027-02-28')).map(([first]) => first as Line),
  fc.tuple(fc.constantFrom('s', 't'), level, level).map(([id, one, two]) => standard(id, { M01: one, M05: two })),
  fc
    .tuple(days, fc.constantFrom(1000, 3000))
    .map(([from, jp]) => policy({ 'jp.minimum.pns.year': figure(jp) }, from, from)),
  fc
    .tuple(
      days,
      fc.constantFrom(0, 200, 2000),
      fc.constantFrom(0, 300),
      fc.constantFrom('KL03', 'KL06', 'NKL09'),
      maybe(fc.constant('c1')),
    )
    .map(([on, jp, more, form, claimId]) =>
      credited('a', on, jp, {
        jpRaw: jp + more,
        capped: more > 0,
        form: form,
        ...(claimId !== undefined && { source: claim(claimId) }),
      }),
    ),
  fc.tuple(batch, days).map(([id, on]) => nominated(id, 'a', on)),
  fc.tuple(batch, days).map(([id, on]) => confirmed(id, 'a', on)),
  batch.map((id) => declined(id, 'a')),
  batch.map((id) => batchCancelled(id, 'a')),
  fc
    .tuple(batch, fc.constantFrom('completed', 'notCompleted', 'withdrawn'))
    .map(([id, what]) => outcome(id, 'a', what)),
  days.map((on) => sentTo('w1', 'a', on, on, 800)),
  fc.tuple(days, fc.boolean()).map(([on, done]) => cameBack('w1', 'a', on, done ? 'completed' : 'stopped')),
  fc
    .tuple(fc.constantFrom('k1', 'k2'), days, fc.constantFrom('KL01', 'KL03', 'KL04'), maybe(days))
    .map(([id, to, form, validUntil]) =>
      certified(id, 'a', 'b1', to, {
        form: form,
        ...(validUntil !== undefined && { validUntil }),
      }),
    ),
  fc.constantFrom('k1', 'k2').map((id) => revoked(id, 'a', 'b1')),
  fc
    .tuple(fc.constantFrom(2024, 2025, 2026), maybe(fc.constant(1)), fc.constantFrom('baik', 'kurang'))
    .map(([year, quarter, value]) => predicate('a', { year, ...(quarter !== undefined && { quarter }) }, value)),
  days.map((on) => separated('a', on)),
);

const minute = (index: number) => new Date(Date.parse('2026-06-01T00:00:00.000Z') + index * 60_000).toISOString();

/** A past of one person, with corrections, under two standards and a policy. */
const pasts: fc.Arbitrary<readonly Past[]> = fc
  .array(fc.record({ line: lines, corrects: fc.option(fc.nat({ max: 3 }), { nil: undefined, freq: 3 }), day: days }), {
    maxLength: 25,
  })
  .map((generated) => {
    const known: Past[] = [];
    const head = [policy(), standard('s', { M01: 2, M05: 3 }), standard('t', { M05: 5 }), ...pns('a', 'loket')];
    const told = [...head.map((line) => ({ line, corrects: undefined, day: '2026-02-01' })), ...generated];
    for (const [index, { line, corrects, day }] of told.entries()) {
      const before = known.filter((one) => one.line[0] === line[0]);
      const corrected = corrects === undefined ? undefined : before[before.length - 1 - corrects];
      known.push({ line, corrects: corrected, occurredAt: `${day}T02:00:00.000Z`, recordedAt: minute(index) });
    }
    return known;
  });

/** The history after a past; what corrects something that is not in it corrects nothing. */
async function historyOf(past: readonly Past[]) {
  const revisions = new Map<Past, number>();
  const ends = new Map<string, number>();
  const events = past.map((one): Line => {
    const [stream, event] = one.line;
    const revision = ends.get(stream) ?? 0;
    ends.set(stream, revision + 1);
    revisions.set(one, revision);
    const target = one.corrects === undefined ? undefined : revisions.get(one.corrects);
    const { occurredAt, recordedAt } = one;
    if (target === undefined) return [stream, event, { occurredAt, recordedAt }];
    const corrects = { eventId: historyEventId(stream, target), reason: 'salah ketik' };
    return [stream, event, { occurredAt, recordedAt, corrects }];
  });
  const idOf = (one: Past) => historyEventId(one.line[0], revisions.get(one) ?? -1);
  return { history: await competencyHistory(await storeOf(events)), idOf };
}

const about = { employeeId: 'a' } as const;
const cells: readonly CellAsked[] = [
  { of: 'level', competency: 'M01', ...about },
  { of: 'level', competency: 'M05', ...about },
  { of: 'gap', competency: 'M01', ...about },
  { of: 'gap', competency: 'M05', ...about },
  { of: 'jp', ...about },
  { of: 'jpCeiling', ...about },
  { of: 'jpm', ...about },
  { of: 'ipAsn', ...about },
  ...(['qualification', 'competence', 'performance', 'discipline'] as const).map(
    (dimension): CellAsked => ({ of: 'ipAsn', dimension, ...about }),
  ),
];

/** The cell as the read models have it; undefined where the person has no line. */
async function cellIn(then: HistoryAsOf, cell: CellAsked): Promise<number | null | undefined> {
  switch (cell.of) {
    case 'level':
    case 'gap': {
      const { lines } = await then.ask(competencyProfile, about);
      const line = lines.find(({ competency }) => competency === cell.competency);
      return cell.of === 'level' ? line?.actual : line?.gap;
    }
    case 'jp': {
      const [own] = (await then.ask(myDevelopment, about)).lines;
      const [line] = (await then.ask(jpCompliance, about)).lines;
      // Of a PPPK the compliance tells what was assigned instead.
      expect([own?.jpCredited, null]).toContain(line?.credited);
      return own?.jpCredited;
    }
    case 'jpCeiling':
      return (await then.ask(jpCompliance, about)).lines[0]?.assigned;
    case 'jpm': {
      const { lines } = await then.ask(competencyProfile, about);
      return lines.length === 0 ? undefined : matchOf(lines, undefined).jpm;
    }
    case 'ipAsn':
      return (await then.ask(ipAsnPreview, about)).lines[0]?.[cell.dimension ?? 'partial'];
  }
}

const asked = fc.record({ effective: days, until: fc.integer({ min: 5, max: 30 }) });
const clocksOf = ({ effective, until }: { readonly effective: string; readonly until: number }) => ({
  effective,
  recorded: minute(until),
});
/** The value, and what the steps say of which events: ids are not compared, since they move with the revisions. */
const told = ({ value, steps }: Explanation) =>
  JSON.stringify([value, steps.map((step) => [step.sentence, step.kind === 'event' ? step.recordedAt : null])]);

describe('every explanation', () => {
  it('bears the value that the read models have on the same clocks', async () => {
    await fc.assert(
      fc.asyncProperty(pasts, asked, async (past, when) => {
        const then = (await historyOf(past)).history.asOf(clocksOf(when));
        for (const cell of cells) {
          const expected = await cellIn(then, cell);
          if (expected !== undefined) expect((await then.explain(cell))?.value).toBe(expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names enough: the events that count give the same value alone, with policy and standards', async () => {
    await fc.assert(
      fc.asyncProperty(pasts, asked, fc.constantFrom(...cells), async (past, when, cell) => {
        const { history, idOf } = await historyOf(past);
        const explanation = await history.asOf(clocksOf(when)).explain(cell);
        if (explanation === undefined) throw new Error('The person is registered in every past.');
        const counting = new Set(eventsOf(explanation).flatMap(({ counts, eventId }) => (counts ? [eventId] : [])));
        const enough = past.filter(
          (one) => /^(policy|competencyStandard)-/.test(one.line[0]) || counting.has(idOf(one)),
        );
        const alone = await (await historyOf(enough)).history.asOf(clocksOf(when)).explain(cell);
        // Where nothing counts, no event tells of the person any more.
        if (alone === undefined) expect([null, 0]).toContain(explanation.value);
        else expect(alone.value).toBe(explanation.value);
      }),
      { numRuns: 150 },
    );
  });

  it('names nothing in vain: without an event that counts, the value or the explanation is another', async () => {
    await fc.assert(
      fc.asyncProperty(pasts, asked, fc.constantFrom(...cells), fc.nat(), async (past, when, cell, pick) => {
        const { history, idOf } = await historyOf(past);
        const explanation = await history.asOf(clocksOf(when)).explain(cell);
        if (explanation === undefined) throw new Error('The person is registered in every past.');
        const counting = eventsOf(explanation).filter(({ counts }) => counts);
        const removed = counting[pick % Math.max(1, counting.length)];
        if (removed === undefined) return;
        const rest = past.filter((one) => idOf(one) !== removed.eventId);
        const without = await (await historyOf(rest)).history.asOf(clocksOf(when)).explain(cell);
        expect(without === undefined ? '' : told(without)).not.toBe(told(explanation));
      }),
      { numRuns: 80 },
    );
  });

  it('says of each event once whether it counts, and of each that does not, why', async () => {
    await fc.assert(
      fc.asyncProperty(pasts, asked, fc.constantFrom(...cells), async (past, when, cell) => {
        const explanation = await (await historyOf(past)).history.asOf(clocksOf(when)).explain(cell);
        const events = explanation === undefined ? [] : eventsOf(explanation);
        expect(events.every(({ counts, reason }) => counts === (reason === null))).toBe(true);
        expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
      }),
      { numRuns: 50 },
    );
  });
});
