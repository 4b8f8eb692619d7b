import { fanIn } from '@bitfront/bits';
import type { LayerShape, SumParts } from '@bitfront/core';

/** The weights of a neuron that share a column, part after part, in the order of their rows. */
export function sumParts(layer: LayerShape, { cut }: SumParts): readonly Int32Array[] {
  const weights = fanIn(layer);
  // Neurons of depthwise layers see one channel, those of dense layers have a channel for every input.
  const channels = layer.kind === 'dense' ? weights : layer.kind === 'depthwise' ? 1 : layer.input.channels;
  const [units, perUnit] = cut.by === 'weights' ? [weights, 1] : [channels, weights / channels];
  return Array.from({ length: Math.ceil(units / cut.size) }, (_, part) => {
    const from = part * cut.size;
    const size = Math.min(cut.size, units - from);
    // By channels, the channel is the fastest index of a weight.
    return Int32Array.from({ length: size * perUnit }, (__, index) =>
      cut.by === 'weights' ? from + index : Math.floor(index / size) * channels + from + (index % size),
    );
  });
}

/** A part cut into the rows that are driven together. */
export function driven(part: Int32Array, rowsInParallel: number): readonly { from: number; to: number }[] {
  const rows = rowsInParallel === 0 ? part.length : Math.min(part.length, rowsInParallel);
  return Array.from({ length: Math.ceil(part.length / rows) }, (_, index) => ({
    from: index * rows,
    to: Math.min(part.length, (index + 1) * rows),
  }));
}
