import { popcount } from '@bitfront/bits';
import type { LayerShape } from '@bitfront/core';
import type { BitMatrix, Kernels } from '@bitfront/kernels';

/**
 * The fraction of +1 among the weights that each input line of a layer meets. Lines of a depthwise convolution, taps ×
 * channels with the channel fastest, meet one weight each.
 */
export function plusFractions(kernels: Kernels, layer: LayerShape, weights: BitMatrix): Float64Array {
  const mark = kernels.arena.mark();
  const byLine = kernels.arena.bits(weights.columns, weights.rows);
  kernels.transposeBits(weights, byLine);
  const { view, wordsPerRow } = byLine;
  const fractions =
    layer.kind === 'depthwise'
      ? Float64Array.from({ length: weights.columns * layer.outputs }, (_, line) => {
          const [tap, channel] = [Math.floor(line / layer.outputs), line % layer.outputs];
          return ((view[tap * wordsPerRow + (channel >>> 5)] as number) >>> (channel & 31)) & 1;
        })
      : Float64Array.from({ length: weights.columns }, (_, line) => {
          let ones = 0;
          for (let word = 0; word < wordsPerRow; word++)
            ones += popcount(view[line * wordsPerRow + word] as number);
          return ones / weights.rows;
        });
  kernels.arena.release(mark);
  return fractions;
}
