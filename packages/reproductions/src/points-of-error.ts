import { meanInterval95 } from '@bitfront/math';
import type { Measured } from './reproduction.ts';
import type { ResultRow } from './results.ts';

/** Test accuracy in percent: the mean over rows that differ in their training alone. */
export function accuracyOf(rows: readonly ResultRow[]): number {
  return 100 * (1 - mean(rows.map((row) => row.number('errorRate'))));
}

/**
 * How many points of accuracy `worse` lies below `better`: the mean over pairs of trainings, with Student's interval
 * over them where there are two at least. Both are in the order of the trainings.
 */
export function pointsBelow(worse: readonly ResultRow[], better: readonly ResultRow[]): Measured {
  const losses = Float64Array.from(
    worse,
    (row, at) => 100 * (row.number('errorRate') - (better[at]?.number('errorRate') ?? Number.NaN)),
  );
  if (losses.length < 2) return { value: mean([...losses]) };
  const { mean: value, low, high } = meanInterval95(losses);
  return { value, low95: low, high95: high };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
