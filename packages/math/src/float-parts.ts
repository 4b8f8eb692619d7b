// One word of scratch for reinterpreting a double; written before every read, so no call sees another's value.
const scratch = new DataView(new ArrayBuffer(8));

/** The biased exponent of a double, 0..2047; 1023 for 1 <= |x| < 2. */
export function exponentField(x: number): number {
  scratch.setFloat64(0, x);
  return (scratch.getUint32(0) >>> 20) & 0x7ff;
}

/** 2^k exactly, for -1022 <= k <= 1023. */
export function powerOfTwo(k: number): number {
  scratch.setUint32(0, (k + 1023) << 20);
  scratch.setUint32(4, 0);
  return scratch.getFloat64(0);
}

/** x * 2^k for any integer k, rounded once (a subnormal result included); overflows to infinity. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k > 1023) return x * powerOfTwo(1023) * powerOfTwo(Math.min(1023, k - 1023));
  if (k < -1022) return x * powerOfTwo(Math.max(-1022, k + 1000)) * powerOfTwo(-1000);
  return x * powerOfTwo(k);
}
