import {
  inputHeight, inputWidth, kernelHeight, kernelWidth, paddingAcross, paddingDown, positionsAcross, positionsDown, strideAcross,
  strideDown,
} from './convolution-geometry';
import { addEntries, buildTables, offsetBytes, storeOffsets, wordsAtOnce } from './sign-lookups';

// out[C x pixels · lanes], from the gradient of the pre-activations, gradient[N x positions · lanes], and the signs of the
// weights, signs[(tap, C) x N]: each position's gradient goes back to the pixels that its window sees. The tables of one
// position and 32 lanes serve all taps and channels.
// Order of additions: positions in order, at each position nibbles of N in order, one after the other onto 0.

/**
 * `scratch`: 128 bytes of zeros; 16 bytes of offsets per row and word of signs; sums of as many rows of pixels as the
 * kernel is high, pixel-major, 128 bytes per channel.
 */
export function convolutionInputGradient(
  signs: usize, signStride: usize, channels: i32, n: i32, gradient: usize, gradientStride: usize, lanes: i32, geometry: usize, out: usize,
  outStride: usize, scratch: usize,
): void {
  const offsets = scratch + 128;
  const taps = kernelHeight(geometry) * kernelWidth(geometry);
  const sums = offsets + <usize>(taps * channels * ((n + 31) >> 5)) * offsetBytes;
  const rowBytes = <usize>(inputWidth(geometry) * channels) << 7;
  const height = inputHeight(geometry);
  memory.fill(scratch, 0, 128);
  memory.fill(sums, 0, <usize>kernelHeight(geometry) * rowBytes);
  storeAllOffsets(signs, signStride, taps * channels, n, offsets);
  for (let lane = 0; lane < lanes; lane += 32) {
    let done = 0;
    const to = out + (<usize>lane << 2);
    for (let y = 0; y < positionsDown(geometry); y++) {
      // No later window sees the rows above this one's. Their place is taken by the rows that follow.
      const top = min(height, y * strideDown(geometry) - paddingDown(geometry));
      for (; done < top; done++) unpackRow(sums, done, rowBytes, channels, lanes, geometry, to, outStride);
      for (let x = 0; x < positionsAcross(geometry); x++) {
        const column = gradient + (<usize>((y * positionsAcross(geometry) + x) * lanes + lane) << 2);
        addPosition(y, x, column, gradientStride, n, channels, offsets, sums, rowBytes, geometry, scratch);
      }
    }
    for (; done < height; done++) unpackRow(sums, done, rowBytes, channels, lanes, geometry, to, outStride);
  }
}

/** Offsets in the order in which they are used: for each {@link wordsAtOnce} words, all rows. */
function storeAllOffsets(signs: usize, signStride: usize, rows: i32, n: i32, offsets: usize): void {
  const all = (n + 31) >> 5;
  for (let word = 0; word < all; word += wordsAtOnce) {
    const words = min(wordsAtOnce, all - word);
    storeOffsets(signs + (<usize>word << 2), signStride, rows, words, offsets);
    offsets += <usize>(rows * words) * offsetBytes;
  }
}

/** `column`: the gradient of position (y, x). */
function addPosition(
  y: i32, x: i32, column: usize, stride: usize, n: i32, channels: i32, offsets: usize, sums: usize, rowBytes: usize, geometry: usize,
  zeros: usize,
): void {
  const top = y * strideDown(geometry) - paddingDown(geometry);
  const left = x * strideAcross(geometry) - paddingAcross(geometry);
  const height = inputHeight(geometry);
  const width = inputWidth(geometry);
  const pixelBytes = <usize>channels << 7;
  for (let n0 = 0; n0 < n; n0 += wordsAtOnce << 5) {
    const words = min(wordsAtOnce, (n - n0 + 31) >> 5);
    const wordBytes = <usize>words * offsetBytes;
    buildTables<f32>(column, stride, n0, n, words, zeros);
    for (let row = top; row < top + kernelHeight(geometry); row++) {
      const pixels = sums + <usize>(row % kernelHeight(geometry)) * rowBytes;
      for (let pixel = left; pixel < left + kernelWidth(geometry); pixel++) {
        const inside = row >= 0 && row < height && pixel >= 0 && pixel < width;
        if (inside) addEntries<f32>(offsets, wordBytes, channels, words, pixels + <usize>pixel * pixelBytes, 128, false);
        offsets += <usize>channels * wordBytes;
      }
    }
  }
}

/** Writes the finished sums of a row of pixels, and clears them. */
function unpackRow(
  sums: usize, row: i32, rowBytes: usize, channels: i32, lanes: i32, geometry: usize, out: usize, outStride: usize,
): void {
  const width = inputWidth(geometry);
  const zero = i32x4.splat(0);
  sums += <usize>(row % kernelHeight(geometry)) * rowBytes;
  out += <usize>(row * width * lanes) << 2;
  for (let channel: usize = 0; channel < <usize>channels; channel++) {
    let from = sums + (channel << 7);
    let to = out + channel * outStride;
    for (let pixel = 0; pixel < width; pixel++) {
      for (let at: usize = 0; at < 128; at += 16) {
        v128.store(to + at, v128.load(from + at));
        v128.store(from + at, zero);
      }
      from += <usize>channels << 7;
      to += <usize>lanes << 2;
    }
  }
}
