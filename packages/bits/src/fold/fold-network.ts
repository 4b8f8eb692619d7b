import { invertRow } from '../invert-row.ts';
import { packSigns } from '../pack-signs.ts';
import type { PackedBits } from '../packed-bits.ts';
import { type Affine, type BatchNorm, batchNormAffine } from './batch-norm-affine.ts';
import { foldBatchNorm } from './fold-batch-norm.ts';

/** A layer as trained. */
export interface TrainedLayer {
  readonly inputs: number;
  /** Of its shortcut, 0 without one; with one, γ is then not negative, since an inverted row would need an inverted shortcut. */
  readonly shortcutWeight?: number;
  readonly outputs: number;
  /** [outputs × inputs], row-major; the binary weight is its sign, sign(0) = +1. */
  readonly latent: ArrayLike<number>;
  readonly batchNorm: BatchNorm;
}

/** The parts of a network that inference needs; the same shape as in core's `Network`. */
export interface FoldedNetwork {
  readonly weights: readonly PackedBits[];
  readonly thresholds: readonly Float64Array[];
  readonly output: Affine;
}

/** Stored bits, thresholds and output scores of a trained network. Rows of hidden neurons with γ < 0 are inverted. */
export function foldNetwork(layers: readonly TrainedLayer[]): FoldedNetwork {
  const weights = layers.map(({ latent, outputs, inputs }) => packSigns(latent, outputs, inputs));
  const thresholds: Float64Array[] = [];
  let output: Affine = { scale: new Float64Array(0), offset: new Float64Array(0) };
  for (const [index, { batchNorm, inputs, shortcutWeight = 0 }] of layers.entries()) {
    if (index === layers.length - 1) output = batchNormAffine(batchNorm);
    else {
      const folded = foldBatchNorm(batchNorm, inputs + shortcutWeight);
      thresholds.push(folded.thresholds);
      for (const row of folded.inverted) invertRow(weights[index] as PackedBits, row);
    }
  }
  return { weights, thresholds, output };
}
