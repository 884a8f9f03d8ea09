import { command, decider, event, handle, memoryStore, rule, stream } from '@pembinaan/event-sourcing';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';

/** Checked by the compiler: an `@ts-expect-error` that is not needed is an error itself. */

const Proposed = event('MentorshipProposed', z.strictObject({ mentorId: z.string(), menteeId: z.string() }));
const SessionRecorded = event('MentoringSessionRecorded', z.strictObject({ hours: z.number() }))
  .next(z.strictObject({ minutes: z.int() }), (v1) => ({ minutes: Math.round(v1.hours * 60) }))
  .next(z.strictObject({ minutes: z.int(), place: z.enum(['office', 'online']) }), (v2) => ({
    ...v2,
    place: 'office',
  }));
const Propose = command('ProposeMentorship', z.strictObject({ mentorId: z.string(), menteeId: z.string() }));
const Record_ = command('RecordMentoringSession', z.strictObject({ minutes: z.int(), roomId: z.string() }));
const Closed = rule('X01', {
  text: { en: 'Open only.', id: 'Hanya yang terbuka.' },
  refusals: { notOpen: (d: { status: string }) => ({ en: `It is ${d.status}.`, id: `Status ${d.status}.` }) },
});

type State = { readonly status: 'none' } | { readonly status: 'open'; readonly minutes: number };
type Room = { readonly seats: number };

const RoomBuilt = event('RoomBuilt', z.strictObject({ seats: z.int() }));
const roomState = stream('room', { events: [RoomBuilt], initial: (): Room => ({ seats: 0 }) }).evolve({
  RoomBuilt: (_, e) => ({ seats: e.data.seats }),
});

const mentorshipState = stream('mentorship', {
  events: [Proposed, SessionRecorded],
  initial: (): State => ({ status: 'none' }),
}).evolve({
  MentorshipProposed: () => ({ status: 'open', minutes: 0 }),
  MentoringSessionRecorded: (state, e) =>
    state.status === 'open' ? { ...state, minutes: state.minutes + e.data.minutes } : state,
});

const mentorship = decider(mentorshipState, { commands: [Propose, Record_] })
  .facts({
    RecordMentoringSession: (state, c) => {
      expectTypeOf(state).toEqualTypeOf<State>();
      return {
        room: roomState.at(c.data.roomId),
        next: roomState.at(c.data.roomId).chain((room) => (room.seats > 0 ? roomState.at('other') : undefined)),
        all: [roomState.at('a'), roomState.at('b')],
      };
    },
  })
  .decide({
    ProposeMentorship: (_, c, facts) => {
      // @ts-expect-error this command declares no facts
      facts.room;
      return [Proposed(c.data)];
    },
    RecordMentoringSession: (state, c, facts) => {
      expectTypeOf(facts.room).toEqualTypeOf<Room>();
      expectTypeOf(facts.next).toEqualTypeOf<Room | undefined>();
      expectTypeOf(facts.all).toEqualTypeOf<readonly Room[]>();
      if (state.status !== 'open') return Closed.refuse('notOpen', { status: state.status });
      return [SessionRecorded({ minutes: c.data.minutes, place: 'office' })];
    },
  });

describe('types are inferred, without generics in user code', () => {
  it('infers results of handle', async () => {
    const context = { actor: { subjectId: 's1', roles: [] } };
    const result = await handle(memoryStore(), mentorship, 'm1', Propose({ mentorId: 'a', menteeId: 'b' }), context);
    expect(result.accepted).toBe(true);
    if (!result.accepted) return;
    const [first] = result.events;
    if (first?.type === 'MentoringSessionRecorded') {
      expectTypeOf(first.data.place).toEqualTypeOf<'office' | 'online'>();
    }
    expect(first?.type).toBe('MentorshipProposed');
  });

  it('refuses what is wrong at compile time', () => {
    const never = (): boolean => false;
    if (never()) {
      // @ts-expect-error an upcaster that forgets a field does not compile
      event('A', z.strictObject({ a: z.number() })).next(z.strictObject({ a: z.number(), b: z.string() }), (v) => ({
        a: v.a,
      }));
      // @ts-expect-error wrong literal
      SessionRecorded({ minutes: 1, place: 'home' });
      // @ts-expect-error missing field
      Proposed({ mentorId: 'a' });
      // @ts-expect-error wrong command payload
      Propose({ mentorId: 1, menteeId: 'b' });
      // @ts-expect-error missing evolve handler
      stream('x', { events: [Proposed, SessionRecorded], initial: (): State => ({ status: 'none' }) }).evolve({
        MentorshipProposed: (s) => s,
      });
      stream('x', { events: [Proposed], initial: (): State => ({ status: 'none' }) }).evolve({
        MentorshipProposed: (s) => s,
        // @ts-expect-error a handler for an event that is not listed
        MentoringSessionRecorded: (s: State) => s,
      });
      // @ts-expect-error missing decide handler
      decider(mentorshipState, { commands: [Propose, Record_] }).decide({ ProposeMentorship: () => [] });
      decider(mentorshipState, { commands: [Propose] }).decide({
        // @ts-expect-error an event of another stream
        ProposeMentorship: () => [RoomBuilt({ seats: 1 })],
      });
      // @ts-expect-error facts of a command that is not listed
      decider(mentorshipState, { commands: [Propose] }).facts({ Other: () => ({}) });
      // @ts-expect-error unknown reason of a rule
      Closed.refuse('open', { status: 'x' });
      const actor = { subjectId: 's', roles: [] };
      const foreign = { type: 'BuildRoom', data: {} } as const;
      // @ts-expect-error a command of another decider
      void handle(memoryStore(), mentorship, 'm1', foreign, { actor });
    }
    expect(never()).toBe(false);
  });
});
