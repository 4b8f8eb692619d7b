import { addRows, allTableBytes, storeSums, tableBytes } from './sign-tables';

// Products of signs with integers of at most 255, 64 lanes of 16 bits at a time: sums of 128 rows stay within
// 128 · 255 = 32640 and are then added to the 32 bits of `out`. Both are exact.

/**
 * out[N x M] = signs[N x K] · ints[K x M], |ints| <= 255.
 * `scratch`: 64 KiB of tables, then 128 bytes of partial sums per row of signs.
 */
export function productSmallIntSign(
  signs: usize, signStride: usize, n: i32, k: i32, ints: usize, intStride: usize, out: usize, outStride: usize, scratch: usize,
): void {
  const sums = scratch + allTableBytes;
  const zero = i16x8.splat(0);
  for (let column: usize = 0; column << 2 < outStride; column += 64) {
    // Rows may end in the middle of the 64 lanes.
    const vectors = min(16, (outStride >> 4) - (column >> 2));
    for (let k0 = 0; k0 < k; k0 += 128) {
      const words = min(4, (k - k0 + 31) >> 5);
      for (let group = 0; group < words << 3; group++) {
        const row = k0 + (group << 2);
        const source = ints + <usize>row * intStride + (column << 2);
        const table = scratch + <usize>group * tableBytes;
        for (let lane: usize = 0; lane < vectors << 2; lane += 8) {
          const at = source + (lane << 2);
          storeSums<i16>(
            row < k ? eightInts(at) : zero,
            row + 1 < k ? eightInts(at + intStride) : zero,
            row + 2 < k ? eightInts(at + 2 * intStride) : zero,
            row + 3 < k ? eightInts(at + 3 * intStride) : zero,
            table + (lane << 1),
          );
        }
      }
      addRows<i16>(signs + (<usize>k0 >> 3), signStride, n, words, sums, 128, true, scratch);
      widen(sums, n, out + (column << 2), outStride, vectors, k0 == 0);
    }
  }
}

/** The largest of x and -x over whole vectors; 2^31 for the most negative x. */
export function largestInt(a: usize, bytes: usize): u32 {
  let top = i32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) top = i32x4.max_u(top, i32x4.abs(v128.load(a + at)));
  return max(
    max(<u32>i32x4.extract_lane(top, 0), <u32>i32x4.extract_lane(top, 1)),
    max(<u32>i32x4.extract_lane(top, 2), <u32>i32x4.extract_lane(top, 3)),
  );
}

@inline
function eightInts(at: usize): v128 {
  return i16x8.narrow_i32x4_s(v128.load(at, 0), v128.load(at, 16));
}

function widen(sums: usize, n: i32, out: usize, outStride: usize, vectors: usize, first: bool): void {
  for (let row = 0; row < n; row++) {
    for (let v: usize = 0; v < vectors; v++) {
      const at = out + (v << 4);
      const sum = v128.load16x4_s(sums + (v << 3));
      v128.store(at, first ? sum : i32x4.add(v128.load(at), sum));
    }
    sums += 128;
    out += outStride;
  }
}
