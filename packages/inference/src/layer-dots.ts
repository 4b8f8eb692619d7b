import { type ConvolutionShape, type LayerShape, positionCount } from '@bitfront/bits';
import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import { addShortcut } from './add-shortcut.ts';
import type { LayerInput } from './layer-input.ts';
import { unfolded } from './unfolded.ts';

/**
 * Exact dot products of a layer with its input, outputs x (positions · lanes), times the input's scale; `signs` are its
 * weights, outputs x weights of a neuron. All that is allocated lies at the end of the arena, the dots first.
 */
export function layerDots(
  kernels: Kernels,
  layer: LayerShape,
  signs: BitMatrix,
  input: LayerInput,
  out: I32Matrix = kernels.arena.i32(layer.outputs, positionCount(layer) * input.lanes),
): I32Matrix {
  const mark = kernels.arena.mark();
  const values = unfolded(kernels, layer, input);
  if (layer.kind === 'depthwise') depthwise(kernels, layer, signs, { ...input, values }, out);
  else product(kernels, signs, { ...input, values }, out);
  if (input.shortcut !== undefined) addShortcut(layer, input.shortcut, input.lanes, out);
  kernels.arena.release(mark);
  return out;
}

function product(kernels: Kernels, signs: BitMatrix, { values, scale }: LayerInput, out: I32Matrix): void {
  if (values.kind === 'bits') kernels.productBitSign(signs, values, out);
  else if (values.kind === 'bytes') kernels.productCountSign(signs, values, scale, out);
  else kernels.productIntSign(signs, values, out);
}

/** Channel by channel where the windows are no bits, which only a first layer meets. */
function depthwise(
  kernels: Kernels,
  layer: ConvolutionShape,
  signs: BitMatrix,
  { values, scale, lanes }: LayerInput,
  out: I32Matrix,
): void {
  if (values.kind === 'bits') {
    kernels.depthwiseDots(values, signs, out);
    return;
  }
  const { arena } = kernels;
  const taps = signs.columns;
  const mark = arena.mark();
  const weights = arena.bits(1, taps);
  const seen = values.kind === 'bytes' ? arena.bytes(taps, values.columns) : arena.i32(taps, values.columns);
  const dots = arena.i32(1, values.columns);
  for (let channel = 0; channel < layer.outputs; channel++) {
    weights.row(0).set(signs.row(channel));
    for (let tap = 0; tap < taps; tap++) seen.row(tap).set(values.row(tap * layer.outputs + channel));
    product(kernels, weights, { values: seen, scale, lanes }, dots);
    out.row(channel).set(dots.row(0));
  }
  arena.release(mark);
}
