/**
 * Error-free transformations: the rounding error of one sum or product, itself a double.
 * Source: T. J. Dekker, "A floating-point technique for extending the available precision",
 * Numerische Mathematik 18 (1971) 224; D. E. Knuth, TAOCP vol. 2, 4.2.2.
 */

/** A number as an unevaluated sum; |lo| is at most half a unit in the last place of hi. */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

/** a + b = sum + sumError(a, b, sum) exactly, for any order of magnitudes. */
export function sumError(a: number, b: number, sum: number): number {
  const bPart = sum - a;
  return a - (sum - bPart) + (b - bPart);
}

/** a * b = product + productError(a, b, product) exactly, while nothing over- or underflows. */
export function productError(a: number, b: number, product: number): number {
  // Veltkamp's split at 27 bits; 134217729 = 2^27 + 1.
  const aScaled = 134217729 * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = 134217729 * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** (hi + lo) * (factorHi + factorLo), relative error below 2^-100. */
export function multiply(hi: number, lo: number, factorHi: number, factorLo: number): DoubleDouble {
  const product = hi * factorHi;
  const rest = productError(hi, factorHi, product) + (hi * factorLo + lo * factorHi);
  const sum = product + rest;
  return { hi: sum, lo: product - sum + rest };
}
