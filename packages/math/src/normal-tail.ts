import { productError } from './double-double.ts';
import { erfNearZero } from './erf.ts';
import { expOfSum } from './exp-parts.ts';
import { scaledTail } from './scaled-tail.ts';

/**
 * Q(x) = P(Z > x) = erfc(x / sqrt 2) / 2 for a standard normal Z. Relative error below 1e-15 for every x whose
 * result is a normal number (x up to 37.5): exp(-x^2 / 2) is formed from x itself, not from the rounded x / sqrt 2.
 */
export function normalTail(x: number): number {
  if (x !== x) return x;
  if (x < -9) return 1;
  if (x > 39) return 0;
  const magnitude = Math.abs(x);
  const u = magnitude * Math.SQRT1_2;
  if (u < 0.5) return 0.5 - 0.5 * erfNearZero(x * Math.SQRT1_2);
  const square = magnitude * magnitude;
  const tail =
    0.5 * (expOfSum(-0.5 * square, -0.5 * productError(magnitude, magnitude, square)) * scaledTail(u));
  return x < 0 ? 1 - tail : tail;
}
