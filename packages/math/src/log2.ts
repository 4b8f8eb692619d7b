import { multiply } from './double-double.ts';
import { isOrdinary, logOf, specialLog } from './log.ts';

/** Logarithm to base 2; error below 0.51 ulp, exact for powers of two. */
export function log2(x: number): number {
  if (!isOrdinary(x)) return specialLog(x);
  const { hi, lo } = logOf(x);
  // 1 / ln 2 in two doubles
  return multiply(hi, lo, 1.4426950408889634, 2.0355273740931033e-17).hi;
}
