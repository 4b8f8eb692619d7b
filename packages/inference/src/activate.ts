import { type LayerShape, outputFeatures } from '@bitfront/bits';
import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';

/**
 * The outputs of a hidden layer: its dots against one threshold per neuron (`1 x outputs`), then its pooling; outputs x
 * (pixels · lanes). Allocated unless given.
 */
export function activate(
  kernels: Kernels,
  layer: LayerShape,
  dots: I32Matrix,
  thresholds: I32Matrix,
  lanes: number,
  out: BitMatrix = outputBits(kernels, layer, lanes),
): BitMatrix {
  if (layer.kind === 'dense' || layer.pool === undefined) {
    kernels.thresholdRows(dots, thresholds, out);
    return out;
  }
  const mark = kernels.arena.mark();
  const before = kernels.arena.bits(dots.rows, dots.columns);
  kernels.thresholdRows(dots, thresholds, before);
  kernels.maxPoolBits(before, layer, lanes, out);
  kernels.arena.release(mark);
  return out;
}

/** An empty matrix for the outputs of a layer, behind its pooling. */
export function outputBits({ arena }: Kernels, layer: LayerShape, lanes: number): BitMatrix {
  return arena.bits(layer.outputs, (outputFeatures(layer) / layer.outputs) * lanes);
}
