import {
  inputWidth, kernelHeight, kernelWidth, positionsAcross, positionsDown, strideAcross, strideDown,
} from './convolution-geometry';

// Max-pooling. The geometry is that of the windows; lanes are those of a pixel, a whole number of vectors.

/** out = the largest value of each window. */
export function maxPool(a: usize, aStride: usize, channels: i32, lanes: i32, geometry: usize, out: usize, outStride: usize): void {
  const pixelBytes = <usize>lanes << 2;
  for (let channel = 0; channel < channels; channel++) {
    let to = out;
    for (let y = 0; y < positionsDown(geometry); y++) {
      for (let x = 0; x < positionsAcross(geometry); x++) {
        const window = a + windowPixel(geometry, y, x) * pixelBytes;
        for (let lane: usize = 0; lane < pixelBytes; lane += 16) {
          v128.store(to + lane, windowTop(window + lane, pixelBytes, geometry));
        }
        to += pixelBytes;
      }
    }
    a += aStride;
    out += outStride;
  }
}

/**
 * target += the gradient of each window's maximum, at the first of its largest values. `target` is cleared first.
 * `aStride` is also the row length of `target`.
 */
export function maxPoolBackward(
  a: usize, aStride: usize, channels: i32, lanes: i32, geometry: usize, gradient: usize, gradientStride: usize, target: usize,
): void {
  const pixelBytes = <usize>lanes << 2;
  memory.fill(target, 0, <usize>channels * aStride);
  for (let channel = 0; channel < channels; channel++) {
    let from = gradient;
    for (let y = 0; y < positionsDown(geometry); y++) {
      for (let x = 0; x < positionsAcross(geometry); x++) {
        const window = windowPixel(geometry, y, x) * pixelBytes;
        for (let lane: usize = 0; lane < pixelBytes; lane += 16) {
          routeBack(a + window + lane, target + window + lane, v128.load(from + lane), pixelBytes, geometry);
        }
        from += pixelBytes;
      }
    }
    a += aStride;
    target += aStride;
    gradient += gradientStride;
  }
}

/** out = the OR of the bits of each window; `lanes` are whole words. */
export function maxPoolBits(a: usize, aStride: usize, channels: i32, lanes: i32, geometry: usize, out: usize, outStride: usize): void {
  const pixelBytes = <usize>lanes >> 3;
  const rowBytes = <usize>inputWidth(geometry) * pixelBytes;
  for (let channel = 0; channel < channels; channel++) {
    let to = out;
    for (let y = 0; y < positionsDown(geometry); y++) {
      for (let x = 0; x < positionsAcross(geometry); x++) {
        const window = a + windowPixel(geometry, y, x) * pixelBytes;
        for (let word: usize = 0; word < pixelBytes; word += 4) {
          let any: u32 = 0;
          for (let ky = 0; ky < kernelHeight(geometry); ky++) {
            const row = window + <usize>ky * rowBytes + word;
            for (let kx = 0; kx < kernelWidth(geometry); kx++) any |= load<u32>(row + <usize>kx * pixelBytes);
          }
          store<u32>(to + word, any);
        }
        to += pixelBytes;
      }
    }
    a += aStride;
    out += outStride;
  }
}

/** First pixel of a window; pooling has no padding. */
@inline
function windowPixel(geometry: usize, y: i32, x: i32): usize {
  return <usize>(y * strideDown(geometry) * inputWidth(geometry) + x * strideAcross(geometry));
}

@inline
function windowTop(window: usize, pixelBytes: usize, geometry: usize): v128 {
  const rowBytes = <usize>inputWidth(geometry) * pixelBytes;
  let top = v128.load(window);
  for (let ky = 0; ky < kernelHeight(geometry); ky++) {
    const row = window + <usize>ky * rowBytes;
    for (let kx = 0; kx < kernelWidth(geometry); kx++) top = f32x4.max(top, v128.load(row + <usize>kx * pixelBytes));
  }
  return top;
}

@inline
function routeBack(window: usize, target: usize, slope: v128, pixelBytes: usize, geometry: usize): void {
  const rowBytes = <usize>inputWidth(geometry) * pixelBytes;
  const top = windowTop(window, pixelBytes, geometry);
  let free = i32x4.splat(-1);
  for (let ky = 0; ky < kernelHeight(geometry); ky++) {
    for (let kx = 0; kx < kernelWidth(geometry); kx++) {
      const offset = <usize>ky * rowBytes + <usize>kx * pixelBytes;
      const hit = v128.and(free, f32x4.eq(v128.load(window + offset), top));
      free = v128.andnot(free, hit);
      v128.store(target + offset, f32x4.add(v128.load(target + offset), v128.and(slope, hit)));
    }
  }
}
