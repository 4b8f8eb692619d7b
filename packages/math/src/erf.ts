import { expOfSum } from './exp-parts.ts';
import { productError } from './double-double.ts';
import { scaledTail } from './scaled-tail.ts';

/** The error function 2/sqrt(pi) * integral of exp(-t^2) from 0 to x; error below 2 ulp. */
export function erf(x: number): number {
  if (x !== x) return x;
  const magnitude = Math.abs(x);
  if (magnitude < 0.5) return erfNearZero(x);
  const value = magnitude > 6 ? 1 : 1 - erfcBeyondHalf(magnitude);
  return x < 0 ? -value : value;
}

/**
 * Complementary error function 1 - erf(x), without cancellation: relative error below 1e-15 for every x
 * whose result is a normal number (x up to 26.5); 0 beyond 27.3.
 */
export function erfc(x: number): number {
  if (x !== x) return x;
  if (x < -6) return 2;
  if (x <= -0.5) return 2 - erfcBeyondHalf(-x);
  if (x < 0.5) return 1 - erfNearZero(x);
  return x > 28 ? 0 : erfcBeyondHalf(x);
}

function erfcBeyondHalf(x: number): number {
  const square = x * x;
  return expOfSum(-square, -productError(x, x, square)) * scaledTail(x);
}

/**
 * |x| < 1/2: Maclaurin's series x + x (c0 + c1 x^2 + ... + c13 x^26), c_n = 2/sqrt(pi) (-1)^n / (n! (2n + 1)),
 * less 1 in c0. Source: Abramowitz and Stegun 7.1.5.
 */
export function erfNearZero(x: number): number {
  const z = x * x;
  let sum = -6.7113668551641105e-12;
  sum = sum * z + 9.422759064650411e-11;
  sum = sum * z - 1.2290555301717928e-9;
  sum = sum * z + 1.4807192815879218e-8;
  sum = sum * z - 1.6365844691234924e-7;
  sum = sum * z + 1.6462114365889248e-6;
  sum = sum * z - 1.492565035840625e-5;
  sum = sum * z + 0.00012055332981789664;
  sum = sum * z - 0.0008548327023450853;
  sum = sum * z + 0.005223977625442188;
  sum = sum * z - 0.026866170645131252;
  sum = sum * z + 0.11283791670955126;
  sum = sum * z - 0.37612638903183754;
  sum = sum * z + 0.1283791670955126;
  return x + x * sum;
}
