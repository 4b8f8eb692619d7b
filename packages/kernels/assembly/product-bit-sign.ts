import { addChunk, chunksPerPeriod, storeIndices } from './bit-counts';
import { compare, subtractTwice } from './bit-dots';
import { buildTables, chunkRows, storeConstants } from './bit-tables';
import { thresholdRows } from './compare-to-bits';
import { clearPadding } from './sign-tables';

// signs[N x K] · bits[K x M], both ±1: K - 2 · (differing bits), by lookup tables (bit-tables.ts). Padding rows have 0 in
// both operands and never differ. Each product comes with 64 and with 32 columns at a time; the values are the same.

/** Rows of K whose counts are added in 16 bits: whole chunks, and 2 · count fits as well. */
const blockRows: i32 = 16_320;

/**
 * out[N x M] of 32 bits. `scratch`, here and below: with C = ceil(K / 48) chunks, 16 · C · N bytes of table offsets and
 * 64 · ceil(C / 5) · N of sums.
 */
export function productBitSign(
  signs: usize, signStride: usize, n: i32, k: i32, bits: usize, bitStride: usize, out: usize, outStride: usize, columns: i32,
  scratch: usize,
): void {
  dots<u16>(signs, signStride, n, k, bits, bitStride, out, outStride, columns, scratch);
}

export function productBitSign32(
  signs: usize, signStride: usize, n: i32, k: i32, bits: usize, bitStride: usize, out: usize, outStride: usize, columns: i32,
  scratch: usize,
): void {
  dots<u8>(signs, signStride, n, k, bits, bitStride, out, outStride, columns, scratch);
}

/** Bit 1 where the dot reaches the threshold of its row; further 512 · N bytes of `scratch` where K is beyond 16,320. */
export function thresholdedBitSign(
  signs: usize, signStride: usize, n: i32, k: i32, bits: usize, bitStride: usize, thresholds: usize, out: usize, outStride: usize,
  columns: i32, scratch: usize,
): void {
  thresholded<u16>(signs, signStride, n, k, bits, bitStride, thresholds, out, outStride, columns, scratch);
}

export function thresholdedBitSign32(
  signs: usize, signStride: usize, n: i32, k: i32, bits: usize, bitStride: usize, thresholds: usize, out: usize, outStride: usize,
  columns: i32, scratch: usize,
): void {
  thresholded<u8>(signs, signStride, n, k, bits, bitStride, thresholds, out, outStride, columns, scratch);
}

@inline
function dots<V>(
  signs: usize, signStride: usize, n: i32, k: i32, bits: usize, bitStride: usize, out: usize, outStride: usize, columns: i32,
  scratch: usize,
): void {
  for (let k0 = 0; k0 < k; k0 += blockRows) {
    const rows = min(blockRows, k - k0);
    product<V>(
      signs + (<usize>k0 >> 3), signStride, n, rows, bits + <usize>k0 * bitStride, bitStride, 0, out, outStride, columns, k0 == 0,
      scratch,
    );
  }
  clearPadding(out, outStride, n, columns);
}

@inline
function thresholded<V>(
  signs: usize, signStride: usize, n: i32, k: i32, bits: usize, bitStride: usize, thresholds: usize, out: usize, outStride: usize,
  columns: i32, scratch: usize,
): void {
  if (k <= blockRows) {
    product<V>(signs, signStride, n, k, bits, bitStride, thresholds, out, outStride, columns, true, scratch);
    return;
  }
  const rest = scratch + (<usize>n << 9);
  for (let column = 0; column < columns; column += 128) {
    const width = min(128, columns - column);
    const offset = <usize>column >> 3;
    dots<V>(signs, signStride, n, k, bits + offset, bitStride, scratch, 512, width, rest);
    thresholdRows(scratch, 512, n, width, thresholds, out + offset, outStride);
  }
}

/** Writes bits where there are thresholds, else 32-bit dots, or adds to them unless `first`. */
function product<V>(
  signs: usize, signStride: usize, n: i32, k: i32, bits: usize, bitStride: usize, thresholds: usize, out: usize, outStride: usize,
  columns: i32, first: bool, scratch: usize,
): void {
  const chunks = (k + chunkRows - 1) / chunkRows;
  const periods = (chunks + chunksPerPeriod - 1) / chunksPerPeriod;
  const sumBytes: usize = sizeof<V>() << 5;
  const sumStride = sumBytes * <usize>periods;
  const sums = scratch + (<usize>chunks << 4) * <usize>n;
  storeConstants();
  storeIndices<V>(signs, signStride, n, k, scratch);
  for (let column = 0; column < columns; column += <i32>(sizeof<V>() << 5)) {
    for (let chunk = 0; chunk < chunks; chunk++) {
      buildTables<V>(bits + (<usize>column >> 3), bitStride, chunk * chunkRows, k);
      const indices = scratch + (<usize>chunk << 4) * <usize>n;
      const period = chunk / chunksPerPeriod;
      const at = sums + <usize>period * sumBytes;
      if (chunk == period * chunksPerPeriod) startSums<V>(indices, n, at, sumStride);
      else continueSums<V>(indices, n, at, sumStride);
    }
    if (thresholds) compare<V>(sums, sumStride, n, k, thresholds, out + (<usize>column >> 3), outStride, column, columns);
    else subtractTwice<V>(sums, sumStride, n, k, out + (<usize>column << 2), outStride, column, columns, first);
  }
}

function startSums<V>(indices: usize, n: i32, sums: usize, sumStride: usize): void {
  addChunk<V>(indices, n, sums, sumStride, true);
}

function continueSums<V>(indices: usize, n: i32, sums: usize, sumStride: usize): void {
  addChunk<V>(indices, n, sums, sumStride, false);
}
