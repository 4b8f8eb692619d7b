import { sumError } from './double-double.ts';
import { isOrdinary, specialLog } from './log.ts';
import { logParts } from './log-parts.ts';

/** ln(1 + x) without cancellation near 0; error below 0.51 ulp. log1p(-1) is -Infinity, below -1 NaN. */
export function log1p(x: number): number {
  if (Math.abs(x) < 1e-17) return x;
  const sum = 1 + x;
  if (!isOrdinary(sum)) return specialLog(sum);
  return logParts(sum, sumError(1, x, sum)).hi;
}
