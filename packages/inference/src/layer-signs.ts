import { type LayerShape, positionCount } from '@bitfront/bits';
import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import { activate, outputBits } from './activate.ts';
import { layerDots } from './layer-dots.ts';
import type { LayerInput } from './layer-input.ts';
import { unfolded } from './unfolded.ts';

/**
 * The outputs of a hidden layer, as `activate` of `layerDots` gives them; products and thresholds go together where
 * nobody needs the dots. Nothing but `out` stays allocated.
 */
export function layerSigns(
  kernels: Kernels,
  layer: LayerShape,
  signs: BitMatrix,
  input: LayerInput,
  thresholds: I32Matrix,
  out: BitMatrix = outputBits(kernels, layer, input.lanes),
): BitMatrix {
  const mark = kernels.arena.mark();
  if (layer.kind === 'depthwise' || input.values.kind === 'i32' || input.shortcut !== undefined) {
    activate(kernels, layer, layerDots(kernels, layer, signs, input), thresholds, input.lanes, out);
    kernels.arena.release(mark);
    return out;
  }
  const values = unfolded(kernels, layer, input);
  const pools = layer.kind === 'convolution' && layer.pool !== undefined;
  const reached = pools ? kernels.arena.bits(layer.outputs, positionCount(layer) * input.lanes) : out;
  if (values.kind === 'bits') kernels.thresholdedBitSign(signs, values, thresholds, reached);
  else if (values.kind === 'bytes')
    kernels.thresholdedCountSign(signs, values, input.scale, thresholds, reached);
  if (pools) kernels.maxPoolBits(reached, layer, input.lanes, out);
  kernels.arena.release(mark);
  return out;
}
