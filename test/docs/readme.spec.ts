import { expect, it } from 'vitest';

// #region first-steps

import { competencyHistory, gapMap } from '@pembinaan/competency-history';
import {
  DevelopmentNeedProposed,
  developmentNeed,
  ProposeDevelopmentNeed,
  VerifyDevelopmentNeed,
} from '@pembinaan/core';
import { handle, memoryStore } from '@pembinaan/event-sourcing';

const store = memoryStore(); // or: await sqliteStore('agency.db') from @pembinaan/store-sqlite
const head = { actor: { subjectId: 'subject-17', roles: [] } };

const proposed = await handle(
  store,
  developmentNeed,
  'need-1',
  ProposeDevelopmentNeed({
    year: 2026,
    origin: { kind: 'strategic' },
    target: { kind: 'unit', unitId: 'unit-3' },
    competency: 'M05',
    form: 'KL03',
    jp: 2000, // hundredths: 20 JP
    estimatedCost: 24_000_000,
  }),
  head,
);

// The same person may not verify it: a refusal is a value, with its rule and a message in two languages.
const verified = await handle(
  store,
  developmentNeed,
  'need-1',
  VerifyDevelopmentNeed({ checklist: [{ item: 'biaya', met: true }] }),
  head,
);
const why = verified.accepted ? undefined : verified.rejection.message.id;

// Every view is a replay, as of any moment: what was true on a day (effective), as it was known at a moment (recorded).
const history = await competencyHistory(store);
const then = history.asOf({ effective: '2026-06-30', recorded: '2026-06-30T16:59:59.999Z' });
const person = await then.person('subject-7'); // undefined: no event tells of that id
const gaps = await then.ask(gapMap, { unitId: 'unit-3' }); // a page of lines, and where the next page begins
// #endregion first-steps

it('the first steps of the README do what they say', async () => {
  expect(proposed).toMatchObject({ accepted: true, events: [{ type: DevelopmentNeedProposed.type, revision: 0 }] });
  expect(verified).toMatchObject({ accepted: false, rejection: { rule: 'R02' } });
  expect(why).toContain('subject-17');
  expect(await history.people()).toEqual([]);
  expect(person).toBeUndefined();
  expect(gaps).toMatchObject({ lines: [], next: null });
});
