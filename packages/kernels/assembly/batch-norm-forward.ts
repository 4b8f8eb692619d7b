import { inside, sumLanes } from './lanes';

// Sums over a row: 16 partial sums, number j over the columns c with c % 16 = j in order; then
// (lanes 0-3 + lanes 4-7) + (lanes 8-11 + lanes 12-15), then the four lanes as in sumLanes.

export function batchNormForward(
  input: usize, output: usize, stride: usize, rows: i32, columns: i32, gamma: usize, beta: usize, mean: usize,
  inverseStd: usize, runningMean: usize, runningVariance: usize, momentum: f32, epsilon: f32,
): void {
  const count = <f32>columns;
  const unbiased: f32 = columns > 1 ? count / (count - 1) : 1;
  for (let row = 0; row < rows; row++) {
    const element = <usize>row << 2;
    const from = input + <usize>row * stride;
    const average = rowSum(from, columns) / count;
    const variance = rowSquares(from, columns, average) / count;
    const scale: f32 = 1 / sqrt<f32>(variance + epsilon);
    store<f32>(mean + element, average);
    store<f32>(inverseStd + element, scale);
    const oldMean = load<f32>(runningMean + element);
    store<f32>(runningMean + element, oldMean + momentum * (average - oldMean));
    const oldVariance = load<f32>(runningVariance + element);
    store<f32>(runningVariance + element, oldVariance + momentum * (variance * unbiased - oldVariance));
    const gain = load<f32>(gamma + element);
    normaliseRow(from, output + <usize>row * stride, columns, average, scale, gain, load<f32>(beta + element));
  }
}

export function batchNormInference(
  input: usize, output: usize, stride: usize, rows: i32, columns: i32, gamma: usize, beta: usize, mean: usize,
  variance: usize, epsilon: f32,
): void {
  for (let row = 0; row < rows; row++) {
    const element = <usize>row << 2;
    const scale: f32 = 1 / sqrt<f32>(load<f32>(variance + element) + epsilon);
    normaliseRow(
      input + <usize>row * stride, output + <usize>row * stride, columns, load<f32>(mean + element), scale,
      load<f32>(gamma + element), load<f32>(beta + element),
    );
  }
}

@inline
function rowSum(from: usize, columns: i32): f32 {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let c = 0; c < columns; c += 16) {
    const at = from + (<usize>c << 2);
    s0 = f32x4.add(s0, v128.load(at, 0));
    s1 = f32x4.add(s1, v128.load(at, 16));
    s2 = f32x4.add(s2, v128.load(at, 32));
    s3 = f32x4.add(s3, v128.load(at, 48));
  }
  return sumLanes(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)));
}

@inline
function rowSquares(from: usize, columns: i32, average: f32): f32 {
  const centre = f32x4.splat(average);
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let c = 0; c < columns; c += 16) {
    const at = from + (<usize>c << 2);
    s0 = f32x4.add(s0, squaredDistance(v128.load(at, 0), centre, c, columns));
    s1 = f32x4.add(s1, squaredDistance(v128.load(at, 16), centre, c + 4, columns));
    s2 = f32x4.add(s2, squaredDistance(v128.load(at, 32), centre, c + 8, columns));
    s3 = f32x4.add(s3, squaredDistance(v128.load(at, 48), centre, c + 12, columns));
  }
  return sumLanes(f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3)));
}

@inline
function squaredDistance(x: v128, centre: v128, column: i32, columns: i32): v128 {
  const distance = f32x4.sub(x, centre);
  return v128.and(f32x4.mul(distance, distance), inside(column, columns));
}

@inline
function normaliseRow(from: usize, to: usize, columns: i32, average: f32, scale: f32, gain: f32, shift: f32): void {
  const centre = f32x4.splat(average);
  const inverse = f32x4.splat(scale);
  const factor = f32x4.splat(gain);
  const offset = f32x4.splat(shift);
  for (let c = 0; c < columns; c += 4) {
    const at = <usize>c << 2;
    const normal = f32x4.mul(f32x4.sub(v128.load(from + at), centre), inverse);
    v128.store(to + at, v128.and(f32x4.add(f32x4.mul(factor, normal), offset), inside(c, columns)));
  }
}
