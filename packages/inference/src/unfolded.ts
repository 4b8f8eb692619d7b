import { type ConvolutionShape, fanIn, type LayerShape, positionCount } from '@bitfront/bits';
import { type BitMatrix, bitBlock, type ByteMatrix, type I32Matrix, type Kernels } from '@bitfront/kernels';
import type { LayerInput } from './layer-input.ts';

/**
 * The input as a product reads it, one row per weight of a neuron: flattened for a dense layer, the windows of a
 * convolution (for a depthwise one of all channels, channel fastest). Allocated unless it already has that shape.
 */
export function unfolded(
  kernels: Kernels,
  layer: LayerShape,
  input: LayerInput,
): BitMatrix | ByteMatrix | I32Matrix {
  if (layer.kind === 'dense') return flattened(kernels, layer.inputs, input);
  const columns = positionCount(layer) * input.lanes;
  const rows = layer.kind === 'depthwise' ? fanIn(layer) * layer.outputs : fanIn(layer);
  const { arena } = kernels;
  const { values, lanes } = input;
  if (values.kind === 'bits') {
    const out = arena.bits(rows, columns);
    kernels.convolutionWindows(values, layer, lanes, out);
    return out;
  }
  if (values.kind === 'bytes') {
    const out = arena.bytes(rows, columns);
    kernels.convolutionWindows(values, layer, lanes, out);
    return out;
  }
  return integerWindows(kernels, layer, values, input, arena.i32(rows, columns));
}

function flattened({ arena, flattenPixels }: Kernels, inputs: number, { values, lanes }: LayerInput) {
  if (values.rows === inputs) return values;
  // Pixels that begin on whole vectors lie in memory as they are needed.
  if (lanes % bitBlock === 0) return arena.reshape(values, inputs, lanes);
  if (values.kind === 'bits') {
    const out = arena.bits(inputs, lanes);
    flattenPixels(values, lanes, out);
    return out;
  }
  const out = values.kind === 'bytes' ? arena.bytes(inputs, lanes) : arena.i32(inputs, lanes);
  flattenPixels(values, lanes, out as typeof values);
  return out;
}

/** The windows of integers; their padding stands for −scale, where the kernels write 0. */
function integerWindows(
  kernels: Kernels,
  layer: ConvolutionShape,
  values: I32Matrix,
  { scale, lanes }: LayerInput,
  out: I32Matrix,
): I32Matrix {
  const mark = kernels.arena.mark();
  const raised = kernels.arena.i32(values.rows, values.columns);
  raised.view.set(values.view.map((value) => value + scale));
  kernels.convolutionWindows(raised, layer, lanes, out);
  for (let row = 0; row < out.rows; row++) {
    const entries = out.row(row);
    for (let column = 0; column < entries.length; column++) entries[column] = (entries[column] ?? 0) - scale;
  }
  kernels.arena.release(mark);
  return out;
}
