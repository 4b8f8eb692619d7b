import { addRows, allTableBytes, clearPadding, tableBytes, wordsAtOnce } from './sign-tables';

// out[N x M] = signs[N x K] · bits[K x M], both ±1: K - 2 · (differing bits). 128 lanes of 8 bits at a time: tables hold
// how many of 4 bits differ, and the counts of 7 words, at most 224, are then taken from the 32 bits of `out`.
// Padding rows have 0 in both operands and never differ.

const wordsPerCount: i32 = 7;

/** `scratch`: 64 KiB of tables, then 128 bytes of partial sums per row of signs. */
export function productBitSign(
  signs: usize, signStride: usize, n: i32, k: i32, bits: usize, bitStride: usize, out: usize, outStride: usize, columns: i32,
  scratch: usize,
): void {
  const counts = scratch + allTableBytes;
  const words = (k + 31) >> 5;
  for (let column: usize = 0; column << 2 < outStride; column += 128) {
    const groups = min(8, (outStride >> 6) - (column >> 4));
    for (let start = 0; start < words; start += wordsPerCount) {
      const end = min(start + wordsPerCount, words);
      for (let word = start; word < end; word += wordsAtOnce) {
        const present = min(wordsAtOnce, end - word);
        for (let group = 0; group < present << 3; group++) {
          const row = (word << 5) + (group << 2);
          const source = bits + <usize>row * bitStride + (column >> 3);
          const zero = i8x16.splat(0);
          buildTable(
            row < k ? v128.load(source) : zero,
            row + 1 < k ? v128.load(source + bitStride) : zero,
            row + 2 < k ? v128.load(source + 2 * bitStride) : zero,
            row + 3 < k ? v128.load(source + 3 * bitStride) : zero,
            scratch + <usize>group * tableBytes,
          );
        }
        addRows<u8>(signs + (<usize>word << 2), signStride, n, present, counts, 128, word == start, scratch);
      }
      subtractTwice(counts, n, out + (column << 2), outStride, groups, k, start == 0);
    }
  }
  clearPadding(out, outStride, n, columns);
}

@inline
function buildTable(row0: v128, row1: v128, row2: v128, row3: v128, entries: usize): void {
  const one = i8x16.splat(1);
  for (let v = 0; v < 8; v++) {
    const bytes = i8x16.add(i8x16(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1), i8x16.splat(<i8>(v << 1)));
    const a0 = spread(row0, bytes);
    const a1 = spread(row1, bytes);
    const a2 = spread(row2, bytes);
    const a3 = spread(row3, bytes);
    const low0 = i8x16.add(a0, a1);
    const low1 = i8x16.sub(i8x16.add(one, a1), a0);
    const low2 = i8x16.sub(i8x16.add(one, a0), a1);
    const low3 = i8x16.sub(i8x16.splat(2), low0);
    const high0 = i8x16.add(a2, a3);
    const high1 = i8x16.sub(i8x16.add(one, a3), a2);
    const high2 = i8x16.sub(i8x16.add(one, a2), a3);
    const high3 = i8x16.sub(i8x16.splat(2), high0);
    const table = entries + (<usize>v << 4);
    v128.store(table, i8x16.add(low0, high0), 0);
    v128.store(table, i8x16.add(low1, high0), 128);
    v128.store(table, i8x16.add(low2, high0), 256);
    v128.store(table, i8x16.add(low3, high0), 384);
    v128.store(table, i8x16.add(low0, high1), 512);
    v128.store(table, i8x16.add(low1, high1), 640);
    v128.store(table, i8x16.add(low2, high1), 768);
    v128.store(table, i8x16.add(low3, high1), 896);
    v128.store(table, i8x16.add(low0, high2), 1024);
    v128.store(table, i8x16.add(low1, high2), 1152);
    v128.store(table, i8x16.add(low2, high2), 1280);
    v128.store(table, i8x16.add(low3, high2), 1408);
    v128.store(table, i8x16.add(low0, high3), 1536);
    v128.store(table, i8x16.add(low1, high3), 1664);
    v128.store(table, i8x16.add(low2, high3), 1792);
    v128.store(table, i8x16.add(low3, high3), 1920);
  }
}

/** Sixteen bits, those of two bytes, as bytes of 0 or 1. */
@inline
function spread(row: v128, bytes: v128): v128 {
  const masks = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
  return i8x16.neg(i8x16.eq(v128.and(i8x16.swizzle(row, bytes), masks), masks));
}

/** out = k - 2 · counts where `first`, else out -= 2 · counts; 16 lanes per group. */
function subtractTwice(counts: usize, n: i32, out: usize, outStride: usize, groups: usize, k: i32, first: bool): void {
  const start = i32x4.splat(k);
  for (let row = 0; row < n; row++) {
    for (let group: usize = 0; group < groups; group++) {
      const count = v128.load(counts + (group << 4));
      const low = i16x8.shl(i16x8.extend_low_i8x16_u(count), 1);
      const high = i16x8.shl(i16x8.extend_high_i8x16_u(count), 1);
      const at = out + (group << 6);
      v128.store(at, i32x4.sub(first ? start : v128.load(at, 0), i32x4.extend_low_i16x8_u(low)), 0);
      v128.store(at, i32x4.sub(first ? start : v128.load(at, 16), i32x4.extend_high_i16x8_u(low)), 16);
      v128.store(at, i32x4.sub(first ? start : v128.load(at, 32), i32x4.extend_low_i16x8_u(high)), 32);
      v128.store(at, i32x4.sub(first ? start : v128.load(at, 48), i32x4.extend_high_i16x8_u(high)), 48);
    }
    counts += 128;
    out += outStride;
  }
}
