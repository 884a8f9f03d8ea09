import { expect, it } from 'vitest';
import { inOwnProcess } from './stand-in/own-process.js';

const MINUTES = 60_000;

it("the store keeps the whole contract on Kurrent's client, in a process of its own", {
  timeout: 4 * MINUTES,
}, async () => {
  const laws = await inOwnProcess(new URL('./kurrent-client.alone.ts', import.meta.url));
  expect(laws.filter(({ status }) => status === 'failed')).toEqual([]);
  expect(laws.filter(({ status }) => status === 'passed').length).toBeGreaterThan(100);
});
