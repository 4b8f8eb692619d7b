// out[C x R] = a[R x C]^T of bytes by 16 x 16 blocks: four rounds that interleave row i with row i + 8.
// Rows are padded to 64 bytes, and rows of `a` beyond R count as zeros, so that padding of `out` is zero.

/** `scratch`: 512 bytes. */
export function transposeBytes(a: usize, aStride: usize, rows: i32, columns: i32, out: usize, outStride: usize, scratch: usize): void {
  const other = scratch + 256;
  for (let row0 = 0; row0 < rows; row0 += 16) {
    for (let column0 = 0; column0 < columns; column0 += 16) {
      const source = a + <usize>row0 * aStride + <usize>column0;
      for (let i = 0; i < 16; i++) {
        v128.store(scratch + (<usize>i << 4), row0 + i < rows ? v128.load(source + <usize>i * aStride) : i8x16.splat(0));
      }
      interleave(scratch, other);
      interleave(other, scratch);
      interleave(scratch, other);
      interleave(other, scratch);
      const target = out + <usize>column0 * outStride + <usize>row0;
      const width = min(16, columns - column0);
      for (let c = 0; c < width; c++) v128.store(target + <usize>c * outStride, v128.load(scratch + (<usize>c << 4)));
    }
  }
}

@inline
function interleave(from: usize, to: usize): void {
  for (let i: usize = 0; i < 8; i++) {
    const x = v128.load(from + (i << 4));
    const y = v128.load(from + (i << 4), 128);
    v128.store(to + (i << 5), i8x16.shuffle(x, y, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), 0);
    v128.store(to + (i << 5), i8x16.shuffle(x, y, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), 16);
  }
}
