import { AuthorityGranted } from '@pembinaan/core';
import type { Agency, Attempt, PembinaanCommand } from './agency.js';
import { everybody } from './cast.js';
import { plusDays } from './days.js';
import type { Dice } from './dice.js';

/** A way to get a plausible command wrong. Undefined where it does not apply; what comes out may still be right by chance. */
type Fault = (attempt: Attempt, agency: Agency, dice: Dice) => Attempt | undefined;

const faults: Readonly<Record<string, Fault>> = {
  'by somebody else': (attempt, _agency, dice) => ({ ...attempt, by: dice.of(everybody) ?? attempt.by }),
  'by somebody who had a hand in it': (attempt, agency, dice) => {
    const hands = agency.done.filter(({ attempt: { to } }) => to === attempt.to).map(({ attempt: { by } }) => by);
    return { ...attempt, by: dice.of(hands) ?? attempt.by };
  },
  'typed by somebody else': (attempt, agency, dice) => {
    const hands = agency.done.filter(({ attempt: { to } }) => to === attempt.to).map(({ attempt: { by } }) => by);
    return { ...attempt, by: dice.of([...hands, ...everybody]) ?? attempt.by, onBehalfOf: attempt.by };
  },
  'for somebody else': (attempt, _agency, dice) => ({ ...attempt, onBehalfOf: dice.of(everybody) ?? attempt.by }),
  'without authority': ({ under, ...attempt }) => (under === undefined ? undefined : attempt),
  'under the authority of another': (attempt, agency, dice) => {
    const grant = dice.of(agency.history.of(AuthorityGranted));
    return grant && { ...attempt, under: grant.of, ...(dice.chance(50) && { by: grant.data.subjectId }) };
  },
  'dated back': (attempt, { today }, dice) => ({
    ...attempt,
    on: plusDays(attempt.on ?? today, -(dice.of([1, 7, 30, 120, 400]) ?? 1)),
  }),
  'about another one': (attempt, agency, dice) => {
    const others = agency.done.filter((done) => done.attempt.command.type === attempt.command.type);
    const to = dice.of(others)?.attempt.to ?? agency.newId('nothing');
    return to === attempt.to ? undefined : { ...attempt, to };
  },
  'as a correction': (attempt, agency, dice) => {
    const events = agency.done.filter(({ attempt: { to } }) => to === attempt.to).flatMap(({ events }) => events);
    const corrects = dice.of(events)?.id;
    return corrects === undefined ? undefined : { ...attempt, corrects };
  },
  'with another value': altered,
  'with other values': (attempt, agency, dice) => {
    const once = altered(attempt, agency, dice);
    return once && (altered(once, agency, dice) ?? once);
  },
};

/** The attempt with something wrong about it. */
export function wrong(attempt: Attempt, agency: Agency, dice: Dice): Attempt | undefined {
  const name = dice.of(dice.chance(40) ? ['with another value'] : Object.keys(faults));
  const found = name === undefined ? undefined : faults[name]?.(attempt, agency, dice);
  return found && { ...found, fault: [attempt.fault, name].filter(Boolean).join(', ') };
}

/** The attempt with one value of its data changed: a date moved, a figure raised, an id of something else, a part left out. */
function altered(attempt: Attempt, agency: Agency, dice: Dice): Attempt | undefined {
  const { type, data } = attempt.command;
  const changed = alter(data, agency, dice, '');
  // What comes in from outside is not typed either: the schema of the command turns away what does not fit.
  return changed === undefined ? undefined : { ...attempt, command: { type, data: changed } as PembinaanCommand };
}

function alter(value: unknown, agency: Agency, dice: Dice, key: string): unknown {
  if (Array.isArray(value)) {
    const at = dice.between(0, value.length - 1);
    if (value.length === 0) return undefined;
    if (dice.chance(20)) return value.filter((_, index) => index !== at);
    if (dice.chance(10)) return [...value, value[at]];
    return value.map((entry, index) => (index === at ? alter(entry, agency, dice, key) : entry));
  }
  if (typeof value === 'object' && value !== null) {
    const part = dice.of(Object.entries(value));
    if (part === undefined) return undefined;
    const [name, old] = part;
    const { [name]: _old, ...rest } = Object.fromEntries(Object.entries(value));
    return dice.chance(12) ? rest : { ...rest, [name]: alter(old, agency, dice, name) };
  }
  if (typeof value === 'number') return dice.oneOf(0, 1, value - 1, value + 1, value * 2, value * 10);
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return plusDays(value, dice.oneOf(-400, -31, -1, 1, 31, 400));
  return dice.of(heard(agency, key).filter((other) => other !== value)) ?? value;
}

/** The texts that stood under that key in any command that was accepted: other ids, other codes. */
function heard(agency: Agency, key: string): readonly string[] {
  const found = new Set<string>();
  const listen = (value: unknown, name: string): void => {
    if (typeof value === 'string' && name === key) found.add(value);
    else if (Array.isArray(value)) for (const entry of value) listen(entry, name);
    else if (typeof value === 'object' && value !== null)
      for (const [part, entry] of Object.entries(value)) listen(entry, part);
  };
  for (const { attempt } of agency.done.slice(-300)) listen(attempt.command.data, '');
  return [...found];
}
