import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AsOf } from '@pembinaan/core';
import { type EventStore, projectors, type RecordedEvent } from '@pembinaan/event-sourcing';
import {
  keptProgramEffectiveness,
  type ProgramEffectiveness,
  type ProgramExplanation,
  type ProgramView,
  programEffectiveness,
  programEffectivenessProjections,
} from '@pembinaan/program-effectiveness';
import { type SqliteStore, type SqliteViews, sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adviceIn, logOf, viewOf } from './asking.js';
import { expand, recommend } from './deciding.js';
import { correctMeasurement, type Mistake, measureMonth, measurementId } from './measuring.js';
import { program } from './planning.js';
import { type ConcludedStory, PATIENCE, type Scenario, tell } from './story.js';
import { type MonthFigures, truths } from './truth.js';

/** The evening before anybody finds the mistake; the day after it was put right. */
const THEN = { effective: '2027-04-30', recorded: '2027-04-30T16:59:59.999Z' };
const NOW = { effective: '2027-05-04' };
const PUT_RIGHT_ON = '2027-05-03';

/** The month of one office that somebody mistyped. */
const [UNIT, MONTH] = ['kec-latih-3', '2027-01'];

/** A story with one mistake in it, and what is advised before and after it is put right. */
interface Mistyped {
  readonly scenario: Scenario;
  readonly metric: Mistake['metric'];
  readonly reason: string;
  /** What was typed, and what is true. */
  readonly typed: (truthful: MonthFigures) => MonthFigures;
  readonly right: (truthful: MonthFigures) => MonthFigures;
  readonly advisedAfter: ReturnType<typeof adviceIn>;
}

/** 968 seconds instead of 1,968: with them, people seemed to wait just enough shorter. */
const digitLeftOut: Mistyped = {
  scenario: { truth: truths.barelyMissesTheMinimum },
  metric: 'waiting',
  reason: 'angka pertama tertinggal saat lembar antrean disalin',
  typed: (truthful) => ({ ...truthful, median: truthful.median - 1000 }),
  right: (truthful) => truthful,
  advisedAfter: { kind: 'notEnoughEvidence', decidedBy: ['undecided'] },
};

/** 31 in per cent instead of 3,100 basis points: with it, the errors seemed to stay what they were. */
const perCentInBasisPoints: Mistyped = {
  scenario: { truth: truths.works },
  metric: 'error',
  reason: 'diketik dalam persen, bukan dalam basis poin',
  typed: (truthful) => ({ ...truthful, errorRate: 31 }),
  right: (truthful) => ({ ...truthful, errorRate: 3100 }),
  advisedAfter: { kind: 'reviewMethod', decidedBy: ['guardWorsened'] },
};

/** Tells the story with its mistake; what is returned puts it right by one command, and returns the event. */
async function tellMistyped(
  { scenario, metric, reason, typed, right }: Mistyped,
  place?: Parameters<typeof tell>[1],
): Promise<{ readonly story: ConcludedStory; readonly putRight: () => Promise<RecordedEvent> }> {
  let truth: MonthFigures | undefined;
  const story = await tell(
    {
      ...scenario,
      reports: (truthful) => (unit, month) => {
        const figures = truthful(unit, month);
        if (figures === undefined || unit.unitId !== UNIT || month !== MONTH) return figures;
        truth = figures;
        return typed(figures);
      },
    },
    place,
  );
  if (truth === undefined) throw new Error(`${UNIT} reported nothing of ${MONTH}.`);
  const mistake: Mistake = { unitId: UNIT, metric, month: MONTH, right: right(truth), reason };
  return { story, putRight: () => correctMeasurement(story.stage, story.next, PUT_RIGHT_ON, mistake) };
}

describe.each([
  ['a digit of a waiting time was left out', digitLeftOut],
  ['a rate of errors was typed in per cent', perCentInBasisPoints],
])('where %s, which made a programme look good', (_, mistyped) => {
  let store: EventStore;
  let before: {
    readonly told: ProgramView;
    readonly explained: ProgramExplanation | undefined;
    readonly events: number;
    readonly position: string;
  };
  let correction: RecordedEvent;
  const explained = async (asOf: AsOf) =>
    (await programEffectiveness(store)).asOf(asOf).explain({ of: 'advice', programId: program.programId });
  beforeAll(async () => {
    const { story, putRight } = await tellMistyped(mistyped);
    ({ store } = story);
    await recommend(story, { kind: 'expand', advised: 'expand' });
    await expand(story);
    const log = await logOf(store);
    before = {
      told: await viewOf(store, THEN),
      explained: await explained(THEN),
      events: log.length,
      position: log.at(-1)?.position ?? '',
    };
    correction = await putRight();
  }, PATIENCE);

  it('it is put right by a single event, which names what it corrects and why', async () => {
    const log = await logOf(store);
    expect(log).toHaveLength(before.events + 1);
    expect(correction.metadata.corrects?.reason).toBe(mistyped.reason);
    expect(log.find(({ id }) => id === correction.metadata.corrects?.eventId)).toMatchObject({
      type: correction.type,
      stream: `serviceUnit-${UNIT}`,
      data: { measurementId: measurementId(mistyped.metric, MONTH) },
    });
  });

  it('as it was known then, it is advised to expand; as it is known now, for the same day, it is not', async () => {
    expect(adviceIn(before.told)).toEqual({ kind: 'expand', decidedBy: ['effectShown'] });
    expect(adviceIn(await viewOf(store, { effective: THEN.effective }))).toEqual(mistyped.advisedAfter);
    expect(adviceIn(await viewOf(store, NOW))).toEqual(mistyped.advisedAfter);
  });

  it('everything that was told then is told of then still, to the last figure', async () => {
    expect(await viewOf(store, THEN)).toEqual(before.told);
    expect(await viewOf(store, { effective: THEN.effective, position: before.position })).toEqual({
      ...before.told,
      asOf: { effective: THEN.effective, recorded: null, position: before.position },
    });
  });

  it('the explanation of then stays what it was; that of now tells both, and that only the correction counts', async () => {
    expect(before.explained?.value).toBe('expand');
    expect(await explained(THEN)).toEqual(before.explained);
    const steps = (await explained(NOW))?.steps ?? [];
    const ofEvent = (id: string | undefined) => steps.find((step) => step.kind === 'event' && step.eventId === id);
    expect(ofEvent(correction.id)).toMatchObject({ counts: true });
    expect(ofEvent(correction.metadata.corrects?.eventId)).toMatchObject({ counts: false, reason: 'corrected' });
  });

  it('whoever expanded followed what was known then, and is not told to have departed from what is known now', async () => {
    const { decisions, advice } = await viewOf(store, NOW);
    expect(decisions.map(({ departure }) => departure)).toMatchObject([
      { decided: 'expand', advised: 'expand', departsFromAdvice: false },
    ]);
    expect(advice.kind).not.toBe('expand');
  });

  it('now the decision rests on the correction and no longer on what it corrects; then it was the other way round', async () => {
    const now = (await viewOf(store, NOW)).advice.reasons[0]?.events.map(({ eventId }) => eventId) ?? [];
    const then = (await viewOf(store, THEN)).advice.reasons[0]?.events.map(({ eventId }) => eventId) ?? [];
    const [right, wrong] = [correction.id, correction.metadata.corrects?.eventId ?? ''];
    expect({ right: now.includes(right), wrong: now.includes(wrong) }).toEqual({ right: true, wrong: false });
    expect({ right: then.includes(right), wrong: then.includes(wrong) }).toEqual({ right: false, wrong: true });
  });
});

describe('the same story in a SQLite file, told from kept views', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pembinaan-effectiveness-'));
  let store: SqliteStore;
  let views: SqliteViews;
  let kept: ProgramEffectiveness;
  let before: ProgramView | undefined;
  let correction: RecordedEvent;
  const ask = (effectiveness: ProgramEffectiveness, asOf: typeof NOW | typeof THEN) =>
    effectiveness.asOf(asOf).program(program.programId);
  const filed = (how: 'run' | 'rebuild') =>
    projectors(store, programEffectivenessProjections, { target: views })[how]();

  beforeAll(async () => {
    const { putRight } = await tellMistyped(digitLeftOut, async (now) => {
      store = await sqliteStore(join(folder, 'kabupaten.db'), { now, synchronous: 'normal' });
      return store;
    });
    views = await sqliteViews(join(folder, 'views.db'));
    kept = keptProgramEffectiveness(views);
    await filed('run');
    before = await ask(kept, THEN);
    correction = await putRight();
  }, PATIENCE);
  afterAll(async () => {
    await views.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the correction changes what is told now, once it is filed, and nothing of what was told then', async () => {
    expect((await ask(kept, NOW))?.advice.kind).toBe('expand');
    await filed('run');
    expect((await ask(kept, NOW))?.advice.kind).toBe('notEnoughEvidence');
    expect((await ask(kept, NOW))?.advice.reasons[0]?.events).toContainEqual(
      expect.objectContaining({ eventId: correction.id }),
    );
    expect(await ask(kept, THEN)).toEqual(before);
  });

  it('views that are built anew tell the same, then and now, and so does the log', async () => {
    const [then, now] = [await ask(kept, THEN), await ask(kept, NOW)];
    await filed('rebuild');
    expect(await ask(kept, THEN)).toEqual(then);
    expect(await ask(kept, NOW)).toEqual(now);
    const replayed = await programEffectiveness(store);
    expect(await ask(replayed, THEN)).toEqual(then);
    expect(await ask(replayed, NOW)).toEqual(now);
    expect(then?.advice.kind).toBe('expand');
  });
});

describe('a month that came in late', () => {
  const LATE = '2027-03';
  const [WITHOUT, WITH] = ['2027-04-30T16:59:59.999Z', '2027-05-10T16:59:59.999Z'];
  /** An office that is compared with, and not one that the evaluator sets beside a trained one. */
  const unitId = 'kec-banding-12';
  let store: EventStore;
  beforeAll(async () => {
    let sheet: (() => Promise<void>) | undefined;
    const story = await tell({
      truth: truths.works,
      reports: (truthful) => (unit, month) => {
        const figures = truthful(unit, month);
        if (figures === undefined || unit.unitId !== unitId || month !== LATE) return figures;
        sheet = () => measureMonth(story.stage, story.next, '2027-05-10', unit, month, figures);
        return undefined;
      },
    });
    ({ store } = story);
    await sheet?.();
  }, PATIENCE);
  const outcomeAsOf = async (recorded: string) =>
    (await viewOf(store, { effective: '2027-04-30', recorded })).rounds[0]?.estimates.service[0];

  it('counts for the days after it, but only as of moments at which it was known', async () => {
    const id = measurementId('waiting', LATE);
    for (const [recorded, periods] of [
      [WITHOUT, 5],
      [WITH, 6],
    ] as const) {
      const outcome = await outcomeAsOf(recorded);
      const unit = outcome?.units.find((one) => one.unitId === unitId);
      expect([recorded, outcome?.judgement.n.periodsAfter]).toEqual([recorded, periods]);
      expect([recorded, unit?.after.includes(id)]).toEqual([recorded, periods === 6]);
    }
  });
});
