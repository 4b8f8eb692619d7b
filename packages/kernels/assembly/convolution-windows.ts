import {
  inputWidth, kernelHeight, kernelWidth, paddingAcross, paddingDown, inputHeight, positionsAcross, positionsDown, strideAcross,
  strideDown,
} from './convolution-geometry';

// im2col. A pixel is a slice of `sliceBytes` (the lanes of all images); row (ky, kx, channel) of `out` holds, position by
// position, the slices of the pixels that this tap sees. Padding is zero, that is -1 for signs and counts.

export function convolutionWindows(
  source: usize, channelStride: usize, pixelStride: usize, sliceBytes: usize, channels: i32, geometry: usize, out: usize, outStride: usize,
): void {
  for (let ky = 0; ky < kernelHeight(geometry); ky++) {
    for (let kx = 0; kx < kernelWidth(geometry); kx++) {
      for (let channel = 0; channel < channels; channel++) {
        copyTap(source + <usize>channel * channelStride, pixelStride, sliceBytes, ky, kx, geometry, out);
        out += outStride;
      }
    }
  }
}

function copyTap(source: usize, pixelStride: usize, sliceBytes: usize, ky: i32, kx: i32, geometry: usize, out: usize): void {
  const width = inputWidth(geometry);
  const across = positionsAcross(geometry);
  const stride = strideAcross(geometry);
  const shift = kx - paddingAcross(geometry);
  // Positions first … last - 1 of a row see a pixel inside.
  const first = min(across, shift >= 0 ? 0 : (stride - 1 - shift) / stride);
  const last = max(first, shift >= width ? 0 : min(across, (width - 1 - shift) / stride + 1));
  const rowBytes = <usize>across * sliceBytes;
  for (let y = 0; y < positionsDown(geometry); y++) {
    const row = y * strideDown(geometry) + ky - paddingDown(geometry);
    if (row < 0 || row >= inputHeight(geometry)) {
      memory.fill(out, 0, rowBytes);
    } else {
      memory.fill(out, 0, <usize>first * sliceBytes);
      memory.fill(out + <usize>last * sliceBytes, 0, <usize>(across - last) * sliceBytes);
      const from = source + <usize>(row * width + first * stride + shift) * pixelStride;
      copySlices(from, <usize>stride * pixelStride, sliceBytes, last - first, out + <usize>first * sliceBytes);
    }
    out += rowBytes;
  }
}

/** Also turns rows of whole pixels into rows of one pixel, and back. */
export function copySlices(from: usize, fromStride: usize, sliceBytes: usize, count: i32, to: usize): void {
  if (fromStride == sliceBytes) {
    memory.copy(to, from, <usize>count * sliceBytes);
    return;
  }
  for (let slice = 0; slice < count; slice++) {
    memory.copy(to, from, sliceBytes);
    from += fromStride;
    to += sliceBytes;
  }
}

/** out[rows · pixels x lanes] = a[rows x pixels · lanes]: the same values as one row per pixel. */
export function flattenPixels(a: usize, aStride: usize, rows: i32, pixels: i32, sliceBytes: usize, out: usize, outStride: usize): void {
  for (let row = 0; row < rows; row++) {
    for (let pixel = 0; pixel < pixels; pixel++) {
      memory.copy(out, a + <usize>pixel * sliceBytes, sliceBytes);
      out += outStride;
    }
    a += aStride;
  }
}
