import { normaliseRow } from './batch-norm-forward';
import {
  inputHeight, inputWidth, kernelHeight, kernelWidth, positionsAcross, positionsDown, strideAcross, strideDown,
} from './convolution-geometry';
import { real } from './lanes';
import { maxPoolBackward } from './max-pool';

/**
 * One row (neuron) of maxPoolBackward behind batch norm: `gradient` is that of `pooled`, at the first of the largest y of
 * each window, elsewhere 0. Rows have `stride` bytes; `scratch` is one of them.
 */
export function routeToTops<Z>(
  z: usize, scale: f32, average: f32, inverseStd: f32, gain: f32, shift: f32, lanes: i32, geometry: usize, pooled: usize,
  gradient: usize, stride: usize, scratch: usize,
): void {
  const quarters = kernelHeight(geometry) == 2 && kernelWidth(geometry) == 2 && strideDown(geometry) == 2 && strideAcross(geometry) == 2;
  const columns = inputHeight(geometry) * inputWidth(geometry) * lanes;
  if (quarters) {
    // Pixels that no window sees.
    if (((inputHeight(geometry) | inputWidth(geometry)) & 1) != 0) memory.fill(gradient, 0, stride);
    routeQuarters<Z>(z, scale, average, inverseStd, gain, shift, lanes, geometry, pooled, gradient);
  } else {
    normaliseRow<Z>(z, scratch, columns, scale, average, inverseStd, gain, shift);
    maxPoolBackward(scratch, stride, 1, lanes, geometry, pooled, 0, gradient);
  }
}

/** Windows of 2 x 2 pixels that do not overlap: y is used where it is computed. */
function routeQuarters<Z>(
  z: usize, scale: f32, average: f32, inverseStd: f32, gain: f32, shift: f32, lanes: i32, geometry: usize, pooled: usize, gradient: usize,
): void {
  const pixelBytes = <usize>lanes << 2;
  const rowBytes = <usize>inputWidth(geometry) * pixelBytes;
  const unit = f32x4.splat(scale);
  const centre = f32x4.splat(average);
  const inverse = f32x4.splat(inverseStd);
  const factor = f32x4.splat(gain);
  const offset = f32x4.splat(shift);
  const zero = f32x4.splat(0);
  const across = positionsAcross(geometry);
  for (let y = 0; y < positionsDown(geometry); y++) {
    let at = <usize>(y << 1) * rowBytes;
    for (let x = 0; x < across; x++) {
      for (let lane: usize = 0; lane < pixelBytes; lane += 16) {
        const at0 = at + lane;
        const at1 = at0 + pixelBytes;
        const at2 = at0 + rowBytes;
        const at3 = at1 + rowBytes;
        const y0 = normal<Z>(z + at0, unit, centre, inverse, factor, offset);
        const y1 = normal<Z>(z + at1, unit, centre, inverse, factor, offset);
        const y2 = normal<Z>(z + at2, unit, centre, inverse, factor, offset);
        const y3 = normal<Z>(z + at3, unit, centre, inverse, factor, offset);
        const top = f32x4.pmax(f32x4.pmax(y0, y1), f32x4.pmax(y2, y3));
        const slope = v128.load(pooled);
        const hit0 = f32x4.eq(y0, top);
        const hit1 = v128.andnot(f32x4.eq(y1, top), hit0);
        const taken = v128.or(hit0, hit1);
        const hit2 = v128.andnot(f32x4.eq(y2, top), taken);
        const hit3 = v128.andnot(f32x4.eq(y3, top), v128.or(taken, hit2));
        // Added to 0, as where windows overlap: the sum of 0 and -0 is 0.
        v128.store(gradient + at0, f32x4.add(zero, v128.and(slope, hit0)));
        v128.store(gradient + at1, f32x4.add(zero, v128.and(slope, hit1)));
        v128.store(gradient + at2, f32x4.add(zero, v128.and(slope, hit2)));
        v128.store(gradient + at3, f32x4.add(zero, v128.and(slope, hit3)));
        pooled += 16;
      }
      at += pixelBytes << 1;
    }
  }
}

@inline
function normal<Z>(z: usize, unit: v128, centre: v128, inverse: v128, factor: v128, offset: v128): v128 {
  const hat = f32x4.mul(f32x4.sub(real<Z>(v128.load(z), unit), centre), inverse);
  return f32x4.add(f32x4.mul(factor, hat), offset);
}
