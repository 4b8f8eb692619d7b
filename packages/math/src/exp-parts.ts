import { scaleByPowerOfTwo } from './float-parts.ts';
import { productError, sumError } from './double-double.ts';
import { LN2_HI, LN2_LO } from './ln2.ts';

/** exp(x) = 2^exponent * (1 + hi + lo), with |hi| < 0.42. */
export interface ExpParts {
  readonly exponent: number;
  readonly hi: number;
  readonly lo: number;
}

/**
 * exp(xHi + xLo), reduced: r = x - exponent * ln 2, |r| <= ln(2) / 2, and
 * expm1(r) = r + r^2 / 2 + r^3 (1/3! + r/4! + ... + r^11/14!): Taylor's series, whose first left-out term is
 * below 2^-62 of the sum. r and r^2 / 2 are carried in two doubles; error below 2^-58 before the last rounding.
 * For |x| < 750.
 */
export function expParts(xHi: number, xLo: number): ExpParts {
  const exponent = Math.floor(xHi * 1.4426950408889634 + 0.5);
  const reduced = xHi - exponent * LN2_HI;
  const correction = xLo - exponent * LN2_LO;
  const r = reduced + correction;
  const rLow = sumError(reduced, correction, r);
  const square = r * r;
  const half = 0.5 * square;
  const halfLow = 0.5 * productError(r, r, square) + r * rLow;
  const cubic = square * r * seriesFromSixth(r);
  const tail = half + cubic;
  const tailLow = half - tail + cubic + (halfLow + rLow);
  const hi = r + tail;
  return { exponent, hi, lo: r - hi + tail + tailLow };
}

/** exp(xHi + xLo), error below 0.52 ulp where the result is normal; 0 and infinity outside the range. */
export function expOfSum(xHi: number, xLo: number): number {
  if (xHi > 710) return Number.POSITIVE_INFINITY;
  if (xHi < -746) return 0;
  const { exponent, hi, lo } = expParts(xHi, xLo);
  const sum = 1 + hi;
  return scaleByPowerOfTwo(sum + (1 - sum + hi + lo), exponent);
}

/** 1/3! + r/4! + ... + r^11/14! */
function seriesFromSixth(r: number): number {
  let sum = 1.1470745597729725e-11;
  sum = sum * r + 1.6059043836821613e-10;
  sum = sum * r + 2.08767569878681e-9;
  sum = sum * r + 2.505210838544172e-8;
  sum = sum * r + 2.755731922398589e-7;
  sum = sum * r + 2.7557319223985893e-6;
  sum = sum * r + 2.48015873015873e-5;
  sum = sum * r + 0.0001984126984126984;
  sum = sum * r + 0.001388888888888889;
  sum = sum * r + 0.008333333333333333;
  sum = sum * r + 0.041666666666666664;
  return sum * r + 0.16666666666666666;
}
