import { describe, expect, it } from 'vitest';
import { totalsOf } from './test-totals.js';

const passed = { status: 'passed', fullName: 'adds' };
const report = (tests: readonly object[], status = 'passed') => ({
  testResults: [{ name: 'a.test.ts', status, assertionResults: tests }],
});
const fine = { lint: 0, types: 0, unit: 0 };

describe('the last lines of npm test', () => {
  it('counts what passed', () => {
    expect(totalsOf(report([passed, passed]), fine, true).lines).toEqual(['0 skipped', '2 passed, 0 failed']);
  });

  it('takes a skipped test for a failure only where the data is there', () => {
    const skipped = report([passed, { status: 'skipped', fullName: 'reads the data' }]);
    expect(totalsOf(skipped, fine, false).lines.slice(-2)).toEqual(['1 skipped', '1 passed, 0 failed']);
    expect(totalsOf(skipped, fine, true).lines).toEqual([
      'skipped although the data is there: reads the data (a.test.ts)',
      '1 skipped',
      '1 passed, 1 failed',
    ]);
  });

  it('lets tests of native kernels be skipped, where there is no compiler', () => {
    const skipped = report([passed, { status: 'skipped', fullName: 'needs a native build: it is loaded' }]);
    expect(totalsOf(skipped, fine, true).lines).toEqual([
      'skipped: needs a native build: it is loaded (a.test.ts)',
      '1 skipped',
      '1 passed, 0 failed',
    ]);
  });

  it.each([
    ['a failed test', report([{ status: 'failed', fullName: 'adds' }], 'failed'), { ...fine, unit: 1 }],
    ['a file that does not run', report([], 'failed'), { ...fine, unit: 1 }],
    ['lint', report([]), { ...fine, lint: 1 }],
    ['types', report([]), { ...fine, types: 2 }],
    ['vitest without a report', undefined, { ...fine, unit: 1 }],
    ['vitest that ends with an error although all tests pass', report([]), { ...fine, unit: 1 }],
  ])('never says 0 failed after %s', (_, said, gates) => {
    expect(totalsOf(said, gates, false).failed).toBe(1);
  });
});
