import { describe, expect, it } from 'vitest';
import { indonesia2026 } from '../../src/governance/policy/index.js';
import { predicateOf } from '../../src/values/index.js';

const matrix = indonesia2026.figures['performance.matrix'].value;

describe('the performance predicate', () => {
  it.each([
    ['above', 'above', 'sangatBaik'],
    ['above', 'meets', 'baik'],
    ['above', 'below', 'kurang'],
    ['meets', 'above', 'baik'],
    ['meets', 'meets', 'baik'],
    ['meets', 'below', 'kurang'],
    ['below', 'above', 'butuhPerbaikan'],
    ['below', 'meets', 'butuhPerbaikan'],
    ['below', 'below', 'sangatKurang'],
  ] as const)('of results %s and behaviour %s is %s', (results, behaviour, predicate) =>
    expect(predicateOf(results, behaviour, matrix)).toBe(predicate),
  );
});
