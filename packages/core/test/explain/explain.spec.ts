import type { Entry } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import {
  arithmeticStep,
  type Clock,
  correctedBy,
  eachEventOnce,
  eventStep,
  explainedLines,
  figureSteps,
  indonesia2026,
  knownEntries,
  LocalDate,
  laterThan,
  missingStep,
  notStanding,
  replacedBy,
  reversedBy,
  ruleStep,
  standsOn,
  stepText,
} from '../../src/index.js';

const entry = (revision: number, some: Partial<Entry> = {}): Entry => ({
  eventId: `e${revision}`,
  type: 'Told',
  revision,
  position: String(revision),
  occurredAt: '2026-03-02T02:00:00.000Z',
  recordedAt: '2026-03-03T02:00:00.000Z',
  data: { value: revision },
  ...some,
});

const clock: Clock = {
  effective: LocalDate.parse('2026-06-30'),
  before: '2026-06-30T17:00:00.000Z',
  recorded: undefined,
  position: undefined,
};
const tells = { en: 'It was told', id: 'Hal itu disampaikan' };

describe('known entries', () => {
  const [first, second] = knownEntries([
    { stream: 'thing-a', entries: [entry(0), entry(1, { corrects: { eventId: 'e0', reason: 'a slip' } })] },
    { stream: 'thing-b', entries: [entry(2)] },
  ]);

  it('bear their stream, and what corrects them', () => {
    expect(first).toMatchObject({ stream: 'thing-a', correctedBy: { eventId: 'e1', revision: 1, why: 'a slip' } });
    expect(second).toMatchObject({ stream: 'thing-a', correctedBy: null });
  });

  it('stand unless they were corrected or lie ahead', () => {
    const [ahead] = knownEntries([
      { stream: 'thing-a', entries: [entry(0, { occurredAt: '2026-07-01T02:00:00.000Z' })] },
    ]);
    const standing = [first, second, ahead].map((known) => known && standsOn(known, clock));
    expect(standing).toEqual([false, true, false]);
    expect([first, ahead].map((known) => known && notStanding(known, clock)?.reason)).toEqual(['corrected', 'later']);
  });
});

describe('an event step', () => {
  const told = { ...entry(4), stream: 'thing-a', correctedBy: null };
  const by = { eventId: 'e9', revision: 9, type: 'Told', data: {}, stream: 'thing-a', why: 'a slip' };

  it('counts where nothing keeps it from counting', () => {
    const step = eventStep(told, tells, undefined);
    expect(step).toMatchObject({ counts: true, reason: null, by: null, sentence: { en: 'It was told.' } });
    expect(stepText(step, 'en')).toBe('+ It was told. [event 4 of thing-a, Told, recorded 2026-03-03T02:00:00.000Z]');
  });

  it.each([
    [correctedBy(by), 'corrected', 'corrected by event 9 of thing-a (reason: a slip)', 'e9'],
    [reversedBy(by), 'reversed', 'reversed by event 9 of thing-a (reason: a slip)', 'e9'],
    [replacedBy(by), 'replaced', 'event 9 of thing-a took its place', 'e9'],
    [replacedBy(undefined), 'replaced', 'a newer record took its place', null],
    [laterThan('2026-06-30'), 'later', 'it comes after 2026-06-30', null],
  ] as const)('says why it does not: %j', (obstacle, reason, why, eventId) => {
    const step = eventStep(told, tells, obstacle);
    expect(step).toMatchObject({ counts: false, reason, by: eventId });
    expect(step.sentence.en).toBe(`It was told. It does not count: ${why}.`);
    expect(stepText(step, 'id')).toMatch(/^- Hal itu disampaikan\. Tidak dihitung: .+\. \[peristiwa 4 pada thing-a, /);
  });

  it('is told once, where it counts first', () => {
    const sum = arithmeticStep({ en: 'A sum.', id: 'Jumlah.' }, [], 1);
    const steps = [eventStep(told, tells, undefined), sum, eventStep(told, tells, laterThan('2026-06-30')), sum];
    expect(eachEventOnce(steps)).toEqual([steps[0], sum, sum]);
  });
});

describe('a figure of the policy', () => {
  const reading = { en: 'so much', id: 'sekian' };
  const adoptedBy = { ...entry(0, { type: 'PolicyVersionAdopted' }), stream: 'policy-agency' };
  const on = clock.effective;
  const policy = { version: 'p-1', effectiveFrom: LocalDate.parse('2026-01-01'), figures: indonesia2026.figures };

  it('is told with its basis, after the event that adopted it', () => {
    const steps = figureSteps({ on, policy, adoptedBy }, 'disclosure.minimumN', reading);
    expect(steps.map(({ kind }) => kind)).toEqual(['event', 'figure']);
    expect(steps[1]).toMatchObject({ key: 'disclosure.minimumN', value: 5, version: 'p-1', certainty: 'M' });
    expect(steps[1]?.sentence.en).toContain('disclosure.minimumN of the policy p-1: so much (basis: ');
  });

  it('is missing without a policy, and where the policy does not set it', () => {
    const [none] = figureSteps({ on, policy: undefined, adoptedBy: undefined }, 'disclosure.minimumN', reading);
    expect(none?.sentence.en).toBe('No policy is in force on 2026-06-30, so that disclosure.minimumN is not known.');
    const unset = figureSteps({ on, policy, adoptedBy }, 'effect.minimum', reading).at(-1);
    expect(unset).toMatchObject({ kind: 'missing', what: 'policy' });
    expect(unset?.sentence.en).toBe('The policy p-1 sets no effect.minimum: the agency has yet to set it.');
  });
});

describe('an explanation as text', () => {
  it('has what was asked, as of when, and the steps, numbered', () => {
    const lines = [ruleStep('R06'), missingStep('thing', 'It is not known.', 'Belum diketahui.')].map((step) =>
      stepText(step, 'id'),
    );
    const asOf = { effective: clock.effective, recorded: '2026-07-01T00:00:00.000Z', position: '12' };
    const head = { title: { en: 'Level', id: 'Level' }, value: { en: '3', id: '3' }, asOf };
    const text = explainedLines(head, lines, 'id').split('\n');
    expect(text.slice(0, 2)).toEqual([
      'Level: 3',
      'Per 2026-06-30, sebagaimana diketahui pada 2026-07-01T00:00:00.000Z, sampai posisi 12 pada log.',
    ]);
    expect(text[2]).toMatch(/^1\. R06: /);
    expect(text[3]).toBe('2. ? Belum diketahui.');
  });

  it('refuses a rule that the rulebook does not have', () => {
    expect(() => ruleStep('R99')).toThrow('The rulebook has no rule R99.');
  });
});
