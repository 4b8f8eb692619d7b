import { bitfrontError } from '@bitfront/errors';

/** Batch norm of a layer after training, one entry per neuron: y = γ·(dot − mean) / √(variance + epsilon) + β. */
export interface BatchNorm {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  readonly epsilon: number;
}

/** y_k(dot) = scale_k · dot + offset_k, evaluated in float64 in this order. */
export interface Affine {
  readonly scale: Float64Array;
  readonly offset: Float64Array;
}

/**
 * Batch norm as an affine function: scale = γ / √(variance + epsilon), offset = β − mean · scale, each rounded once to
 * float64. This is the definition of y that thresholds, output scores and float inference share, so that they agree.
 * @throws NETWORK_BATCH_NORM_INVALID if a number is not finite, or variance + epsilon is not positive.
 */
export function batchNormAffine(batchNorm: BatchNorm): Affine {
  const { gamma, beta, mean, variance, epsilon } = batchNorm;
  const scale = new Float64Array(gamma.length);
  const offset = new Float64Array(gamma.length);
  for (let neuron = 0; neuron < gamma.length; neuron++) {
    const spread = Math.sqrt((variance[neuron] ?? Number.NaN) + epsilon);
    const slope = (gamma[neuron] ?? Number.NaN) / spread;
    const shift = (beta[neuron] ?? Number.NaN) - (mean[neuron] ?? Number.NaN) * slope;
    if (!(spread > 0) || !Number.isFinite(slope) || !Number.isFinite(shift) || !Number.isFinite(spread))
      throw bitfrontError('NETWORK_BATCH_NORM_INVALID', { neuron });
    scale[neuron] = slope;
    offset[neuron] = shift;
  }
  return { scale, offset };
}
