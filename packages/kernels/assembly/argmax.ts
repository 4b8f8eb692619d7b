import { inside } from './lanes';

/** Row of the largest value in each column, the first of equals. */
export function argmaxColumns(a: usize, stride: usize, rows: i32, columns: i32, out: usize): void {
  for (let c = 0; c < columns; c += 4) {
    const at = a + (<usize>c << 2);
    let top = v128.load(at);
    let index = i32x4.splat(0);
    for (let row = 1; row < rows; row++) {
      const x = v128.load(at + <usize>row * stride);
      const larger = f32x4.gt(x, top);
      top = v128.bitselect(x, top, larger);
      index = v128.bitselect(i32x4.splat(row), index, larger);
    }
    v128.store(out + (<usize>c << 2), v128.and(index, inside(c, columns)));
  }
}
