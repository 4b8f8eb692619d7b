import { fanIn, type LayerShape, outputVolume, type PackedBits, positionCount } from '@bitfront/bits';
import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { Presented } from '../input/presentation.ts';
import { pooling } from '../steps/training-layer.ts';

/** A layer of the folded network, its bits loaded. */
export interface IntegerLayer {
  readonly shape: LayerShape;
  /** `N x K`. */
  readonly weights: BitMatrix;
}

/** Packed weights as a matrix of the kernels, `N x K`. */
export function loadWeights(kernels: Kernels, packed: PackedBits): BitMatrix {
  const weights = kernels.arena.bits(packed.rows, packed.columns);
  const words = Math.ceil(packed.columns / 32);
  for (let row = 0; row < packed.rows; row++)
    weights.row(row).set(packed.words.subarray(row * words, (row + 1) * words));
  return weights;
}

/**
 * Exact dot products `N x P·lanes` of a layer with what it is shown: examples, features in rows, or what the layer
 * below gives, channels in rows.
 */
export function integerDots(
  kernels: Kernels,
  { shape, weights }: IntegerLayer,
  input: Presented,
  lanes: number,
  top: number,
): I32Matrix {
  const operand = operandOf(kernels, shape, input, lanes);
  const dots = kernels.arena.i32(shape.outputs, positionCount(shape) * lanes);
  if (shape.kind === 'depthwise') kernels.depthwiseDots(operand as BitMatrix, weights, dots);
  else if (operand.kind === 'bits') kernels.productBitSign(weights, operand, dots);
  else if (operand.kind === 'bytes') kernels.productCountSign(weights, operand, top, dots);
  else kernels.productIntSign(weights, operand, dots);
  return dots;
}

/** A matrix for what a hidden layer gives, behind its pooling, `N x pixels · lanes`. */
export function outputsOf(kernels: Kernels, shape: LayerShape, lanes: number): BitMatrix {
  const { height, width } = shape.kind === 'dense' ? { height: 1, width: 1 } : outputVolume(shape);
  return kernels.arena.bits(shape.outputs, height * width * lanes);
}

/** Hidden activations, +1 where dot ≥ threshold, behind the pooling. */
export function activate(
  kernels: Kernels,
  shape: LayerShape,
  dots: I32Matrix,
  thresholds: Int32Array,
  lanes: number,
  target: BitMatrix,
): void {
  const { arena } = kernels;
  const mark = arena.mark();
  const row = arena.i32(1, thresholds.length);
  row.row(0).set(thresholds);
  if (pooling(shape)) {
    const signs = arena.bits(dots.rows, dots.columns);
    kernels.thresholdRows(dots, row, signs);
    kernels.maxPoolBits(signs, shape, lanes, target);
  } else kernels.thresholdRows(dots, row, target);
  arena.release(mark);
}

function operandOf(kernels: Kernels, shape: LayerShape, input: Presented, lanes: number): Presented {
  const { arena } = kernels;
  if (shape.kind !== 'dense') {
    const rows = fanIn(shape) * (shape.kind === 'depthwise' ? shape.input.channels : 1);
    const windows = arena[input.kind](rows, positionCount(shape) * lanes) as Presented;
    kernels.convolutionWindows(input, shape, lanes, windows);
    return windows;
  }
  if (input.rows === shape.inputs) return input;
  const pixels = arena.bits(shape.inputs, lanes);
  kernels.flattenPixels(input as BitMatrix, lanes, pixels);
  return pixels;
}
