import type { BitMatrix, F32Matrix, Kernels } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import { type Trained, trained } from './trained.ts';

/**
 * A dense layer of K inputs and N outputs in training, for batches of M images. Latent weights are input-major
 * (`K x N`), activations feature-major (`N x M`), as the kernels want them.
 */
export interface DenseLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly latent: Trained;
  readonly gamma: Trained;
  readonly beta: Trained;
  /** Signs of the latent weights, `K x N`. */
  readonly signs: BitMatrix;
  /** The signs that the current pass uses, `K x N`: with injected flips, or `signs` itself. */
  readonly usedSigns: BitMatrix;
  /** `usedSigns` transposed, `N x K`. */
  readonly forwardSigns: BitMatrix;
  /** Pre-activations and batch-norm outputs, `N x M`. */
  readonly dots: F32Matrix;
  readonly normalised: F32Matrix;
  /** Statistics of the current batch, and the running ones that the kernel keeps, `1 x N`. */
  readonly mean: F32Matrix;
  readonly inverseStd: F32Matrix;
  readonly runningMean: F32Matrix;
  readonly runningVariance: F32Matrix;
  /** Signs of the outputs, `N x M`; unused in the last layer. */
  readonly outputSigns: BitMatrix;
  /** Gradient of the outputs, then of the pre-activations, `N x M`, and its transpose `M x N`. */
  readonly gradient: F32Matrix;
  readonly gradientByImage: F32Matrix;
}

/** Latent weights start uniform in ±`initialRange`, gamma at 1, beta at 0. */
export function denseLayer(
  kernels: Kernels,
  size: {
    readonly inputs: number;
    readonly outputs: number;
    readonly batch: number;
    readonly noisy: boolean;
  },
  initialRange: number,
  stream: RandomStream,
): DenseLayer {
  const { arena } = kernels;
  const { inputs, outputs, batch } = size;
  const latent = trained(kernels, inputs, outputs, 0);
  for (let input = 0; input < inputs; input++) {
    const row = latent.values.row(input);
    for (let output = 0; output < outputs; output++) row[output] = initialRange * (2 * stream.uniform() - 1);
  }
  const signs = arena.bits(inputs, outputs);
  kernels.signBits(latent.values, signs);
  return {
    inputs,
    outputs,
    latent,
    gamma: trained(kernels, 1, outputs, 1),
    beta: trained(kernels, 1, outputs, 0),
    signs,
    usedSigns: size.noisy ? arena.bits(inputs, outputs) : signs,
    forwardSigns: arena.bits(outputs, inputs),
    dots: arena.f32(outputs, batch),
    normalised: arena.f32(outputs, batch),
    mean: arena.f32(1, outputs),
    inverseStd: arena.f32(1, outputs),
    runningMean: arena.f32(1, outputs),
    runningVariance: arena.f32(1, outputs),
    outputSigns: arena.bits(outputs, batch),
    gradient: arena.f32(outputs, batch),
    gradientByImage: arena.f32(batch, outputs),
  };
}
