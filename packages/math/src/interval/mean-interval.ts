import { bitfrontError } from '@bitfront/errors';
import { studentT975 } from './student-t.ts';
import { sum } from './sum.ts';

/** An interval that covers the true value in 95 of 100 repetitions of the whole experiment. */
export interface Interval95 {
  readonly low: number;
  readonly high: number;
}

/** A mean with its interval. */
export interface MeanInterval95 extends Interval95 {
  readonly mean: number;
}

/**
 * Mean and two-sided 95 % confidence interval, mean -+ t(0.975, n - 1) s / sqrt(n), of independent values of a
 * roughly normal quantity. Needs two values at least: throws VALUES_TOO_FEW, since one value tells no spread.
 */
export function meanInterval95(values: readonly number[] | Float64Array): MeanInterval95 {
  const n = values.length;
  if (n < 2)
    throw bitfrontError('VALUES_TOO_FEW', { count: n, least: 2, purpose: 'a 95 % confidence interval' });
  const mean = sum(values) / n;
  const squares: number[] = [];
  for (const value of values) squares.push((value - mean) * (value - mean));
  const half = studentT975(n - 1) * Math.sqrt(sum(squares) / (n - 1) / n);
  return { mean, low: mean - half, high: mean + half };
}
