import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { pembinaan } from '@pembinaan/core';
import { isRejection } from '@pembinaan/event-sourcing';
import { afterAll, expect, inject } from 'vitest';

/**
 * Notes, while the tests of the domain run, which test led a decider to which decision: from that, `test/docs/rules-page.mjs` makes
 * docs/rules.md, so that the page tells what tests have really proven.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = inject('observedFolder');
const OBSERVED = Symbol.for('pembinaan/observed');

type Decide = (command: { readonly type: string }, state: unknown, facts?: Record<string, unknown>) => unknown;
type Watched = { decide: Decide; [OBSERVED]?: true };

const shared = globalThis as { [OBSERVED]?: Set<string> };
const noted = shared[OBSERVED] ?? new Set<string>();
shared[OBSERVED] = noted;

function note(
  command: string,
  facts: readonly string[],
  refusal: { readonly rule?: string; readonly reason?: string },
) {
  const { testPath = '', currentTestName = '' } = expect.getState();
  const file = testPath.slice(root.length);
  if (!file.startsWith('packages/core/test')) return;
  const { rule, reason } = refusal;
  noted.add(JSON.stringify({ file, test: currentTestName, command, facts, rule, reason }));
}

for (const decider of pembinaan.deciders as unknown as Watched[]) {
  if (decider[OBSERVED] === true) continue;
  const { decide } = decider;
  Object.assign(decider, {
    [OBSERVED]: true,
    decide(command: { readonly type: string }, state: unknown, facts: Record<string, unknown> = {}) {
      const decision = decide(command, state, facts);
      note(command.type, Object.keys(facts).sort(), isRejection(decision) ? decision : {});
      return decision;
    },
  });
}

// What is laid over every decider is refused at the door.
const door = pembinaan as { dispatch: typeof pembinaan.dispatch; [OBSERVED]?: true };
if (door[OBSERVED] !== true) {
  const { dispatch } = door;
  Object.assign(door, {
    [OBSERVED]: true,
    async dispatch(...args: Parameters<typeof dispatch>) {
      const result = await dispatch(...args);
      if (!result.accepted) note(args[2].type, ['authorities of the actor', 'policy'], result.rejection);
      return result;
    },
  });
}

afterAll(() => {
  if (noted.size === 0) return;
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${process.pid}-${threadId}.ndjson`), `${[...noted].join('\n')}\n`);
  noted.clear();
});
