import { storeIndices } from './bit-counts';
import { chunkRows, groupRows, storeConstants, tables } from './bit-tables';
import { wordMask } from './lanes';
import { clearPadding } from './sign-tables';

// signs[N x K] · (2 · counts[K x M] - top), counts being bytes of 0 … top <= 255, by lookup tables of 32 columns in
// 16 bits: entry w has the sum of those of 6 counts whose sign bit in w is set. Sums of 240 rows stay within 61,200.
// With P = sum of the counts at positive signs, C = sum of all counts and S = sum of the signs of a row,
// the dot is 2 · (2 P - C) - top · S.

/** A group's table: 64 entries of 64 bytes. */
const tableBytes: usize = 4096;
const chunksPerPeriod: i32 = 5;

/**
 * out[N x M] of 32 bits. `scratch`, here and below: with C = ceil(K / 48) chunks, 16 · C · N bytes of table offsets,
 * 64 · ceil(C / 5) · N of sums, 4 · N of sums of signs (rounded up to 16), and 128.
 */
export function productCountSign(
  signs: usize, signStride: usize, n: i32, k: i32, counts: usize, countStride: usize, top: i32, out: usize, outStride: usize,
  columns: i32, scratch: usize,
): void {
  product(signs, signStride, n, k, counts, countStride, top, 0, out, outStride, columns, scratch);
  clearPadding(out, outStride, n, columns);
}

/** Bit 1 where the dot reaches the threshold of its row. */
export function thresholdedCountSign(
  signs: usize, signStride: usize, n: i32, k: i32, counts: usize, countStride: usize, top: i32, thresholds: usize, out: usize,
  outStride: usize, columns: i32, scratch: usize,
): void {
  product(signs, signStride, n, k, counts, countStride, top, thresholds, out, outStride, columns, scratch);
}

function product(
  signs: usize, signStride: usize, n: i32, k: i32, counts: usize, countStride: usize, top: i32, thresholds: usize, out: usize,
  outStride: usize, columns: i32, scratch: usize,
): void {
  const chunks = (k + chunkRows - 1) / chunkRows;
  const sumStride = <usize>((chunks + chunksPerPeriod - 1) / chunksPerPeriod) << 6;
  const columnSums = scratch + (<usize>chunks << 4) * <usize>n;
  const sums = columnSums + 128;
  const signSums = sums + sumStride * <usize>n;
  storeConstants();
  storeIndices<u32>(signs, signStride, n, k, scratch);
  storeSignSums(signs, signStride, n, k, top, signSums);
  for (let column = 0; column < columns; column += 32) {
    const source = counts + <usize>column;
    memory.fill(columnSums, 0, 128);
    for (let chunk = 0; chunk < chunks; chunk++) {
      buildTables(source, countStride, chunk * chunkRows, k, columnSums);
      const indices = scratch + (<usize>chunk << 4) * <usize>n;
      const period = chunk / chunksPerPeriod;
      const at = sums + (<usize>period << 6);
      if (chunk == period * chunksPerPeriod) startSums(indices, n, at, sumStride);
      else continueSums(indices, n, at, sumStride);
    }
    if (thresholds) {
      compare(sums, sumStride, n, k, signSums, columnSums, thresholds, out + (<usize>column >> 3), outStride, wordMask(column, columns));
    } else {
      storeDots(sums, sumStride, n, signSums, columnSums, out + (<usize>column << 2), outStride);
    }
  }
}

/** top times the sum of the signs of each row; padding bits are 0 and count as nothing. */
function storeSignSums(signs: usize, signStride: usize, n: i32, k: i32, top: i32, signSums: usize): void {
  for (let row = 0; row < n; row++) {
    let positive: i64 = 0;
    for (let at: usize = 0; at < signStride; at += 8) positive += popcnt<i64>(load<i64>(signs + at));
    store<i32>(signSums + (<usize>row << 2), top * (2 * <i32>positive - k));
    signs += signStride;
  }
}

/** Tables of the rows `row … row + 47`, whose counts are also added to the sums of the columns. */
function buildTables(counts: usize, stride: usize, row: i32, k: i32, columnSums: usize): void {
  const zero = i16x8.splat(0);
  for (let group = 0; group < 8; group++) {
    const first = row + group * groupRows;
    const table = tables + <usize>group * tableBytes;
    if (first >= k) {
      memory.fill(table, 0, 64);
      continue;
    }
    const source = counts + <usize>first * stride;
    const present = k - first;
    for (let v: usize = 0; v < 4; v++) {
      const at = source + (v << 3);
      const x0 = v128.load8x8_u(at);
      const x1 = present > 1 ? v128.load8x8_u(at + stride) : zero;
      const x2 = present > 2 ? v128.load8x8_u(at + 2 * stride) : zero;
      const x3 = present > 3 ? v128.load8x8_u(at + 3 * stride) : zero;
      const x4 = present > 4 ? v128.load8x8_u(at + 4 * stride) : zero;
      const x5 = present > 5 ? v128.load8x8_u(at + 5 * stride) : zero;
      const to = table + (v << 4);
      storeEight(to, zero, x0, x1, x2);
      storeEight(to + 512, x3, x0, x1, x2);
      storeEight(to + 1024, x4, x0, x1, x2);
      storeEight(to + 1536, i16x8.add(x3, x4), x0, x1, x2);
      storeEight(to + 2048, x5, x0, x1, x2);
      storeEight(to + 2560, i16x8.add(x3, x5), x0, x1, x2);
      storeEight(to + 3072, i16x8.add(x4, x5), x0, x1, x2);
      const last = i16x8.add(i16x8.add(x3, x4), x5);
      storeEight(to + 3584, last, x0, x1, x2);
      const all = i16x8.add(i16x8.add(last, x0), i16x8.add(x1, x2));
      const sum = columnSums + (v << 5);
      v128.store(sum, i32x4.add(v128.load(sum), i32x4.extend_low_i16x8_u(all)));
      v128.store(sum, i32x4.add(v128.load(sum, 16), i32x4.extend_high_i16x8_u(all)), 16);
    }
  }
}

@inline
function storeEight(at: usize, base: v128, x0: v128, x1: v128, x2: v128): void {
  const y0 = i16x8.add(base, x0);
  const y1 = i16x8.add(base, x1);
  const y2 = i16x8.add(base, x2);
  v128.store(at, base, 0);
  v128.store(at, y0, 64);
  v128.store(at, y1, 128);
  v128.store(at, i16x8.add(y0, x1), 192);
  v128.store(at, y2, 256);
  v128.store(at, i16x8.add(y0, x2), 320);
  v128.store(at, i16x8.add(y1, x2), 384);
  v128.store(at, i16x8.add(i16x8.add(y0, x1), x2), 448);
}

function startSums(indices: usize, n: i32, sums: usize, sumStride: usize): void {
  addChunk(indices, n, sums, sumStride, true);
}

function continueSums(indices: usize, n: i32, sums: usize, sumStride: usize): void {
  addChunk(indices, n, sums, sumStride, false);
}

/** Adds what 8 tables have for each row onto its 32 sums, or onto 0 where `first`. */
@inline
function addChunk(indices: usize, n: i32, sums: usize, sumStride: usize, first: bool): void {
  const end = indices + (<usize>n << 4);
  for (; indices < end; indices += 16) {
    const t0 = <usize>load<u16>(indices, 0);
    const t1 = <usize>load<u16>(indices, 2);
    let c0 = i16x8.add(v128.load(t0, tables), v128.load(t1, tables + tableBytes));
    let c1 = i16x8.add(v128.load(t0, tables + 16), v128.load(t1, tables + tableBytes + 16));
    let c2 = i16x8.add(v128.load(t0, tables + 32), v128.load(t1, tables + tableBytes + 32));
    let c3 = i16x8.add(v128.load(t0, tables + 48), v128.load(t1, tables + tableBytes + 48));
    const t2 = <usize>load<u16>(indices, 4);
    c0 = i16x8.add(c0, v128.load(t2, tables + 2 * tableBytes));
    c1 = i16x8.add(c1, v128.load(t2, tables + 2 * tableBytes + 16));
    c2 = i16x8.add(c2, v128.load(t2, tables + 2 * tableBytes + 32));
    c3 = i16x8.add(c3, v128.load(t2, tables + 2 * tableBytes + 48));
    const t3 = <usize>load<u16>(indices, 6);
    c0 = i16x8.add(c0, v128.load(t3, tables + 3 * tableBytes));
    c1 = i16x8.add(c1, v128.load(t3, tables + 3 * tableBytes + 16));
    c2 = i16x8.add(c2, v128.load(t3, tables + 3 * tableBytes + 32));
    c3 = i16x8.add(c3, v128.load(t3, tables + 3 * tableBytes + 48));
    const t4 = <usize>load<u16>(indices, 8);
    c0 = i16x8.add(c0, v128.load(t4, tables + 4 * tableBytes));
    c1 = i16x8.add(c1, v128.load(t4, tables + 4 * tableBytes + 16));
    c2 = i16x8.add(c2, v128.load(t4, tables + 4 * tableBytes + 32));
    c3 = i16x8.add(c3, v128.load(t4, tables + 4 * tableBytes + 48));
    const t5 = <usize>load<u16>(indices, 10);
    c0 = i16x8.add(c0, v128.load(t5, tables + 5 * tableBytes));
    c1 = i16x8.add(c1, v128.load(t5, tables + 5 * tableBytes + 16));
    c2 = i16x8.add(c2, v128.load(t5, tables + 5 * tableBytes + 32));
    c3 = i16x8.add(c3, v128.load(t5, tables + 5 * tableBytes + 48));
    const t6 = <usize>load<u16>(indices, 12);
    c0 = i16x8.add(c0, v128.load(t6, tables + 6 * tableBytes));
    c1 = i16x8.add(c1, v128.load(t6, tables + 6 * tableBytes + 16));
    c2 = i16x8.add(c2, v128.load(t6, tables + 6 * tableBytes + 32));
    c3 = i16x8.add(c3, v128.load(t6, tables + 6 * tableBytes + 48));
    const t7 = <usize>load<u16>(indices, 14);
    c0 = i16x8.add(c0, v128.load(t7, tables + 7 * tableBytes));
    c1 = i16x8.add(c1, v128.load(t7, tables + 7 * tableBytes + 16));
    c2 = i16x8.add(c2, v128.load(t7, tables + 7 * tableBytes + 32));
    c3 = i16x8.add(c3, v128.load(t7, tables + 7 * tableBytes + 48));
    v128.store(sums, first ? c0 : i16x8.add(c0, v128.load(sums, 0)), 0);
    v128.store(sums, first ? c1 : i16x8.add(c1, v128.load(sums, 16)), 16);
    v128.store(sums, first ? c2 : i16x8.add(c2, v128.load(sums, 32)), 32);
    v128.store(sums, first ? c3 : i16x8.add(c3, v128.load(sums, 48)), 48);
    sums += sumStride;
  }
}

function compare(
  sums: usize, sumStride: usize, n: i32, k: i32, signSums: usize, columnSums: usize, thresholds: usize, out: usize, outStride: usize,
  mask: u32,
): void {
  // One beyond the largest dot: further thresholds compare alike, and additions do not overflow.
  const beyond = 255 * k + 1;
  for (let row = 0; row < n; row++) {
    const at = <usize>row << 2;
    const limit = i32x4.splat(max(-beyond, min(beyond, load<i32>(thresholds + at))) + load<i32>(signSums + at));
    let word: u32 = 0;
    for (let v: usize = 0; v < 4; v++) {
      word |= eightReach(sums + (v << 4), sums + sumStride, columnSums + (v << 5), limit) << <u32>(v << 3);
    }
    store<u32>(out, word & mask);
    sums += sumStride;
    out += outStride;
  }
}

@inline
function eightReach(at: usize, end: usize, columnSums: usize, limit: v128): u32 {
  let low = i32x4.splat(0);
  let high = low;
  for (; at < end; at += 64) {
    const counts = v128.load(at);
    low = i32x4.add(low, i32x4.extend_low_i16x8_u(counts));
    high = i32x4.add(high, i32x4.extend_high_i16x8_u(counts));
  }
  const left = i32x4.ge_s(twiceCentred(low, columnSums), limit);
  const right = i32x4.ge_s(twiceCentred(high, columnSums + 16), limit);
  return <u32>i32x4.bitmask(left) | (<u32>i32x4.bitmask(right) << 4);
}

function storeDots(sums: usize, sumStride: usize, n: i32, signSums: usize, columnSums: usize, out: usize, outStride: usize): void {
  for (let row = 0; row < n; row++) {
    const total = v128.load32_splat(signSums + (<usize>row << 2));
    for (let v: usize = 0; v < 4; v++) {
      let low = i32x4.splat(0);
      let high = low;
      for (let at = sums + (v << 4); at < sums + sumStride; at += 64) {
        const counts = v128.load(at);
        low = i32x4.add(low, i32x4.extend_low_i16x8_u(counts));
        high = i32x4.add(high, i32x4.extend_high_i16x8_u(counts));
      }
      const sum = columnSums + (v << 5);
      v128.store(out + (v << 5), i32x4.sub(twiceCentred(low, sum), total), 0);
      v128.store(out + (v << 5), i32x4.sub(twiceCentred(high, sum + 16), total), 16);
    }
    sums += sumStride;
    out += outStride;
  }
}

/** 2 · (2 P - C). */
@inline
function twiceCentred(positive: v128, columnSums: usize): v128 {
  return i32x4.shl(i32x4.sub(i32x4.shl(positive, 1), v128.load(columnSums)), 1);
}
