import type { DoubleDouble } from './double-double.ts';
import { logParts } from './log-parts.ts';

/** 54 ln 2 rounded, minus 54 ln 2. */
const SCALE_LO = 1.1902053746983427e-15;

/** Natural logarithm; error below 0.51 ulp. log(0) is -Infinity, of a negative number NaN. */
export function log(x: number): number {
  return isOrdinary(x) ? logOf(x).hi : specialLog(x);
}

/** ln x in two doubles for finite x > 0, subnormal numbers included. */
export function logOf(x: number): DoubleDouble {
  if (x >= 2.2250738585072014e-308) return logParts(x, 0);
  // 2^54 x is normal; 54 ln 2 = 37.42994775023705, in two doubles.
  const { hi, lo } = logParts(x * 18014398509481984, 0);
  const sum = hi - 37.42994775023705;
  const rest = hi - sum - 37.42994775023705 + (lo + SCALE_LO);
  return { hi: sum + rest, lo: sum - (sum + rest) + rest };
}

/** True where logarithms have a finite value. */
export function isOrdinary(x: number): boolean {
  return x > 0 && x < Number.POSITIVE_INFINITY;
}

/** The logarithm, to any base, of what is not a positive finite number. */
export function specialLog(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return x > 0 ? x : Number.NaN;
}
