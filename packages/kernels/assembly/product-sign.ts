import { addEntries, buildTables, offsetBytes, storeOffsets, wordsAtOnce } from './sign-lookups';
import { transposeReal } from './transpose-real';

// out[N x M] = signs[N x K] · a[K x M] by lookup tables, 32 lanes at a time.
// Order of additions, whatever the blocks: per nibble ((±a0 ± a1) + (±a2 ± a3)), nibbles in order onto 0.

/** Rows of K whose offsets are kept; with fewer, each cache line of signs, whose rows may be far apart, is read more often. */
const blockRows: i32 = 256;

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

/** `scratch`: 128 bytes of zeros that stand for the rows beyond K, then 128 bytes of offsets per row of signs. */
@inline
function product<T>(
  signs: usize, signStride: usize, n: i32, k: i32, a: usize, aStride: usize, out: usize, outStride: usize, slices: i32, scratch: usize,
): void {
  const offsets = scratch + 128;
  memory.fill(scratch, 0, 128);
  for (let k0 = 0; k0 < k; k0 += blockRows) {
    const words = (min(blockRows, k - k0) + 31) >> 5;
    storeOffsets(signs + (<usize>k0 >> 3), signStride, n, words, offsets);
    for (let slice = 0; slice < slices; slice++) {
      const column = <usize>slice << 7;
      for (let word = 0; word < words; word += wordsAtOnce) {
        const present = min(wordsAtOnce, words - word);
        const row = k0 + (word << 5);
        buildTables<T>(a + column, aStride, row, k, present, scratch);
        addEntries<T>(offsets + <usize>word * offsetBytes, <usize>words * offsetBytes, n, present, out + column, outStride, row == 0);
      }
    }
  }
}

/**
 * The same for a[M x K], whose blocks of 32 rows are transposed on the way, which saves the memory of the transpose, and
 * writing and reading it. `scratch`: 128 bytes of zeros, 32 KiB for a block, then 128 bytes of offsets per row of signs.
 */
export function productRealSignTransposed(
  signs: usize, signStride: usize, n: i32, k: i32, a: usize, aStride: usize, m: i32, out: usize, outStride: usize, scratch: usize,
): void {
  const block = scratch + 128;
  const offsets = block + (<usize>blockRows << 7);
  memory.fill(scratch, 0, 128);
  for (let k0 = 0; k0 < k; k0 += blockRows) {
    const rows = min(blockRows, k - k0);
    const words = (rows + 31) >> 5;
    storeOffsets(signs + (<usize>k0 >> 3), signStride, n, words, offsets);
    for (let m0 = 0; m0 < m; m0 += 32) {
      const lanes = min(32, m - m0);
      // Lanes beyond M are padding of `out`.
      if (lanes < 32) memory.fill(block, 0, <usize>rows << 7);
      transposeReal(a + <usize>m0 * aStride + (<usize>k0 << 2), aStride, lanes, rows, block, 128);
      for (let word = 0; word < words; word += wordsAtOnce) {
        const present = min(wordsAtOnce, words - word);
        const to = out + (<usize>m0 << 2);
        buildTables<f32>(block, 128, word << 5, rows, present, scratch);
        addEntries<f32>(offsets + <usize>word * offsetBytes, <usize>words * offsetBytes, n, present, to, outStride, (k0 | word) == 0);
      }
    }
  }
}
