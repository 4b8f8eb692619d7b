import { multiply } from './double-double.ts';
import { isOrdinary, logOf, specialLog } from './log.ts';

/** Logarithm to base 10; error below 0.51 ulp, exact for powers of ten. */
export function log10(x: number): number {
  if (!isOrdinary(x)) return specialLog(x);
  const { hi, lo } = logOf(x);
  // 1 / ln 10 in two doubles
  return multiply(hi, lo, 0.4342944819032518, 1.098319650216765e-17).hi;
}
