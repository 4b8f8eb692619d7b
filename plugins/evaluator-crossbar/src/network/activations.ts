import type { LayerShape } from '@bitfront/core';
import { outputBits } from '@bitfront/inference';
import type { BitMatrix, Kernels } from '@bitfront/kernels';
import type { AnalogDots } from './analog-dots.ts';

/** Where dots meet their thresholds. */
export interface Threshold {
  /** One per neuron; the output is +1 where D / scale ≥ threshold. */
  readonly thresholds: Float64Array;
  readonly scale: number;
  readonly lanes: number;
}

/** The outputs of a hidden layer, behind its pooling: neurons × (pixels · lanes). */
export function activations(
  kernels: Kernels,
  layer: LayerShape,
  dots: AnalogDots,
  { thresholds, scale, lanes }: Threshold,
): BitMatrix {
  const { arena } = kernels;
  const pools = layer.kind !== 'dense' && layer.pool !== undefined;
  const out = outputBits(kernels, layer, lanes);
  const mark = arena.mark();
  const reached = pools ? arena.bits(dots.neurons, dots.columns) : out;
  const { view, wordsPerRow } = reached;
  const { columns, neurons, values } = dots;
  for (let column = 0; column < columns; column++)
    for (let neuron = 0; neuron < neurons; neuron++) {
      if (!((values[column * neurons + neuron] as number) / scale >= (thresholds[neuron] as number)))
        continue;
      const at = neuron * wordsPerRow + (column >>> 5);
      view[at] = (view[at] as number) | (1 << (column & 31));
    }
  if (pools) kernels.maxPoolBits(reached, layer, lanes, out);
  arena.release(mark);
  return out;
}
