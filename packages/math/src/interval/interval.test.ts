import { describe, expect, it } from 'vitest';
import { meanInterval95 } from './mean-interval.ts';
import { studentT975 } from './student-t.ts';
import { sum } from './sum.ts';
import { wilson95 } from './wilson.ts';

describe('sum', () => {
  it('keeps what a plain sum loses', () => {
    // Neumaier's own example.
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(new Float64Array(10).fill(0.1))).toBe(1);
    expect([sum([]), sum([Infinity, 1]), sum([Infinity, -Infinity])]).toEqual([0, Infinity, NaN]);
  });
});

describe('studentT975', () => {
  it('has closed forms at 1 and 2 degrees', () => {
    expect(studentT975(1)).toBeCloseTo(Math.tan(0.475 * Math.PI), 11);
    expect(studentT975(2)).toBeCloseTo(0.95 * Math.sqrt(2 / (4 * 0.975 * 0.025)), 14);
  });

  it('agrees with 40-digit values beyond the table and falls towards the normal quantile', () => {
    const wanted = [
      2.0395134463964086, 2.0210753903062733, 2.0002978220142604, 1.9839715185235522, 1.9623390808264085,
    ];
    [31, 40, 60, 100, 1000].forEach((degrees, i) => {
      expect(Math.abs(studentT975(degrees) - (wanted[i] ?? 0))).toBeLessThan(1e-7);
    });
    for (let degrees = 1; degrees < 200; degrees++) {
      expect(studentT975(degrees)).toBeGreaterThan(studentT975(degrees + 1));
    }
  });
});

describe('meanInterval95', () => {
  it('matches a hand calculation', () => {
    // 1 ... 5: mean 3, s = sqrt(2.5), t(4) = 2.776445; half width 2.776445 * sqrt(0.5) = 1.963243
    const { mean, low, high } = meanInterval95([1, 2, 3, 4, 5]);
    expect(mean).toBe(3);
    expect(low).toBeCloseTo(3 - 1.963243161, 8);
    expect(high).toBeCloseTo(3 + 1.963243161, 8);
  });

  it('is a point for equal values and refuses fewer than two', () => {
    expect(meanInterval95([0.5, 0.5])).toEqual({ mean: 0.5, low: 0.5, high: 0.5 });
    expect(() => meanInterval95([1])).toThrow(expect.objectContaining({ code: 'VALUES_TOO_FEW' }));
  });
});

describe('wilson95', () => {
  it('matches published values', () => {
    // R. G. Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3: 81/263, 15/148, 0/20, 1/29.
    const cases = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const;
    for (const [errors, trials, low, high] of cases) {
      const interval = wilson95(errors, trials);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
  });

  it('contains the proportion, stays in [0, 1] and mirrors', () => {
    for (let errors = 0; errors <= 30; errors++) {
      const { low, high } = wilson95(errors, 30);
      const mirrored = wilson95(30 - errors, 30);
      expect(low >= 0 && low <= errors / 30 && high >= errors / 30 && high <= 1).toBe(true);
      expect(low).toBeCloseTo(1 - mirrored.high, 12);
    }
  });

  it.each([
    [1, 0],
    [-1, 10],
    [11, 10],
    [Number.NaN, 10],
  ])('refuses %s of %s', (errors, trials) => {
    expect(() => wilson95(errors, trials)).toThrow(expect.objectContaining({ code: 'NUMBER_INVALID' }));
  });
});
