import { addDays, LocalDate } from '@pembinaan/core';
import { categoryOf, eventCatalog } from '@pembinaan/event-sourcing';
import { historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { competencyHistoryProjections } from '../../src/index.js';
import {
  assessed,
  attended,
  batchCancelled,
  cameBack,
  certified,
  claim,
  claimed,
  claimRejected,
  communityFormed,
  confirmed,
  credited,
  declined,
  designed,
  figure,
  gapValidated,
  type Line,
  mentorship,
  met,
  nominated,
  outcome,
  placed,
  pns,
  policy,
  pppk,
  predicate,
  rated,
  recognised,
  registered,
  revoked,
  sentTo,
  separated,
  standard,
  tested,
} from '../fixtures.js';

/** The people of the histories; `d` is known from a mentorship or a training alone. */
export const PEOPLE: readonly string[] = ['a', 'b', 'c', 'd'];
export const FIRST_DAY = '2026-01-05';

/** One thing that happens: what, to whom, how many days before it is recorded, and how long after the last thing was. */
interface Happening {
  readonly kind: Kind;
  readonly who: string;
  /** Which of some batches, units, competencies or the like. */
  readonly which: number;
  readonly amount: number;
  /** Days since the last thing was recorded. */
  readonly later: number;
  /** So many days ago it was true; below 0 it lies ahead. */
  readonly ago: number;
  /** The last thing of the kind is told once more, which corrects it where it can be corrected. */
  readonly again: boolean;
}

/** Writes one thing down, as of a day. */
type Tell = (day: string, amount: number) => Line;

const COMPETENCIES = ['M01', 'M05'] as const;
const pick = <T>(things: readonly [T, ...T[]], which: number): T => things[which % things.length] ?? things[0];
const after = (day: string, days: number): string => addDays(LocalDate.parse(day), days);
const yearIn = (day: string): number => Number(day.slice(0, 4));

/** What can happen, each with an id of its own where the domain gives one. */
const kinds = {
  placed:
    ({ who, which }) =>
    (day) =>
      placed(who, pick(['loket', 'arsip', 'izin'], which), { from: day }),
  separated:
    ({ who }) =>
    (day) =>
      separated(who, day),
  assessed:
    ({ who, which }, id) =>
    (day, amount) =>
      assessed(who, pick(COMPETENCIES, which), 1 + (amount % 5), day, {
        assessmentId: `as-${id}`,
        method: pick(['test', 'superior', 'self', 'test'], amount + which),
        ...(amount % 3 === 0 && { validUntil: after(day, 20 + 10 * amount) }),
        ...(which === 2 && { batchId: 'x' }),
      }),
  gap:
    ({ who, which }) =>
    () =>
      gapValidated(who, pick(COMPETENCIES, which), 3),
  predicate:
    ({ who, which, ago }) =>
    (_, amount) =>
      predicate(who, which === 0 ? { year: 2025 } : { year: 2026, quarter: 1 + (Math.abs(ago) % 4) }, ratingOf(amount)),
  credited:
    ({ who, which }, id) =>
    (day, amount) =>
      credited(who, day, amount * 100, {
        jpRaw: amount * 150,
        form: pick(['KL03', 'NKL09', 'NKL01'], which),
        source: { kind: 'batch', batchId: `b-${id}` },
        capped: amount > 0,
      }),
  claimed:
    ({ who, which }) =>
    (day) =>
      claimed(who, `k-${who}-${which}`, day),
  claimRejected:
    ({ who, which }) =>
    (day) =>
      claimRejected(who, `k-${who}-${which}`, yearIn(day)),
  claimCredited:
    ({ who, which }) =>
    (day, amount) =>
      credited(who, day, amount * 50, { jpRaw: amount * 50, form: 'NKL09', source: claim(`k-${who}-${which}`) }),
  nominated:
    ({ who, which }) =>
    (day) =>
      nominated(batch(which), who, day, after(day, 2)),
  confirmed:
    ({ who, which }) =>
    (day) =>
      confirmed(batch(which), who, day, after(day, 2)),
  declined:
    ({ who, which }) =>
    () =>
      declined(batch(which), who),
  attended:
    ({ who, which }) =>
    (_, amount) =>
      attended(batch(which), who, 's1', amount % 2 === 0),
  tested:
    ({ who, which }) =>
    (_, amount) =>
      tested(batch(which), who, 'post', 1, amount * 1500),
  outcome:
    ({ who, which }) =>
    (_, amount) =>
      outcome(
        batch(which),
        who,
        pick(['completed', 'notCompleted', 'completed'], amount),
        amount % 2 ? 8000 : undefined,
      ),
  cancelled:
    ({ which }) =>
    () =>
      batchCancelled(batch(which), 'a', 'b'),
  certified:
    ({ who, which }, id) =>
    (day, amount) =>
      certified(`z-${who}-${which === 0 ? id : which}`, who, batch(which), day, {
        ...(amount % 2 === 0 && { validUntil: after(day, 15 + 20 * amount) }),
      }),
  revoked:
    ({ who, which }) =>
    () =>
      revoked(`z-${who}-${which}`, who, batch(which)),
  sentTo:
    ({ who }, id) =>
    (day, amount) =>
      sentTo(`w-${id}`, who, day, after(day, 5 + 5 * amount)),
  stayed:
    ({ who, which }) =>
    (day) =>
      which === 0 ? sentTo(`w-${who}`, who, day, after(day, 30)) : designed('p', 'M05'),
  cameBack:
    ({ who }) =>
    (day, amount) =>
      cameBack(`w-${who}`, who, day, amount % 2 === 0 ? 'completed' : 'stopped'),
  proposed:
    ({ which }) =>
    () =>
      pair(which).proposed,
  approved:
    ({ which }) =>
    () =>
      pair(which).approved,
  session:
    ({ which }, id) =>
    (day) =>
      pair(which).session(`s-${id}`, day),
  fixedSession:
    ({ which }) =>
    (day) =>
      pair(which).session('s', day),
  answered:
    ({ which }) =>
    (day, amount) =>
      pair(which).answered('s', day, amount % 3 > 0),
  ended:
    ({ which }) =>
    () =>
      pair(which).ended,
  formed: () => () => communityFormed('k'),
  met: (_, id) => (day, amount) =>
    met('k', `m-${id}`, day, ['a', 'b', 'c', 'e'].slice(amount % 3), ['loket', 'arsip'], amount > 3),
  rated:
    ({ who, which }) =>
    (day, amount) =>
      rated(who, batch(which), pick(['b', 'x', 'y'], which), pick(['superior', 'peer', 'peer'], which), day, {
        M05: 1 + (amount % 5),
        akuntabel: 1 + (amount % 4),
      }),
  recognised:
    ({ who }, id) =>
    (day) =>
      recognised(who, `r-${id}`, { at: `${day}T02:00:00.000Z` }),
  policy:
    ({ amount }, id) =>
    (day) =>
      policy(
        { 'disclosure.minimumN': figure(2 + (amount % 2)), 'jp.minimum.pns.year': figure(1000 + 500 * amount) },
        day,
        `p-${id}`,
      ),
} satisfies Record<string, (happening: Omit<Happening, 'kind' | 'again'>, id: number) => Tell>;

type Kind = keyof typeof kinds;

function ratingOf(amount: number): 'baik' | 'sangatBaik' | 'kurang' {
  return pick(['baik', 'sangatBaik', 'kurang'], amount);
}
const batch = (which: number): string => pick(['x', 'y'], which);
const pair = (which: number) =>
  which === 0
    ? mentorship('m0', 'a', 'b')
    : mentorship(`m${which}`, 'b', which === 1 ? 'c' : 'd', '2026-01-01', '2026-06-30');

/** What is there before anything happens: a policy, a standard, and three people; the first two stand in units. */
const beginning: readonly Line[] = [
  policy({ 'disclosure.minimumN': figure(2) }),
  standard('s', { M01: 2, M05: 3 }),
  designed('p', 'M05'),
  communityFormed('k'),
  ...pns('a', 'loket'),
  ...pns('b', 'arsip'),
  registered('c'),
  ...pns('f', 'loket'),
  ...pppk('e', 'arsip', '2025-03-15', '2027-03-14'),
];

/** A whole history: it began some time ago, and its events are true and recorded on different days, late, ahead or corrected. */
export function histories({
  most = 40,
  among = Object.keys(kinds) as readonly Kind[],
}: {
  readonly most?: number;
  readonly among?: readonly Kind[];
} = {}): fc.Arbitrary<readonly Line[]> {
  const happening: fc.Arbitrary<Happening> = fc.record({
    kind: fc.constantFrom(...among),
    who: fc.constantFrom(...PEOPLE.slice(0, 3)),
    which: fc.nat(2),
    amount: fc.nat(5),
    later: fc.constantFrom(0, 0, 1, 7, 20),
    ago: fc.constantFrom(0, 0, 3, 30, 90, -15),
    again: fc.boolean(),
  });
  return fc.array(happening, { minLength: 5, maxLength: most, size: 'max' }).map(written);
}

/** A day on which a history may be asked. */
export const days: fc.Arbitrary<string> = fc.nat(400).map((days) => after('2025-12-20', days));

function written(happenings: readonly Happening[]): readonly Line[] {
  const lines: Line[] = [];
  const revisions = new Map<string, number>();
  /** The event that tells of a thing at present, by what the thing is: nobody tells it again but as a correction. */
  const standing = new Map<string, string>();
  const write = ([stream, event, details]: Line, recordedOn: string, trueOn: string): void => {
    const revision = revisions.get(stream) ?? 0;
    if (opensAStream(event.type) === revision > 0 && OPENED.includes(categoryOf(stream))) return;
    revisions.set(stream, revision + 1);
    const identity = catalog.identityOf(event);
    const thing = identity === undefined ? undefined : `${stream} ${event.type} ${identity}`;
    const eventId = thing === undefined ? undefined : standing.get(thing);
    if (thing !== undefined) standing.set(thing, historyEventId(stream, revision));
    lines.push([
      stream,
      event,
      {
        occurredAt: `${trueOn < recordedOn ? trueOn : recordedOn}T01:00:00.000Z`,
        ...details,
        recordedAt: `${recordedOn}T02:00:00.000Z`,
        ...(eventId !== undefined && { corrects: { eventId, reason: 'salah catat' } }),
      },
    ]);
  };
  for (const line of beginning) write(line, FIRST_DAY, FIRST_DAY);
  let today = FIRST_DAY;
  const last = new Map<Kind, Tell>();
  for (const [id, { kind, again, ...rest }] of happenings.entries()) {
    today = after(today, rest.later);
    const day = after(today, -rest.ago);
    const tell = (again ? last.get(kind) : undefined) ?? kinds[kind](rest, id);
    write(tell(day, rest.amount), today, day);
    last.set(kind, tell);
  }
  return lines;
}

/** What begins with one event, and once: no decider takes another before it, nor it again. */
const OPENED: readonly string[] = ['mentorship', 'workplaceLearning', 'certificate'];
const opensAStream = (type: string): boolean =>
  ['MentorshipProposed', 'WorkplaceLearningAssigned', 'CertificateIssued'].includes(type);

const catalog = eventCatalog([
  ...new Map(competencyHistoryProjections.flatMap(({ events }) => events).map((type) => [type.type, type])).values(),
]);
