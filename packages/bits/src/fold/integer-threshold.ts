/**
 * The smallest integer D with D / scale ≥ theta in float64: dot products of layer 1 are integers D = dot · scale.
 * Exact for |theta · scale| < 2^53; scale is a positive integer.
 */
export function integerThreshold(theta: number, scale: number): number {
  let integer = Math.ceil(theta * scale);
  if (!Number.isSafeInteger(integer)) return integer;
  while ((integer - 1) / scale >= theta) integer--;
  while (integer / scale < theta) integer++;
  return integer + 0;
}

const lowest = -0x8000_0000;
const highest = 0x8000_0000 - 1;

/**
 * Integer thresholds of a layer. Those beyond 32 bits become the lowest or the highest int32, which means the same
 * as long as |D| < 2^31 − 1: always, or never, reached.
 */
export function integerThresholds(thetas: Float64Array, scale: number): Int32Array {
  return Int32Array.from(thetas, (theta) =>
    Math.min(highest, Math.max(lowest, integerThreshold(theta, scale))),
  );
}
