import { wordMask } from './lanes';

/**
 * Rows of whole 32-lane blocks; `signs` 0 writes no bits. Padding has gradient 0 and therefore stays 0.
 * `rest1`, `rest2` are 1 - beta, rounded once. The operand order of pmin and pmax lets NaN through.
 */
export function adam(
  weights: usize, gradient: usize, first: usize, second: usize, stride: usize, rows: i32, columns: i32, beta1: f32,
  rest1: f32, beta2: f32, rest2: f32, stepSize: f32, varianceScale: f32, epsilon: f32, limit: f32, signs: usize, signStride: usize,
): void {
  const keep1 = f32x4.splat(beta1);
  const keep2 = f32x4.splat(beta2);
  const take1 = f32x4.splat(rest1);
  const take2 = f32x4.splat(rest2);
  const step = f32x4.splat(stepSize);
  const scale = f32x4.splat(varianceScale);
  const floor = f32x4.splat(epsilon);
  const upper = f32x4.splat(limit);
  const lower = f32x4.splat(-limit);
  const zero = f32x4.splat(0);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += 32) {
      let at = <usize>row * stride + (<usize>column << 2);
      let word: u32 = 0;
      for (let v = 0; v < 32; v += 4) {
        const g = v128.load(gradient + at);
        const m = f32x4.add(f32x4.mul(keep1, v128.load(first + at)), f32x4.mul(take1, g));
        const s = f32x4.add(f32x4.mul(keep2, v128.load(second + at)), f32x4.mul(take2, f32x4.mul(g, g)));
        const divisor = f32x4.add(f32x4.mul(f32x4.sqrt(s), scale), floor);
        const moved = f32x4.sub(v128.load(weights + at), f32x4.div(f32x4.mul(step, m), divisor));
        const w = f32x4.pmin(f32x4.pmax(moved, lower), upper);
        v128.store(first + at, m);
        v128.store(second + at, s);
        v128.store(weights + at, w);
        word |= <u32>i32x4.bitmask(f32x4.ge(w, zero)) << v;
        at += 16;
      }
      if (signs) {
        store<u32>(signs + <usize>row * signStride + (<usize>column >> 3), word & wordMask(column, columns));
      }
    }
  }
}
