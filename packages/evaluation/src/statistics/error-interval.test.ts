import { meanInterval95, wilson95 } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { errorInterval } from './error-interval.ts';

describe('errorInterval', () => {
  it('is Wilson alone for one repeat', () => {
    // Newcombe 1998, table I, method 3: 81 of 263.
    const { mean, low, high } = errorInterval(Float64Array.of(81 / 263), 263);
    expect(mean).toBe(81 / 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('adds the spread of the repeats in quadrature', () => {
    const rates = Float64Array.of(0.1, 0.12, 0.14);
    const { low, high } = errorInterval(rates, 1000);
    const [sampling, repeats] = [wilson95(120, 1000), meanInterval95(rates)];
    expect(0.12 - low).toBeCloseTo(Math.hypot(0.12 - sampling.low, repeats.high - 0.12), 12);
    expect(high - 0.12).toBeCloseTo(Math.hypot(sampling.high - 0.12, repeats.high - 0.12), 12);
  });

  it('stays within [0, 1] and contains the mean', () => {
    for (const rates of [[0, 0], [1, 1], [0, 1], [0.5]]) {
      const { mean, low, high } = errorInterval(Float64Array.from(rates), 10);
      expect(low >= 0 && low <= mean && mean <= high && high <= 1).toBe(true);
    }
  });
});
