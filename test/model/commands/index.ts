import fc from 'fast-check';
import type { Agency } from '../agency.js';
import { plusDays } from '../days.js';
import { dice } from '../dice.js';
import { wrong } from '../faults.js';
import type { Move, Moves, Story } from '../play.js';
import { batchMoves } from './batches.js';
import { budgetMoves } from './budgets.js';
import { changeMoves } from './change.js';
import { aCommunityMeets, communityMoves } from './communities.js';
import { creditMoves, somebodyStudies } from './credits.js';
import { evaluationMoves } from './evaluations.js';
import { anIdeaComesUp, leadershipMoves } from './leadership.js';
import { aProgrammeGoesOn, aProgrammeLives } from './lifecycles.js';
import { mentorshipMoves, somebodyIsMentored } from './mentorships.js';
import { needMoves } from './needs.js';
import { oversightMoves, somebodyAsksToBeForgotten } from './oversight.js';
import { partnerMoves } from './partners.js';
import { peopleMoves, somebodyComesAndGoes } from './people.js';
import { aPlanIsEstablished, planMoves } from './plans.js';
import { profileMoves } from './profiles.js';
import { programMoves } from './programs.js';
import { revisionMoves } from './revisions.js';
import { serviceMoves } from './services.js';
import { aComplaintIsAnswered, voiceMoves } from './voice.js';
import { somebodyLearnsAtAWorkplace, workplaceMoves } from './workplaces.js';

/** Every single move, from the needs to the decisions, by what it does. */
export const moves: Moves = {
  ...peopleMoves,
  ...profileMoves,
  ...needMoves,
  ...planMoves,
  ...budgetMoves,
  ...partnerMoves,
  ...programMoves,
  ...batchMoves,
  ...creditMoves,
  ...workplaceMoves,
  ...mentorshipMoves,
  ...communityMoves,
  ...leadershipMoves,
  ...serviceMoves,
  ...evaluationMoves,
  ...revisionMoves,
  ...voiceMoves,
  ...changeMoves,
  ...oversightMoves,
};

/** The sub-stories, and how often each is begun. */
const stories: Readonly<Record<string, readonly [Story, weight: number]>> = {
  'a programme lives': [aProgrammeLives, 6],
  'a programme goes on': [aProgrammeGoesOn, 2],
  'a plan is established': [aPlanIsEstablished, 2],
  'somebody studies': [somebodyStudies, 2],
  'somebody learns at a workplace': [somebodyLearnsAtAWorkplace, 2],
  'somebody is mentored': [somebodyIsMentored, 2],
  'a community meets': [aCommunityMeets, 2],
  'a complaint is answered': [aComplaintIsAnswered, 2],
  'somebody asks to be forgotten': [somebodyAsksToBeForgotten, 1],
  'somebody comes and goes': [somebodyComesAndGoes, 1],
  'an idea comes up': [anIdeaComesUp, 1],
};

/** Stories that were begun and not told to their end, each with the day before which it does not go on. */
export interface Model {
  readonly threads: { readonly name: string; readonly story: ReturnType<Story>; notBefore: string }[];
}

type AgencyCommand = fc.AsyncCommand<Model, Agency>;

/** Commands of the model: a story begins, stories go on, a single move comes between, something is tried once more. */
export function agencyCommands(maxCommands: number): fc.Arbitrary<Iterable<AgencyCommand>> {
  const seed = fc.nat({ max: 0x7fffffff });
  const begin = Object.entries(stories).flatMap(([name, [story, weight]]) =>
    Array.from({ length: weight }, () => seed.map((chosen) => begun(name, story, chosen))),
  );
  const single = Object.entries(moves).map(([name, move]) => seed.map((chosen) => oneMove(name, move, chosen)));
  return fc.commands(
    [
      fc.oneof(
        { weight: 3, arbitrary: fc.oneof(...begin) },
        { weight: 6, arbitrary: seed.map(goingOn) },
        { weight: 5, arbitrary: fc.oneof(...single) },
        { weight: 1, arbitrary: seed.map(again) },
        { weight: 1, arbitrary: fc.constant(consequences) },
      ),
    ],
    { maxCommands, size: 'max' },
  );
}

function begun(name: string, story: Story, seed: number): AgencyCommand {
  return {
    check: () => true,
    async run(model, agency) {
      const thread = { name, story: story(agency, dice(seed)), notBefore: agency.today };
      model.threads.push(thread);
      await nextChapter(model, agency, thread);
    },
    toString: () => `${name} (${seed})`,
  };
}

/** Some of the stories go on. When all of them wait for a day to come, it comes. */
function goingOn(seed: number): AgencyCommand {
  const chance = dice(seed);
  return {
    check: ({ threads }) => threads.length > 0,
    async run(model, agency) {
      for (let chapters = chance.between(1, 5); chapters > 0; chapters--) {
        const ready = model.threads.filter(({ notBefore }) => notBefore <= agency.today);
        await nextChapter(model, agency, chance.of(ready) ?? soonest(model));
      }
    },
    toString: () => `stories go on (${seed})`,
  };
}

function oneMove(name: string, move: Move, seed: number): AgencyCommand {
  return {
    check: () => true,
    async run(_, agency) {
      const chance = dice(seed);
      const attempt = move(agency, chance);
      if (attempt === undefined) return;
      const bad = chance.chance(40) ? wrong(attempt, agency, chance) : undefined;
      await agency.send(bad ?? attempt);
      if (chance.chance(30)) agency.waitUntil(plusDays(agency.today, chance.between(0, 3)));
    },
    toString: () => `${name} (${seed})`,
  };
}

/** Something that was accepted before is sent once more, as it was, as a correction of itself, or with something changed. */
function again(seed: number): AgencyCommand {
  return {
    check: () => true,
    async run(_, agency) {
      const chance = dice(seed);
      for (let times = 4; times > 0; times--) {
        const done = chance.of(agency.done.slice(-120));
        const corrects = done?.events[0]?.id;
        if (done === undefined || corrects === undefined) continue;
        const attempt = { ...done.attempt, ...(chance.chance(60) && { corrects }), fault: 'once more' };
        const bad = chance.chance(75) ? wrong(attempt, agency, chance) : undefined;
        await agency.send(bad ?? attempt);
      }
    },
    toString: () => `once more (${seed})`,
  };
}

/** What follows by itself from what happened is done: JP are credited or taken back, what is open is closed. */
const consequences: AgencyCommand = {
  check: () => true,
  run: (_, agency) => agency.settle(),
  toString: () => 'what follows by itself',
};

/** Every move once, in any order, as it should be and with something wrong: no room of the agency is left out. */
const aRoundOfTheRooms: Story = async function* (agency, chance) {
  for (const move of chance.some(Object.values(moves), Number.POSITIVE_INFINITY)) {
    const attempt = move(agency, chance);
    if (attempt === undefined) continue;
    await agency.send(attempt);
    const bad = wrong(attempt, agency, chance);
    if (bad !== undefined) await agency.send(bad);
    if (chance.chance(40)) yield plusDays(agency.today, chance.between(0, 8));
  }
};

/** A model in which two stories have begun: a programme's whole life, and a round through every room. So each history reaches the late phases. */
export function beginning(agency: Agency, seed: number): Model {
  const notBefore = agency.today;
  return {
    threads: [
      { name: 'a programme lives', story: aProgrammeLives(agency, dice(seed)), notBefore },
      { name: 'a round of the rooms', story: aRoundOfTheRooms(agency, dice(seed + 1)), notBefore },
    ],
  };
}

/** Tells every story to its end. */
export async function tellToTheEnd(model: Model, agency: Agency): Promise<void> {
  for (let next = soonest(model); next !== undefined; next = soonest(model)) await nextChapter(model, agency, next);
}

type Thread = Model['threads'][number];

function soonest({ threads }: Model): Thread | undefined {
  return [...threads].sort((a, b) => (a.notBefore < b.notBefore ? -1 : 1))[0];
}

async function nextChapter(model: Model, agency: Agency, thread: Thread | undefined): Promise<void> {
  if (thread === undefined) return;
  agency.waitUntil(thread.notBefore);
  const chapter = await thread.story.next();
  if (chapter.done === true) model.threads.splice(model.threads.indexOf(thread), 1);
  else thread.notBefore = chapter.value > agency.today ? chapter.value : agency.today;
}
