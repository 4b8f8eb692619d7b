import { addRows, allTableBytes, storeSums, tableBytes } from './sign-tables';

// out[N x M] = signs[N x K] · a[K x M] by lookup tables, 32 lanes at a time (16 in product-real-sign-16.ts).
// Order of additions, whatever the slices: per nibble ((±a0 ± a1) + (±a2 ± a3)), nibbles in order onto 0.

export function productRealSign(
  signs: usize, signStride: usize, n: i32, k: i32, a: usize, aStride: usize, out: usize, outStride: usize, slices: i32, scratch: usize,
): void {
  product<f32>(signs, signStride, n, k, a, aStride, out, outStride, slices, scratch);
}

export function productIntSign(
  signs: usize, signStride: usize, n: i32, k: i32, a: usize, aStride: usize, out: usize, outStride: usize, slices: i32, scratch: usize,
): void {
  product<i32>(signs, signStride, n, k, a, aStride, out, outStride, slices, scratch);
}

/** `scratch`: 64 KiB of tables, then 128 bytes of zeros that stand for the rows beyond K. */
@inline
function product<T>(
  signs: usize, signStride: usize, n: i32, k: i32, a: usize, aStride: usize, out: usize, outStride: usize, slices: i32, scratch: usize,
): void {
  const zeros = scratch + allTableBytes;
  memory.fill(zeros, 0, 128);
  for (let slice = 0; slice < slices; slice++) {
    const column = <usize>slice << 7;
    for (let k0 = 0; k0 < k; k0 += 128) {
      const words = min(4, (k - k0 + 31) >> 5);
      for (let group = 0; group < words << 3; group++) {
        const row = k0 + (group << 2);
        const source = a + <usize>row * aStride + column;
        buildTable<T>(
          row < k ? source : zeros,
          row + 1 < k ? source + aStride : zeros,
          row + 2 < k ? source + 2 * aStride : zeros,
          row + 3 < k ? source + 3 * aStride : zeros,
          scratch + <usize>group * tableBytes,
        );
      }
      addRows<T>(signs + (<usize>k0 >> 3), signStride, n, words, out + column, outStride, k0 == 0, scratch);
    }
  }
}

@inline
function buildTable<T>(row0: usize, row1: usize, row2: usize, row3: usize, table: usize): void {
  for (let lane: usize = 0; lane < 128; lane += 16) {
    const a0 = v128.load(row0 + lane);
    const a1 = v128.load(row1 + lane);
    const a2 = v128.load(row2 + lane);
    const a3 = v128.load(row3 + lane);
    storeSums<T>(a0, a1, a2, a3, table + lane);
  }
}
