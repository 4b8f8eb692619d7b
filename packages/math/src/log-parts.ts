import { type DoubleDouble, productError, sumError } from './double-double.ts';
import { exponentField, powerOfTwo } from './float-parts.ts';
import { LN2_HI, LN2_LO } from './ln2.ts';

const THIRD_LO = 1.850371707708594e-17;
const FIFTH_LO = -1.1102230246251566e-17;

/**
 * ln(xHi + xLo) in two doubles, relative error below 2^-68. For finite normal xHi > 0, |xLo| <= ulp(xHi) / 2.
 *
 * x = 2^k m with m in [sqrt(1/2), sqrt(2)); with s = (m - 1) / (m + 1), |s| < 0.1716,
 *   ln m = 2 atanh(s) = 2 s (1 + s^2/3 + s^4/5 + ... + s^30/31),
 * whose first left-out term is below 2^-86. s and the terms in s^2 and s^4 are carried in two doubles.
 */
export function logParts(xHi: number, xLo: number): DoubleDouble {
  let k = exponentField(xHi) - 1023;
  // 1/2 of it first: 2^-k alone is subnormal when k = 1023.
  let m = xHi * 0.5 * powerOfTwo(1 - k);
  if (m > Math.SQRT2) {
    m *= 0.5;
    k += 1;
  }
  const mLow = xLo === 0 ? 0 : xLo * 0.5 * powerOfTwo(1 - k);
  const { hi, lo } = logOfMantissa(m, mLow);
  const base = k * LN2_HI;
  const sum = base + hi;
  const rest = sumError(base, hi, sum) + (k * LN2_LO + lo);
  const total = sum + rest;
  return { hi: total, lo: sum - total + rest };
}

function logOfMantissa(m: number, mLow: number): DoubleDouble {
  const shifted = m - 1;
  const top = shifted + mLow;
  const topLow = sumError(shifted, mLow, top);
  const bottom = m + 1;
  const bottomLow = sumError(m, 1, bottom) + mLow;

  const s = top / bottom;
  const back = s * bottom;
  const sLow = (top - back - productError(s, bottom, back) + topLow - s * bottomLow) / bottom;
  const t = s * s;
  const tLow = productError(s, s, t) + 2 * s * sLow;

  const rest = t * seriesFromSeventh(t);
  const fifth = 0.2 + rest;
  const fifthLow = 0.2 - fifth + rest + FIFTH_LO;
  const inner = fifth * t;
  const innerLow = productError(fifth, t, inner) + (fifth * tLow + fifthLow * t);
  const third = 0.3333333333333333 + inner;
  const thirdLow = 0.3333333333333333 - third + inner + (innerLow + THIRD_LO);
  const outer = third * t;
  const outerLow = productError(third, t, outer) + (third * tLow + thirdLow * t);
  const product = s * outer;
  const productLow = productError(s, outer, product) + (s * outerLow + sLow * outer);

  const hi = s + product;
  return { hi: 2 * hi, lo: 2 * (s - hi + product + (productLow + sLow)) };
}

/** 1/7 + t/9 + ... + t^12/31 */
function seriesFromSeventh(t: number): number {
  let sum = 0.034482758620689655 + t * 0.03225806451612903;
  sum = sum * t + 0.037037037037037035;
  sum = sum * t + 0.04;
  sum = sum * t + 0.043478260869565216;
  sum = sum * t + 0.047619047619047616;
  sum = sum * t + 0.05263157894736842;
  sum = sum * t + 0.058823529411764705;
  sum = sum * t + 0.06666666666666667;
  sum = sum * t + 0.07692307692307693;
  sum = sum * t + 0.09090909090909091;
  sum = sum * t + 0.1111111111111111;
  return sum * t + 0.14285714285714285;
}
