import { type ConvolutionShape, positions } from '@bitfront/bits';
import type { LayerInput } from '@bitfront/inference';
import type { LineCounts, Transmission } from './line-counts.ts';
import { pixelCounts } from './pixel-counts.ts';

/**
 * Lines of a convolution: one per place in its window, read lane after lane, in a lane position after position. All
 * that is needed are counts of single pixels and of pairs of pixels that a line reads one after the other; the many
 * lines that see the same pair share its count.
 */
export function countWindows(
  counts: LineCounts,
  layer: ConvolutionShape,
  input: LayerInput,
  lanes: number,
  sent: Transmission,
): void {
  const { channels, height, width } = layer.input;
  const pixels = height * width;
  const bitsPerValue = input.values.kind === 'bits' ? 1 : sent.bits;
  const start = counts.bits === 0;
  const paths = pathsOf(layer);
  for (let channel = 0; channel < channels; channel++) {
    const pixel = pixelCounts(input, channel, pixels, lanes, sent);
    for (const [tap, path] of paths.entries()) {
      const line = tap * channels + channel;
      const [from, to] = [path[0] as number, path.at(-1) as number];
      let [ones, toggles] = [0, pixel.wraps(to, from)];
      for (const [position, at] of path.entries()) {
        ones += pixel.ones(at);
        toggles += pixel.inner(at);
        if (position > 0) toggles += pixel.steps(path[position - 1] as number, at);
      }
      if (!start) toggles += pixel.enters(counts.last[line] as number, from);
      counts.ones[line] = (counts.ones[line] as number) + ones;
      counts.last[line] = pixel.leaves(to);
      counts.toggles += toggles;
    }
  }
  counts.bits += lanes * (paths[0]?.length ?? 0) * bitsPerValue;
}

/** The pixels that each tap reads, position after position; −1 in the padding. */
function pathsOf(layer: ConvolutionShape): readonly (readonly number[])[] {
  const { input, kernel, stride, padding } = layer;
  const at = positions(layer);
  return Array.from({ length: kernel.height * kernel.width }, (_, tap) =>
    Array.from({ length: at.height * at.width }, (__, position) => {
      const [down, across] = [Math.floor(tap / kernel.width), tap % kernel.width];
      const y = Math.floor(position / at.width) * stride.height + down - padding.height;
      const x = (position % at.width) * stride.width + across - padding.width;
      return y < 0 || y >= input.height || x < 0 || x >= input.width ? -1 : y * input.width + x;
    }),
  );
}
