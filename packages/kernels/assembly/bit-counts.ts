import { halvedWindows, highBits, sixBitOffsets, sixBits, tables, windowBytes, windowFactors } from './bit-tables';

// How many sign bits differ, per row of signs and column: the inner loop of the products of signs with signs.
// Of each 32 columns a row has two vectors of bytes: the sums of the table entries modulo 256, low + 16 · high, and the
// sums of their high halves alone. Both halves of five chunks stay below 256, so that low can be told from them.

/** Chunks of 48 rows whose counts, at most 240, fit a byte. */
export const chunksPerPeriod: i32 = 5;

/**
 * Table offsets of a row's groups, 16 bits each, for entries of V vectors, after storeConstants; `indices` has for each chunk 16 bytes per row.
 * Reads up to 2 bytes beyond a row of signs.
 */
export function storeIndices<V>(signs: usize, signStride: usize, n: i32, k: i32, indices: usize): void {
  const bytes = v128.load(windowBytes);
  const factors = v128.load(windowFactors);
  const halved = v128.load(halvedWindows);
  const six = v128.load(sixBitOffsets);
  for (let start = 0; start < k; start += 48) {
    let from = signs + (<usize>start >> 3);
    const mask = k - start < 48 ? (<u64>1 << (k - start)) - 1 : <u64>0xffffffffffff;
    for (let row = 0; row < n; row++) {
      const word = i8x16.swizzle(i64x2.splat(load<u64>(from) & mask), bytes);
      const offsets = v128.and(
        v128.or(i16x8.mul(word, factors), v128.and(i16x8.shr_u(word, 1), halved)),
        six,
      );
      v128.store(indices, sizeof<V>() == 4 ? i16x8.shl(offsets, 1) : sizeof<V>() == 2 ? offsets : i16x8.shr_u(offsets, 1));
      indices += 16;
      from += signStride;
    }
  }
}

/** Adds what 8 tables have for each row onto its V · 32 bytes of sums, or onto 0 where `first`. */
@inline
export function addChunk<V>(indices: usize, n: i32, sums: usize, sumStride: usize, first: bool): void {
  const high = v128.load(highBits);
  const six = v128.load(sixBits);
  const end = indices + (<usize>n << 4);
  for (; indices < end; indices += 16) {
    let low0 = first ? i8x16.splat(0) : v128.load(sums, 0);
    let high0 = first ? i8x16.splat(0) : v128.load(sums, 16);
    let low1 = first || sizeof<V>() == 1 ? i8x16.splat(0) : v128.load(sums, 32);
    let high1 = first || sizeof<V>() == 1 ? i8x16.splat(0) : v128.load(sums, 48);
    const t0 = <usize>load<u16>(indices, 0);
    const t1 = <usize>load<u16>(indices, 2);
    const a0 = i8x16.add(v128.load(t0, tables), v128.load(t1, tables + (sizeof<V>() << 10)));
    low0 = i8x16.add(low0, a0);
    const b0 = sizeof<V>() == 1 ? a0 : i8x16.add(v128.load(t0, tables + 16), v128.load(t1, tables + 16 + (sizeof<V>() << 10)));
    low1 = i8x16.add(low1, b0);
    const t2 = <usize>load<u16>(indices, 4);
    const t3 = <usize>load<u16>(indices, 6);
    const a1 = i8x16.add(v128.load(t2, tables + 2 * (sizeof<V>() << 10)), v128.load(t3, tables + 3 * (sizeof<V>() << 10)));
    low0 = i8x16.add(low0, a1);
    const b1 = sizeof<V>() == 1 ? a1 : i8x16.add(v128.load(t2, tables + 16 + 2 * (sizeof<V>() << 10)), v128.load(t3, tables + 16 + 3 * (sizeof<V>() << 10)));
    low1 = i8x16.add(low1, b1);
    const t4 = <usize>load<u16>(indices, 8);
    const t5 = <usize>load<u16>(indices, 10);
    const a2 = i8x16.add(v128.load(t4, tables + 4 * (sizeof<V>() << 10)), v128.load(t5, tables + 5 * (sizeof<V>() << 10)));
    low0 = i8x16.add(low0, a2);
    const b2 = sizeof<V>() == 1 ? a2 : i8x16.add(v128.load(t4, tables + 16 + 4 * (sizeof<V>() << 10)), v128.load(t5, tables + 16 + 5 * (sizeof<V>() << 10)));
    low1 = i8x16.add(low1, b2);
    const t6 = <usize>load<u16>(indices, 12);
    const t7 = <usize>load<u16>(indices, 14);
    const a3 = i8x16.add(v128.load(t6, tables + 6 * (sizeof<V>() << 10)), v128.load(t7, tables + 7 * (sizeof<V>() << 10)));
    low0 = i8x16.add(low0, a3);
    const b3 = sizeof<V>() == 1 ? a3 : i8x16.add(v128.load(t6, tables + 16 + 6 * (sizeof<V>() << 10)), v128.load(t7, tables + 16 + 7 * (sizeof<V>() << 10)));
    low1 = i8x16.add(low1, b3);
    v128.store(sums, low0, 0);
    v128.store(sums, i8x16.add(high0, highSum(a0, a1, a2, a3, high, six)), 16);
    if (sizeof<V>() == 2) {
      v128.store(sums, low1, 32);
      v128.store(sums, i8x16.add(high1, highSum(b0, b1, b2, b3, high, six)), 48);
    }
    sums += sumStride;
  }
}

/**
 * Sum of the high halves of four vectors of bytes, each at most 12. Averages of multiples of 16, then 8, are exact, and
 * shorter than a shift and a mask for each.
 */
@inline
function highSum(a0: v128, a1: v128, a2: v128, a3: v128, high: v128, six: v128): v128 {
  const low = i8x16.avgr_u(v128.and(a0, high), v128.and(a1, high));
  const quarter = i8x16.avgr_u(low, i8x16.avgr_u(v128.and(a2, high), v128.and(a3, high)));
  return v128.and(i16x8.shr_u(quarter, 2), six);
}
