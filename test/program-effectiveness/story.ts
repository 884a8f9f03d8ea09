import { ConcludeEvaluation, type Conclusion, MeasureProgramImpact } from '@pembinaan/core';
import { type EventStore, memoryStore } from '@pembinaan/event-sourcing';
import { type Office, openAgency, type Stage, stage, storyClock } from '@pembinaan-examples/stage';
import { BASELINE_MONTH, measureMonths, measurementId, monthsBetween, type Reports } from './measuring.js';
import { adoptPolicy, design, establish, inYear, plan, program, voices } from './planning.js';
import { compared, type KecamatanOffice, LETTERS, offices, setup, trained } from './regency.js';
import { type Round, rate, teach } from './training.js';
import { figuresOf, type Training, type Truth } from './truth.js';

/** What a story is about. */
export interface Scenario {
  readonly truth: Truth;
  /** What the evaluator concludes; that it was effective when absent. */
  readonly conclusion?: Conclusion;
  /** Which offices are trained, and which compared with; eight and twelve when absent. */
  readonly served?: readonly KecamatanOffice[];
  readonly comparedWith?: readonly KecamatanOffice[];
  /** What comes in of what is true: mistyped, late or not at all. */
  readonly reports?: (truthful: Reports) => Reports;
  /** What happens once the training is over, in October. */
  readonly afterTraining?: (story: Story) => Promise<void>;
}

/** A story as far as it was told. */
export interface Story {
  readonly store: EventStore;
  readonly stage: Stage;
  /** The agency in 2026. */
  readonly office: Office;
  readonly scenario: Scenario;
  readonly served: readonly KecamatanOffice[];
  readonly comparedWith: readonly KecamatanOffice[];
  /** What the offices report of a month. */
  readonly reports: Reports;
}

/** A story that was told until its first evaluation was concluded, on 8 April 2027. */
export interface ConcludedStory extends Story {
  /** The agency in 2027. */
  readonly next: Office;
  /** Ids of the events of level 3, of level 4, and of the conclusion. */
  readonly ratings: readonly string[];
  readonly impacts: readonly string[];
  readonly concluded: string;
}

/** The day on which the first round is concluded; by then no figure is missing. */
const CONCLUDED = '2027-04-08';

const firstRound = (served: readonly KecamatanOffice[]): Round => ({
  ...program,
  served,
  scheduledOn: '2026-09-04',
  days: ['2026-09-08', '2026-09-09', '2026-09-10'],
  reactionsOn: '2026-09-11',
  paidOn: '2026-09-21',
  paid: 57_600_000,
});

/** The training of the first round is felt from its month on. */
export const TRAINED_IN = '2026-09';

/** Milliseconds. A story is told within a second or two; a machine that is busy takes longer. */
export const PATIENCE = 60_000;

/** Where a story is played: in memory, unless a store is given that keeps the time of the story's clock. */
export type Place = (now: () => string) => EventStore | Promise<EventStore>;

/**
 * Tells from January 2026 to April 2027, by commands alone: needs, a plan, a programme, eight months before, the training, six months
 * after, what became of behaviour and of the service, and the conclusion.
 */
export async function tell(scenario: Scenario, place: Place = (now) => memoryStore({ now })): Promise<ConcludedStory> {
  const story = await begin(scenario, place);
  const { stage, office, served } = story;
  await measure(story, '2026-01', '2026-01');
  await design(stage, office, served, story.comparedWith);
  await measure(story, '2026-02', BASELINE_MONTH);

  const round = firstRound(served);
  const completed = await teach(stage, office, round);
  await measure(story, '2026-09', '2026-09');
  await scenario.afterTraining?.(story);
  await measure(story, '2026-10', '2026-12');

  const next = await inYear(stage, office, 2027);
  const ratings = await rate(stage, next, '2027-01-14', round, completed);
  await planNextYear(stage, next);
  await measure(story, '2027-01', '2027-03');
  const impacts = await measureImpacts(story, '2027-04-06', program.evaluationId, BASELINE_MONTH, '2027-03');
  const concluded = await conclude(story, program.evaluationId, CONCLUDED, [...impacts, ...ratings]);
  return { ...story, next, ratings, impacts, concluded };
}

async function begin(scenario: Scenario, place: Place): Promise<Story> {
  const clock = storyClock('Kabupaten rekaan');
  const store = await place(clock.now);
  const played = stage(store, { runtime: clock });
  const office = await openAgency(played, setup);
  await adoptPolicy(played, office, '2026-01-09', { version: 'kab-2026-2' });
  await plan(played, office);

  const { served = trained, comparedWith = compared } = scenario;
  const told = { store, stage: played, office, scenario, served, comparedWith };
  return withTrainings(told, [{ served, feltFrom: TRAINED_IN }]);
}

/** The story with offices that report what is true after these trainings. */
export function withTrainings<S extends Omit<Story, 'reports'>>(
  story: S,
  trainings: readonly Training[],
): S & Pick<Story, 'reports'> {
  const { truth, reports = (truthful) => truthful } = story.scenario;
  return { ...story, reports: reports((unit, month) => figuresOf(unit, month, truth, trainings)) };
}

/** The figures of these months of all offices, each month on the third of the next. */
export async function measure({ stage, office, reports }: Story, from: string, to: string): Promise<void> {
  await measureMonths(stage, office, monthsBetween(from, to), offices, reports);
}

/** In January the plan of 2027 follows that of 2026: it goes on with what the forum had asked for. */
async function planNextYear(stage: Stage, next: Office): Promise<void> {
  const item = {
    itemId: 'kab-butir-pendampingan',
    needIds: [voices.needOfInput],
    form: 'KL02',
    target: 'individual',
    participantsPlanned: 16,
    jp: 800,
    cost: 10_000_000,
    impactIndicator: 'waktu tunggu median surat pengantar',
    learningModel: 'social20',
  } as const;
  await establish(stage, next, [item], `${next.setup.agencyId}-2026`);
}

/** The evaluator sets the month before beside the last one after, in each office, with an office that was not trained. */
export async function measureImpacts(
  { stage, office, served, comparedWith }: Pick<Story, 'stage' | 'office' | 'served' | 'comparedWith'>,
  on: string,
  evaluationId: string,
  before: string,
  after: string,
): Promise<readonly string[]> {
  stage.on(on);
  const eventIds: string[] = [];
  for (const [index, { unitId }] of served.entries()) {
    const other = comparedWith[index % comparedWith.length]?.unitId ?? '';
    const [beforeId, afterId] = [measurementId('waiting', before), measurementId('waiting', after)];
    const events = await office.as(office.who.evaluator).does(
      evaluationId,
      MeasureProgramImpact({
        unitId,
        service: LETTERS,
        metric: 'waiting',
        beforeId,
        afterId,
        guardBeforeId: measurementId('error', before),
        guardAfterId: measurementId('error', after),
        comparison: { unitId: other, beforeId, afterId },
      }),
    );
    eventIds.push(...events.map(({ id }) => id));
  }
  return eventIds;
}

/** The evaluator concludes what the scenario says; effective when it says nothing. Returns the id of the event. */
export async function conclude(
  { stage, office, scenario }: Story,
  evaluationId: string,
  on: string,
  evidence: readonly string[],
): Promise<string> {
  stage.on(on);
  const events = await office.as(office.who.evaluator).does(evaluationId, conclusionOf(evidence, scenario.conclusion));
  return events[0]?.id ?? '';
}

/** The command that concludes an evaluation on this evidence. */
export function conclusionOf(
  evidence: readonly string[],
  conclusion: Conclusion = 'effective',
): ReturnType<typeof ConcludeEvaluation> {
  return ConcludeEvaluation({
    conclusion,
    strengths: ['latihan memakai antrean yang sebenarnya'],
    weaknesses: ['belum semua kecamatan ikut'],
    evidence: [...evidence],
  });
}
