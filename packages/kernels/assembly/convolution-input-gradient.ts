import { kernelHeight, kernelWidth, positionsAcross, positionsDown, inputHeight, inputWidth, seenPixel } from './convolution-geometry';
import { addRows, allTableBytes, storeSums, tableBytes } from './sign-tables';

// out[C x pixels · lanes], from the gradient of the pre-activations, gradient[N x positions · lanes], and the signs of the
// weights, signs[(tap, C) x N]: each position's gradient goes back to the pixels that its window sees. The tables of one
// position and 32 lanes serve all taps and channels.
// Order of additions: positions in order, at each position nibbles of N in order, one after the other onto 0.

/** `scratch`: 64 KiB of tables, 128 bytes of zeros, then the sums, pixel-major: pixels · channels · 128 bytes. */
export function convolutionInputGradient(
  signs: usize, signStride: usize, channels: i32, n: i32, gradient: usize, gradientStride: usize, lanes: i32, geometry: usize, out: usize,
  outStride: usize, scratch: usize,
): void {
  const zeros = scratch + allTableBytes;
  const sums = zeros + 128;
  const pixels = inputHeight(geometry) * inputWidth(geometry);
  const pixelBytes = <usize>channels << 7;
  memory.fill(zeros, 0, 128);
  for (let lane = 0; lane < lanes; lane += 32) {
    memory.fill(sums, 0, <usize>pixels * pixelBytes);
    for (let y = 0; y < positionsDown(geometry); y++) {
      for (let x = 0; x < positionsAcross(geometry); x++) {
        const column = gradient + (<usize>((y * positionsAcross(geometry) + x) * lanes + lane) << 2);
        for (let n0 = 0; n0 < n; n0 += 128) {
          const words = min(4, (n - n0 + 31) >> 5);
          buildTables(column, gradientStride, n0, n, words, zeros, scratch);
          let tap = signs + (<usize>n0 >> 3);
          for (let ky = 0; ky < kernelHeight(geometry); ky++) {
            for (let kx = 0; kx < kernelWidth(geometry); kx++) {
              const pixel = seenPixel(geometry, y, x, ky, kx);
              if (pixel >= 0) addRows<f32>(tap, signStride, channels, words, sums + <usize>pixel * pixelBytes, 128, false, scratch);
              tap += <usize>channels * signStride;
            }
          }
        }
      }
    }
    unpack(sums, channels, pixels, lanes, out + (<usize>lane << 2), outStride);
  }
}

function buildTables(column: usize, stride: usize, n0: i32, n: i32, words: i32, zeros: usize, tables: usize): void {
  for (let group = 0; group < words << 3; group++) {
    const row = n0 + (group << 2);
    const source = column + <usize>row * stride;
    const row0 = row < n ? source : zeros;
    const row1 = row + 1 < n ? source + stride : zeros;
    const row2 = row + 2 < n ? source + 2 * stride : zeros;
    const row3 = row + 3 < n ? source + 3 * stride : zeros;
    const table = tables + <usize>group * tableBytes;
    for (let at: usize = 0; at < 128; at += 16) {
      storeSums<f32>(v128.load(row0 + at), v128.load(row1 + at), v128.load(row2 + at), v128.load(row3 + at), table + at);
    }
  }
}

function unpack(sums: usize, channels: i32, pixels: i32, lanes: i32, out: usize, outStride: usize): void {
  for (let pixel = 0; pixel < pixels; pixel++) {
    let to = out + (<usize>(pixel * lanes) << 2);
    for (let channel = 0; channel < channels; channel++) {
      for (let at: usize = 0; at < 128; at += 16) v128.store(to + at, v128.load(sums + at));
      sums += 128;
      to += outStride;
    }
  }
}
