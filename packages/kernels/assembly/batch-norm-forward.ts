import { inside, real, sumLanes, wordMask } from './lanes';

// Sums over a row: 16 partial sums, number j over the columns c with c % 16 = j in order; then
// (lanes 0-3 + lanes 4-7) + (lanes 8-11 + lanes 12-15), then the four lanes as in sumLanes.

/** `input`: floats, or integers that are worth `scale` each. `output` and `signs` are left out where 0. */
export function batchNormForward(
  input: usize, integers: bool, scale: f32, output: usize, signs: usize, signStride: usize, stride: usize, rows: i32, columns: i32,
  gamma: usize, beta: usize, mean: usize, inverseStd: usize, runningMean: usize, runningVariance: usize, momentum: f32, epsilon: f32,
): void {
  const count = <f32>columns;
  const unbiased: f32 = columns > 1 ? count / (count - 1) : 1;
  const unit = f32x4.splat(scale);
  for (let row = 0; row < rows; row++) {
    const element = <usize>row << 2;
    const from = input + <usize>row * stride;
    const average = (integers ? rowSum<i32>(from, columns, unit) : rowSum<f32>(from, columns, unit)) / count;
    const squares = integers ? rowSquares<i32>(from, columns, unit, average) : rowSquares<f32>(from, columns, unit, average);
    const variance = squares / count;
    const inverse: f32 = 1 / sqrt<f32>(variance + epsilon);
    store<f32>(mean + element, average);
    store<f32>(inverseStd + element, inverse);
    const oldMean = load<f32>(runningMean + element);
    store<f32>(runningMean + element, oldMean + momentum * (average - oldMean));
    const oldVariance = load<f32>(runningVariance + element);
    store<f32>(runningVariance + element, oldVariance + momentum * (variance * unbiased - oldVariance));
    const gain = load<f32>(gamma + element);
    const shift = load<f32>(beta + element);
    if (output) {
      const to = output + <usize>row * stride;
      if (integers) normaliseRow<i32>(from, to, columns, scale, average, inverse, gain, shift);
      else normaliseRow<f32>(from, to, columns, scale, average, inverse, gain, shift);
    }
    if (signs) {
      const to = signs + <usize>row * signStride;
      if (integers) signRow<i32>(from, to, columns, scale, average, inverse, gain, shift);
      else signRow<f32>(from, to, columns, scale, average, inverse, gain, shift);
    }
  }
}

export function batchNormInference(
  input: usize, output: usize, stride: usize, rows: i32, columns: i32, gamma: usize, beta: usize, mean: usize,
  variance: usize, epsilon: f32,
): void {
  for (let row = 0; row < rows; row++) {
    const element = <usize>row << 2;
    const inverse: f32 = 1 / sqrt<f32>(load<f32>(variance + element) + epsilon);
    normaliseRow<f32>(
      input + <usize>row * stride, output + <usize>row * stride, columns, 1, load<f32>(mean + element), inverse,
      load<f32>(gamma + element), load<f32>(beta + element),
    );
  }
}

@inline
function rowSum<Z>(from: usize, columns: i32, unit: v128): f32 {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let c = 0; c < columns; c += 16) {
    const at = from + (<usize>c << 2);
    s0 = f32x4.add(s0, real<Z>(v128.load(at, 0), unit));
    s1 = f32x4.add(s1, real<Z>(v128.load(at, 16), unit));
    s2 = f32x4.add(s2, real<Z>(v128.load(at, 32), unit));
    s3 = f32x4.add(s3, real<Z>(v128.load(at, 48), unit));
  }
  return sumLanes(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)));
}

@inline
function rowSquares<Z>(from: usize, columns: i32, unit: v128, average: f32): f32 {
  const centre = f32x4.splat(average);
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let c = 0; c < columns; c += 16) {
    const at = from + (<usize>c << 2);
    s0 = f32x4.add(s0, squaredDistance(real<Z>(v128.load(at, 0), unit), centre, c, columns));
    s1 = f32x4.add(s1, squaredDistance(real<Z>(v128.load(at, 16), unit), centre, c + 4, columns));
    s2 = f32x4.add(s2, squaredDistance(real<Z>(v128.load(at, 32), unit), centre, c + 8, columns));
    s3 = f32x4.add(s3, squaredDistance(real<Z>(v128.load(at, 48), unit), centre, c + 12, columns));
  }
  return sumLanes(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)));
}

@inline
function squaredDistance(x: v128, centre: v128, column: i32, columns: i32): v128 {
  const distance = f32x4.sub(x, centre);
  return v128.and(f32x4.mul(distance, distance), inside(column, columns));
}

/** Also the activations that the backward pass needs again. */
export function normaliseRow<Z>(
  from: usize, to: usize, columns: i32, scale: f32, average: f32, inverseStd: f32, gain: f32, shift: f32,
): void {
  const unit = f32x4.splat(scale);
  const centre = f32x4.splat(average);
  const inverse = f32x4.splat(inverseStd);
  const factor = f32x4.splat(gain);
  const offset = f32x4.splat(shift);
  for (let c = 0; c < columns; c += 4) {
    const at = <usize>c << 2;
    const normal = f32x4.mul(f32x4.sub(real<Z>(v128.load(from + at), unit), centre), inverse);
    v128.store(to + at, v128.and(f32x4.add(f32x4.mul(factor, normal), offset), inside(c, columns)));
  }
}

/** The sign bits alone: 1 where y >= 0. */
function signRow<Z>(
  from: usize, to: usize, columns: i32, scale: f32, average: f32, inverseStd: f32, gain: f32, shift: f32,
): void {
  const unit = f32x4.splat(scale);
  const centre = f32x4.splat(average);
  const inverse = f32x4.splat(inverseStd);
  const factor = f32x4.splat(gain);
  const offset = f32x4.splat(shift);
  for (let c = 0; c < columns; c += 32) {
    let word: u32 = 0;
    for (let half = 0; half < 32; half += 16) {
      const m0 = positive<Z>(v128.load(from, 0), unit, centre, inverse, factor, offset);
      const m1 = positive<Z>(v128.load(from, 16), unit, centre, inverse, factor, offset);
      const m2 = positive<Z>(v128.load(from, 32), unit, centre, inverse, factor, offset);
      const m3 = positive<Z>(v128.load(from, 48), unit, centre, inverse, factor, offset);
      const bytes = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(m0, m1), i16x8.narrow_i32x4_s(m2, m3));
      word |= <u32>i8x16.bitmask(bytes) << half;
      from += 64;
    }
    store<u32>(to + (<usize>c >> 3), word & wordMask(c, columns));
  }
}

@inline
function positive<Z>(z: v128, unit: v128, centre: v128, inverse: v128, factor: v128, offset: v128): v128 {
  const normal = f32x4.mul(f32x4.sub(real<Z>(z, unit), centre), inverse);
  return f32x4.ge(f32x4.add(f32x4.mul(factor, normal), offset), f32x4.splat(0));
}
