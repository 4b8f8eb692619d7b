import { productError } from './double-double.ts';
import { expOfSum } from './exp-parts.ts';
import { logOf } from './log.ts';

/**
 * x to the power y, with the special cases of ECMAScript's `**`; error below 0.55 ulp where the result is normal,
 * so an exactly representable power of integers comes out exact.
 * exp(y ln x), with ln x and the product in two doubles.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return Number.NaN;
  const magnitude = Math.abs(x);
  const odd = Number.isInteger(y) && Math.abs(y) < 9007199254740992 && Math.abs(y) % 2 === 1;
  const sign = odd && (x < 0 || Object.is(x, -0)) ? -1 : 1;
  if (Math.abs(y) === Number.POSITIVE_INFINITY) return powerToInfinity(magnitude, y > 0);
  if (magnitude === 0 || magnitude === Number.POSITIVE_INFINITY) {
    return sign * ((magnitude === 0) === y > 0 ? 0 : Number.POSITIVE_INFINITY);
  }
  if (x < 0 && !Number.isInteger(y)) return Number.NaN;
  if (magnitude === 1) return sign;
  return sign * powerOfPositive(magnitude, y);
}

function powerOfPositive(x: number, y: number): number {
  const { hi, lo } = logOf(x);
  const exponent = y * hi;
  if (exponent > 710) return Number.POSITIVE_INFINITY;
  if (exponent < -746) return 0;
  return expOfSum(exponent, productError(y, hi, exponent) + y * lo);
}

function powerToInfinity(magnitude: number, up: boolean): number {
  if (magnitude === 1) return Number.NaN;
  return magnitude > 1 === up ? Number.POSITIVE_INFINITY : 0;
}
