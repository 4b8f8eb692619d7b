import { evenBytes, lowBits } from './bit-tables';
import { wordMask } from './lanes';

// From the counts of differing bits (bit-counts.ts) to what a product writes.
// Counts are added in 16 bits: even bytes are columns 0 … 7, odd ones 8 … 15.

/** Bit 1 where k - 2 · count >= threshold, that is count <= (k - threshold) / 2 rounded down. */
export function compare<V>(
  sums: usize, sumStride: usize, n: i32, k: i32, thresholds: usize, out: usize, outStride: usize, column: i32, columns: i32,
): void {
  for (let row = 0; row < n; row++) {
    const threshold = max(-k, min(k + 1, load<i32>(thresholds + (<usize>row << 2))));
    const limit = i16x8.splat(<i16>(((k - threshold) >> 1) + 1));
    const at = sums + sumStride * <usize>row;
    const word = wordBelow<V>(at, at + sumStride, limit);
    store<u32>(out, word & wordMask(column, columns));
    if (sizeof<V>() == 2 && column + 32 < columns) {
      const next = wordBelow<V>(at + 32, at + sumStride, limit);
      store<u32>(out, next & wordMask(column + 32, columns), 4);
    }
    out += outStride;
  }
}

/** out = k - 2 · count where `first`, else out += k - 2 · count. */
export function subtractTwice<V>(
  sums: usize, sumStride: usize, n: i32, k: i32, out: usize, outStride: usize, column: i32, columns: i32, first: bool,
): void {
  for (let row = 0; row < n; row++) {
    const at = sums + sumStride * <usize>row;
    storeDots<V>(at, at + sumStride, k, out, first);
    if (sizeof<V>() == 2 && column + 32 < columns) storeDots<V>(at + 32, at + sumStride, k, out + 128, first);
    out += outStride;
  }
}

/** 32 bits: whether the counts, summed over the periods, are below the limit. */
@inline
function wordBelow<V>(at: usize, end: usize, limit: v128): u32 {
  const even = v128.load(evenBytes);
  const low = v128.load(lowBits);
  let low0 = i16x8.splat(0);
  let low1 = low0;
  let high0 = low0;
  let high1 = low0;
  for (; at < end; at += sizeof<V>() << 5) {
    const highs = v128.load(at, 16);
    const lows = i8x16.sub(v128.load(at), i16x8.shl(v128.and(highs, low), 4));
    low0 = i16x8.add(low0, v128.and(lows, even));
    low1 = i16x8.add(low1, i16x8.shr_u(lows, 8));
    high0 = i16x8.add(high0, v128.and(highs, even));
    high1 = i16x8.add(high1, i16x8.shr_u(highs, 8));
  }
  const first = i8x16.narrow_i16x8_s(i16x8.gt_s(limit, low0), i16x8.gt_s(limit, low1));
  const second = i8x16.narrow_i16x8_s(i16x8.gt_s(limit, high0), i16x8.gt_s(limit, high1));
  return <u32>i8x16.bitmask(first) | (<u32>i8x16.bitmask(second) << 16);
}

@inline
function storeDots<V>(at: usize, end: usize, k: i32, out: usize, first: bool): void {
  const even = v128.load(evenBytes);
  const low = v128.load(lowBits);
  let low0 = i16x8.splat(0);
  let low1 = low0;
  let high0 = low0;
  let high1 = low0;
  for (; at < end; at += sizeof<V>() << 5) {
    const highs = v128.load(at, 16);
    const lows = i8x16.sub(v128.load(at), i16x8.shl(v128.and(highs, low), 4));
    low0 = i16x8.add(low0, v128.and(lows, even));
    low1 = i16x8.add(low1, i16x8.shr_u(lows, 8));
    high0 = i16x8.add(high0, v128.and(highs, even));
    high1 = i16x8.add(high1, i16x8.shr_u(highs, 8));
  }
  storeEight(low0, k, out, first);
  storeEight(low1, k, out + 32, first);
  storeEight(high0, k, out + 64, first);
  storeEight(high1, k, out + 96, first);
}

@inline
function storeEight(counts: v128, k: i32, out: usize, first: bool): void {
  const dots = i16x8.sub(i16x8.splat(<i16>k), i16x8.shl(counts, 1));
  const low = i32x4.extend_low_i16x8_s(dots);
  const high = i32x4.extend_high_i16x8_s(dots);
  v128.store(out, first ? low : i32x4.add(v128.load(out), low));
  v128.store(out, first ? high : i32x4.add(v128.load(out, 16), high), 16);
}
