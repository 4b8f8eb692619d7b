import { thresholdRows } from './compare-to-bits';
import { productBitSign } from './product-bit-sign';
import { productCountSign } from './product-small-sign';

// Bit 1 where a product with signs reaches the threshold of its row; the 32-bit dots of 128 columns at a time stay in
// the scratch memory.

const block: i32 = 128;
const dotStride: usize = 512;

/** out[N x M] = (signs[N x K] · bits[K x M] >= thresholds[N]). `scratch`: 512 bytes per row, then that of the product. */
export function thresholdedBitSign(
  signs: usize, signStride: usize, n: i32, k: i32, bits: usize, bitStride: usize, thresholds: usize, out: usize, outStride: usize,
  columns: i32, scratch: usize,
): void {
  const rest = scratch + <usize>n * dotStride;
  for (let column = 0; column < columns; column += block) {
    const width = min(block, columns - column);
    const offset = <usize>column >> 3;
    productBitSign(signs, signStride, n, k, bits + offset, bitStride, scratch, dotStride, width, rest);
    thresholdRows(scratch, dotStride, n, width, thresholds, out + offset, outStride);
  }
}

/** out[N x M] = (signs[N x K] · (2 · counts[K x M] - top) >= thresholds[N]). `scratch` as above. */
export function thresholdedCountSign(
  signs: usize, signStride: usize, n: i32, k: i32, counts: usize, countStride: usize, top: i32, thresholds: usize, out: usize,
  outStride: usize, columns: i32, scratch: usize,
): void {
  const rest = scratch + <usize>n * dotStride;
  for (let column = 0; column < columns; column += block) {
    const width = min(block, columns - column);
    const stride = <usize>((width + 63) & ~63) << 2;
    productCountSign(signs, signStride, n, k, counts + <usize>column, countStride, top, scratch, stride, width, rest);
    thresholdRows(scratch, stride, n, width, thresholds, out + (<usize>column >> 3), outStride);
  }
}
