import { HcdpEstablished } from '@pembinaan/core';
import {
  assessed,
  by,
  certified,
  communityFormed,
  confirmed,
  credited,
  decree,
  designed,
  figure,
  gapValidated,
  type Line,
  mentorship,
  met,
  outcome,
  passed,
  placed,
  pns,
  policy,
  pppk,
  predicate,
  rated,
  recognised,
  registered,
  sentTo,
  separated,
  since,
  standard,
} from './fixtures.js';

export const inArchive: readonly string[] = ['b', 'd', 'f'];
export const atCounter: readonly string[] = Array.from(
  { length: 30 },
  (_, index) => `g${String(index).padStart(2, '0')}`,
);
export const nowhere: readonly string[] = ['a', 'e'];

/** An office with more people in a unit than are read at a time, some of them with several lines, and two who stand in no unit. */
export const office: readonly Line[] = [
  policy({ 'disclosure.minimumN': figure(2) }),
  standard('s', { M01: 2, M05: 3 }),
  ...inArchive.flatMap((person) => pns(person, 'arsip', { positionKind: 'pengawas' })),
  ...atCounter.flatMap((person) => pns(person, 'loket')),
  ...nowhere.map((person) => registered(person)),
  // One who moved from one unit into the other, and one who left.
  ...pns('c', 'arsip'),
  placed('c', 'loket', { from: '2026-02-01' }),
  ...pns('z', 'loket'),
  separated('z', '2026-03-01'),
  ...['a', 'b', 'c', 'g00', 'g24', 'g25', 'z'].flatMap((person) => [
    credited(person, '2026-01-10', 500),
    credited(person, '2026-03-10', 700),
    assessed(person, 'M05', 2, '2026-01-20'),
    certified(`x-${person}`, person, `b-${person}`, '2026-01-10', { validUntil: '2026-08-31', programId: 'p' }),
    certified(`y-${person}`, person, `b-${person}`, '2026-01-10', { validUntil: '2026-07-31', programId: 'q' }),
    mentorship(`m-${person}`, person, 'd').proposed,
    mentorship(`n-${person}`, person, 'f').proposed,
  ]),
  recognised('b', 'r1'),
  ...['k', 'l', 'm'].flatMap((community) => [
    communityFormed(community),
    met(community, '1', '2026-02-01', ['b', 'g00'], ['arsip', 'loket']),
  ]),
];

/** The same office, with something to tell for every read model. */
export const busyOffice: readonly Line[] = [
  ...office,
  [
    'hcdp-h1',
    HcdpEstablished.of({
      agencyId: 'kota',
      years: { from: 2025, to: 2029 },
      rpjmdRef: 'RPJMD',
      targets: [{ targetId: 't', text: 'kompeten', indicator: 'JPM' }],
      decree,
      establishedBy: by,
    }),
  ],
  designed('p', 'M05'),
  ...pppk('k', 'loket', '2025-03-15', '2027-03-14'),
  sentTo('w1', 'k', '2026-05-01', '2026-05-31'),
  ...['b', 'd', 'k'].flatMap((person) => [
    ...passed('b7', person, '2026-01-20').map((line) => since('2026-01-20', line)),
    rated(person, 'b7', 'boss', 'superior', '2026-05-01', { M05: 3, akuntabel: 4 }),
    rated(person, 'b7', 'x', 'peer', '2026-05-02', { M05: 2, akuntabel: 3 }),
    rated(person, 'b7', 'y', 'peer', '2026-05-03', { M05: 2, akuntabel: 3 }),
    predicate(person, { year: 2025 }, 'baik'),
    gapValidated(person, 'M05', 3),
  ]),
  confirmed('b8', 'b', '2026-05-20'),
  outcome('b8', 'b', 'notCompleted'),
];
