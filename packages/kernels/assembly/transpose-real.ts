// out[C x R] = a[R x C]^T by 4 x 4 blocks. 16 rows at a time, so that each cache line of `out` is filled in one go.

export function transposeReal(a: usize, aStride: usize, rows: i32, columns: i32, out: usize, outStride: usize): void {
  for (let row0 = 0; row0 < rows; row0 += 16) {
    const rowEnd = min(row0 + 16, rows);
    for (let column = 0; column < columns; column += 4) {
      for (let row = row0; row < rowEnd; row += 4) {
        const source = a + <usize>row * aStride + (<usize>column << 2);
        const zero = i32x4.splat(0);
        const r0 = v128.load(source);
        const r1 = row + 1 < rows ? v128.load(source + aStride) : zero;
        const r2 = row + 2 < rows ? v128.load(source + 2 * aStride) : zero;
        const r3 = row + 3 < rows ? v128.load(source + 3 * aStride) : zero;
        const low01 = i32x4.shuffle(r0, r1, 0, 4, 1, 5);
        const low23 = i32x4.shuffle(r2, r3, 0, 4, 1, 5);
        const high01 = i32x4.shuffle(r0, r1, 2, 6, 3, 7);
        const high23 = i32x4.shuffle(r2, r3, 2, 6, 3, 7);
        const target = out + <usize>column * outStride + (<usize>row << 2);
        v128.store(target, i64x2.shuffle(low01, low23, 0, 2));
        if (column + 1 < columns) v128.store(target + outStride, i64x2.shuffle(low01, low23, 1, 3));
        if (column + 2 < columns) v128.store(target + 2 * outStride, i64x2.shuffle(high01, high23, 0, 2));
        if (column + 3 < columns) v128.store(target + 3 * outStride, i64x2.shuffle(high01, high23, 1, 3));
      }
    }
  }
}
