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

/** Exact dot products `N x M` of a layer with what it is shown. */
export function integerDots(kernels: Kernels, weights: BitMatrix, input: Presented, top: number): I32Matrix {
  const dots = kernels.arena.i32(weights.rows, input.columns);
  if (input.kind === 'bits') kernels.productBitSign(weights, input, dots);
  else if (input.kind === 'bytes') kernels.productCountSign(weights, input, top, dots);
  else kernels.productIntSign(weights, input, dots);
  return dots;
}

/** Hidden activations, feature-major like `dots`. */
export function activate(kernels: Kernels, dots: I32Matrix, thresholds: Int32Array, target: BitMatrix): void {
  const row = kernels.arena.i32(1, thresholds.length);
  row.row(0).set(thresholds);
  kernels.thresholdRows(dots, row, target);
}
