import { routeToTops } from './batch-norm-pool';
import { inside, real, sumLanes } from './lanes';

// dBeta = Σg, dGamma = Σ g·x̂, dz = k · ((g - dBeta / M) - x̂ · (dGamma / M)) with k = gamma · inverseStd.
// Both sums run over 8 partial sums, number j over the columns c with c % 8 = j in order; then lanes 0-3 + lanes 4-7,
// then the four lanes as in sumLanes.

/**
 * `input`: floats, or integers that are worth `scale` each. Where `pooled` is not 0 it is the gradient behind a pooling,
 * whose windows `geometry` describes, and `gradient` is only written; `scratch` is then a row of `stride` bytes.
 */
export function batchNormBackward(
  input: usize, integers: bool, scale: f32, gradient: usize, stride: usize, rows: i32, columns: i32, gamma: usize, beta: usize,
  mean: usize, inverseStd: usize, gammaGradient: usize, betaGradient: usize, hardTanh: bool, pooled: usize, pooledStride: usize,
  lanes: i32, geometry: usize, scratch: usize,
): void {
  const unit = f32x4.splat(scale);
  const always = i32x4.splat(hardTanh ? 0 : -1);
  for (let row = 0; row < rows; row++) {
    const element = <usize>row << 2;
    const z = input + <usize>row * stride;
    const g = gradient + <usize>row * stride;
    const average = load<f32>(mean + element);
    const inverse = load<f32>(inverseStd + element);
    const gain = load<f32>(gamma + element);
    const shift = load<f32>(beta + element);
    if (pooled) {
      const tops = pooled + <usize>row * pooledStride;
      if (integers) routeToTops<i32>(z, scale, average, inverse, gain, shift, lanes, geometry, tops, g, stride, scratch);
      else routeToTops<f32>(z, scale, average, inverse, gain, shift, lanes, geometry, tops, g, stride, scratch);
    }
    const gammaTo = gammaGradient + element;
    const betaTo = betaGradient + element;
    if (integers) backwardRow<i32>(z, unit, g, columns, average, inverse, gain, shift, always, gammaTo, betaTo);
    else backwardRow<f32>(z, unit, g, columns, average, inverse, gain, shift, always, gammaTo, betaTo);
  }
}

function backwardRow<Z>(
  z: usize, unit: v128, g: usize, columns: i32, average: f32, inverseStd: f32, gain: f32, shift: f32, always: v128,
  gammaGradient: usize, betaGradient: usize,
): void {
  const count = <f32>columns;
  const one = f32x4.splat(1);
  const centre = f32x4.splat(average);
  const inverse = f32x4.splat(inverseStd);
  const factor = f32x4.splat(gain);
  const offset = f32x4.splat(shift);
  let beta0 = f32x4.splat(0);
  let beta1 = beta0;
  let gamma0 = beta0;
  let gamma1 = beta0;
  for (let c = 0; c < columns; c += 8) {
    const at = <usize>c << 2;
    const normal0 = f32x4.mul(f32x4.sub(real<Z>(v128.load(z + at, 0), unit), centre), inverse);
    const normal1 = f32x4.mul(f32x4.sub(real<Z>(v128.load(z + at, 16), unit), centre), inverse);
    const y0 = f32x4.add(f32x4.mul(factor, normal0), offset);
    const y1 = f32x4.add(f32x4.mul(factor, normal1), offset);
    const passed0 = v128.and(v128.load(g + at, 0), v128.or(always, f32x4.le(f32x4.abs(y0), one)));
    const passed1 = v128.and(v128.load(g + at, 16), v128.or(always, f32x4.le(f32x4.abs(y1), one)));
    v128.store(g + at, passed0, 0);
    v128.store(g + at, passed1, 16);
    beta0 = f32x4.add(beta0, passed0);
    beta1 = f32x4.add(beta1, passed1);
    gamma0 = f32x4.add(gamma0, f32x4.mul(passed0, normal0));
    gamma1 = f32x4.add(gamma1, f32x4.mul(passed1, normal1));
  }
  const betaSum = sumLanes(f32x4.add(beta0, beta1));
  const gammaSum = sumLanes(f32x4.add(gamma0, gamma1));
  store<f32>(betaGradient, betaSum);
  store<f32>(gammaGradient, gammaSum);
  const betaMean = f32x4.splat(betaSum / count);
  const gammaMean = f32x4.splat(gammaSum / count);
  const slope = f32x4.mul(factor, inverse);
  for (let c = 0; c < columns; c += 4) {
    const at = <usize>c << 2;
    const normal = f32x4.mul(f32x4.sub(real<Z>(v128.load(z + at), unit), centre), inverse);
    const rest = f32x4.sub(f32x4.sub(v128.load(g + at), betaMean), f32x4.mul(normal, gammaMean));
    v128.store(g + at, v128.and(f32x4.mul(slope, rest), inside(c, columns)));
  }
}
