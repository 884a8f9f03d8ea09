import { expect, test } from 'vitest';
import { inOwnProcess } from './own-process.js';

test('the client of Kurrent, in a process of its own, finds in the stand-in what it finds in a server', async () => {
  const tests = await inOwnProcess(new URL('./kurrent.alone.ts', import.meta.url));
  expect(tests.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(tests).toHaveLength(14);
}, 120_000);
