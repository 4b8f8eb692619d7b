import { kernelHeight, kernelWidth, positionsAcross, positionsDown, seenPixel } from './convolution-geometry';
import { sumLanes } from './lanes';

// Depthwise convolutions: neuron c sees channel c alone. `windows` are rows (tap, c) of bits, as convolutionWindows
// writes them. Signs are [C x taps] where they go forward, as in dense layers, and [taps x C] where they go back.

/** out[c] = Σ over the taps of ±1 · ±1; `columns` are padded to whole words of `out`. */
export function depthwiseDots(
  windows: usize, windowStride: usize, signs: usize, signStride: usize, taps: i32, channels: i32, columns: i32, out: usize, outStride: usize,
): void {
  const masks = i32x4(1, 2, 4, 8);
  for (let channel = 0; channel < channels; channel++) {
    for (let column = 0; column < columns; column += 4) {
      let sum = i32x4.splat(0);
      for (let tap = 0; tap < taps; tap++) {
        const row = windows + <usize>(tap * channels + channel) * windowStride;
        const nibble = <u32>load<u8>(row + <usize>(column >> 3)) >> (column & 4);
        const differ = bit(signs, tap) ? nibble ^ 15 : nibble;
        const less = i32x4.eq(v128.and(i32x4.splat(differ), masks), masks);
        sum = i32x4.add(sum, v128.or(less, i32x4.splat(1)));
      }
      const inside = i32x4.lt_s(i32x4.add(i32x4.splat(column), i32x4(0, 1, 2, 3)), i32x4.splat(columns));
      v128.store(out + (<usize>column << 2), v128.and(sum, inside));
    }
    signs += signStride;
    out += outStride;
  }
}

/**
 * out[tap][c] = Σ over the columns of ±gradient[c]: four partial sums, number j over the columns with column % 4 = j in
 * order, then as in sumLanes.
 */
export function depthwiseWeightGradient(
  windows: usize, windowStride: usize, gradient: usize, gradientStride: usize, taps: i32, channels: i32, columns: i32, out: usize,
  outStride: usize,
): void {
  const masks = i32x4(1, 2, 4, 8);
  const minus = i32x4.splat(0x80000000);
  for (let tap = 0; tap < taps; tap++) {
    for (let channel = 0; channel < channels; channel++) {
      const row = windows + <usize>(tap * channels + channel) * windowStride;
      const slope = gradient + <usize>channel * gradientStride;
      let sum = f32x4.splat(0);
      for (let column = 0; column < columns; column += 4) {
        const nibble = <u32>load<u8>(row + <usize>(column >> 3)) >> (column & 4);
        const less = v128.andnot(minus, i32x4.eq(v128.and(i32x4.splat(nibble), masks), masks));
        sum = f32x4.add(sum, v128.xor(v128.load(slope + (<usize>column << 2)), less));
      }
      store<f32>(out + <usize>tap * outStride + (<usize>channel << 2), sumLanes(sum));
    }
  }
}

/** Adds ±gradient of each position to the pixels its window sees, positions in order, taps in order, onto 0. */
export function depthwiseInputGradient(
  signs: usize, signStride: usize, gradient: usize, gradientStride: usize, channels: i32, lanes: i32, geometry: usize, out: usize,
  outStride: usize,
): void {
  const pixelBytes = <usize>lanes << 2;
  memory.fill(out, 0, <usize>channels * outStride);
  for (let channel = 0; channel < channels; channel++) {
    let from = gradient + <usize>channel * gradientStride;
    for (let y = 0; y < positionsDown(geometry); y++) {
      for (let x = 0; x < positionsAcross(geometry); x++) {
        let tap = signs;
        for (let ky = 0; ky < kernelHeight(geometry); ky++) {
          for (let kx = 0; kx < kernelWidth(geometry); kx++) {
            const pixel = seenPixel(geometry, y, x, ky, kx);
            const less = i32x4.splat(bit(tap, channel) ? 0 : 0x80000000);
            if (pixel >= 0) addSigned(from, pixelBytes, less, out + <usize>pixel * pixelBytes);
            tap += signStride;
          }
        }
        from += pixelBytes;
      }
    }
    out += outStride;
  }
}

@inline
function addSigned(from: usize, bytes: usize, sign: v128, to: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(to + at, f32x4.add(v128.load(to + at), v128.xor(v128.load(from + at), sign)));
  }
}

@inline
function bit(row: usize, index: i32): bool {
  return ((load<u8>(row + <usize>(index >> 3)) >> (index & 7)) & 1) != 0;
}
