import { type BatchNorm, batchNormAffine } from './batch-norm-affine.ts';
import { smallestFloat } from './smallest-float.ts';

/** Batch norm and sign of a hidden layer as comparisons: output +1 exactly if dot over the stored bits ≥ threshold. */
export interface FoldedBatchNorm {
  readonly thresholds: Float64Array;
  /** Neurons with γ < 0, ascending: their stored row is the inverted one, which negates dot. */
  readonly inverted: readonly number[];
}

/**
 * Folds batch norm + sign into thresholds. With y of {@link batchNormAffine}:
 * - γ > 0: θ = the smallest float64 t with y(t) ≥ 0, so `dot ≥ θ` is `y(dot) ≥ 0` for every float64, ties included;
 * - γ < 0: the same with −γ, for dot' = −dot of the inverted row (negation commutes with rounding, so this is exact);
 * - γ = 0: the sign of β for every |dot| ≤ inputs: θ = ∓(2·inputs + 1).
 * `inputs` bounds |dot|: weights of a neuron, and the weight of its shortcut, which is why γ must not be negative there.
 * Thresholds are in units of dot, with layer-1 inputs in [−1, 1], and always finite.
 */
export function foldBatchNorm(batchNorm: BatchNorm, inputs: number): FoldedBatchNorm {
  const { scale, offset } = batchNormAffine(batchNorm);
  const inverted: number[] = [];
  const thresholds = scale.map((slope, neuron) => {
    const shift = offset[neuron] ?? 0;
    if (slope === 0) return shift >= 0 ? -(2 * inputs + 1) : 2 * inputs + 1;
    if (slope < 0) inverted.push(neuron);
    return threshold(Math.abs(slope), shift);
  });
  return { thresholds, inverted };
}

/** For slope > 0. */
function threshold(slope: number, shift: number): number {
  return smallestFloat((dot) => slope * dot + shift >= 0);
}
