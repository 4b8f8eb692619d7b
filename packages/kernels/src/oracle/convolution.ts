import { type ConvolutionShape, positions } from '@bitfront/bits';

/** Calls `visit` for every position, tap and pixel inside, in the order of the kernels. */
export function eachTap(
  { input, kernel, stride, padding, ...shape }: ConvolutionShape,
  visit: (position: number, tap: number, pixel: number) => void,
): void {
  const { height, width } = positions({ input, kernel, stride, padding, ...shape });
  for (let position = 0; position < height * width; position++)
    for (let tap = 0; tap < kernel.height * kernel.width; tap++) {
      const row = Math.floor(position / width) * stride.height + Math.floor(tap / kernel.width);
      const column = (position % width) * stride.width + (tap % kernel.width);
      const [y, x] = [row - padding.height, column - padding.width];
      if (y >= 0 && y < input.height && x >= 0 && x < input.width) visit(position, tap, y * input.width + x);
    }
}

/**
 * Gradient of the input, channels x (pixels · lanes), in the order of the kernel: at each position, nibbles of the
 * outputs one after the other. `signs` are (tap, channel) x outputs; all operands row-major without padding.
 */
export function inputGradient(
  signs: Int8Array,
  gradient: Float32Array,
  shape: ConvolutionShape,
  lanes: number,
): Float32Array {
  const { input, outputs } = shape;
  const depthwise = shape.kind === 'depthwise';
  const { height, width } = positions(shape);
  const out = new Float32Array(input.channels * input.height * input.width * lanes);
  const round = Math.fround;
  eachTap(shape, (position, tap, pixel) => {
    for (let channel = 0; channel < input.channels; channel++)
      for (let lane = 0; lane < lanes; lane++) {
        const at = (channel * input.height * input.width + pixel) * lanes + lane;
        const slope = (n: number) => gradient[(n * height * width + position) * lanes + lane] ?? 0;
        if (depthwise) {
          out[at] = (out[at] ?? 0) + (signs[tap * outputs + channel] ?? 0) * slope(channel);
          continue;
        }
        const row = (tap * input.channels + channel) * outputs;
        const term = (n: number) => (n < outputs ? (signs[row + n] ?? 0) * slope(n) : 0);
        for (let n = 0; n < outputs; n += 4)
          out[at] = (out[at] ?? 0) + round(round(term(n) + term(n + 1)) + round(term(n + 2) + term(n + 3)));
      }
  });
  return out;
}
