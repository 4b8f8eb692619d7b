import { sumError } from './double-double.ts';
import { expParts } from './exp-parts.ts';
import { powerOfTwo, scaleByPowerOfTwo } from './float-parts.ts';

/** e^x - 1 without cancellation near 0; error below 1 ulp. */
export function expm1(x: number): number {
  if (x !== x || Math.abs(x) < 1e-17) return x;
  if (x > 710) return Number.POSITIVE_INFINITY;
  if (x < -40) return -1;
  const { exponent, hi, lo } = expParts(x, 0);
  if (exponent === 0) return hi + lo;
  if (exponent > 60) {
    const sum = 1 + hi;
    return scaleByPowerOfTwo(sum + (1 - sum + hi + lo), exponent);
  }
  // 2^k - 1 (exact in two doubles) + 2^k (hi + lo)
  const power = powerOfTwo(exponent);
  const base = power - 1;
  const baseLow = sumError(power, -1, base);
  const sum = base + power * hi;
  return sum + (sumError(base, power * hi, sum) + (baseLow + power * lo));
}
