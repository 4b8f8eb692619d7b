import type { PackedBits } from '@bitfront/bits';
import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { Presented } from '../input/presentation.ts';

/** Packed weights as a matrix of the kernels, `N x K`. */
export function loadWeights(kernels: Kernels, packed: PackedBits): BitMatrix {
  const weights = kernels.arena.bits(packed.rows, packed.columns);
  const words = Math.ceil(packed.columns / 32);
  for (let row = 0; row < packed.rows; row++)
    weights.row(row).set(packed.words.subarray(row * words, (row + 1) * words));
  return weights;
}

/** Exact dot products `N x M` of a layer with integers or bits. */
export function integerDots(kernels: Kernels, weights: BitMatrix, input: Presented): I32Matrix {
  const dots = kernels.arena.i32(weights.rows, input.kind === 'i32' ? input.columns : input.rows);
  if (input.kind === 'i32') kernels.productIntSign(weights, input, dots);
  else kernels.productXnor(weights, input, dots);
  return dots;
}

/** Hidden activations, image-major: `target` is `M x N`. */
export function activate(kernels: Kernels, dots: I32Matrix, thresholds: Int32Array, target: BitMatrix): void {
  const row = kernels.arena.i32(1, thresholds.length);
  row.row(0).set(thresholds);
  const byNeuron = kernels.arena.bits(dots.rows, dots.columns);
  kernels.thresholdRows(dots, row, byNeuron);
  kernels.transposeBits(byNeuron, target);
}
