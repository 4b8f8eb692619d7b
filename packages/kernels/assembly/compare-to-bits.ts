import { wordMask } from './lanes';

/** Bit 1 where a >= 0; -0 counts as +1, NaN as -1. */
export function signBits(a: usize, aStride: usize, rows: i32, columns: i32, out: usize, outStride: usize): void {
  const zero = f32x4.splat(0);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += 32) {
      const at = a + <usize>row * aStride + (<usize>column << 2);
      let word: u32 = 0;
      for (let v = 0; v < 8; v++) {
        word |= <u32>i32x4.bitmask(f32x4.ge(v128.load(at + (<usize>v << 4)), zero)) << (v << 2);
      }
      store<u32>(out + <usize>row * outStride + (<usize>column >> 3), word & wordMask(column, columns));
    }
  }
}

/** Bit 1 where dots[r][c] >= thresholds[r]. */
export function thresholdRows(
  dots: usize, dotStride: usize, rows: i32, columns: i32, thresholds: usize, out: usize, outStride: usize,
): void {
  for (let row = 0; row < rows; row++) {
    const threshold = v128.load32_splat(thresholds + (<usize>row << 2));
    for (let column = 0; column < columns; column += 32) {
      const at = dots + <usize>row * dotStride + (<usize>column << 2);
      let word: u32 = 0;
      for (let v = 0; v < 8; v++) {
        word |= <u32>i32x4.bitmask(i32x4.ge_s(v128.load(at + (<usize>v << 4)), threshold)) << (v << 2);
      }
      store<u32>(out + <usize>row * outStride + (<usize>column >> 3), word & wordMask(column, columns));
    }
  }
}

/** Bit 1 where dots[r][c] >= thresholds[c]. */
export function thresholdColumns(
  dots: usize, dotStride: usize, rows: i32, columns: i32, thresholds: usize, out: usize, outStride: usize,
): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += 32) {
      const at = dots + <usize>row * dotStride + (<usize>column << 2);
      const limit = thresholds + (<usize>column << 2);
      let word: u32 = 0;
      for (let v = 0; v < 8; v++) {
        const offset = <usize>v << 4;
        word |= <u32>i32x4.bitmask(i32x4.ge_s(v128.load(at + offset), v128.load(limit + offset))) << (v << 2);
      }
      store<u32>(out + <usize>row * outStride + (<usize>column >> 3), word & wordMask(column, columns));
    }
  }
}

/** Bit 1 where a byte is not 0. */
export function nonZeroBits(a: usize, aStride: usize, rows: i32, columns: i32, out: usize, outStride: usize): void {
  const zero = i8x16.splat(0);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += 32) {
      const at = a + <usize>row * aStride + <usize>column;
      const low = <u32>i8x16.bitmask(i8x16.ne(v128.load(at, 0), zero));
      const high = <u32>i8x16.bitmask(i8x16.ne(v128.load(at, 16), zero));
      store<u32>(out + <usize>row * outStride + (<usize>column >> 3), low | (high << 16));
    }
  }
}
