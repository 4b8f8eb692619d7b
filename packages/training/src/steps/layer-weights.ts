import { fanIn, type LayerShape } from '@bitfront/bits';
import type { BitMatrix, Kernels } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import { type Trained, trained } from './trained.ts';

/** What a layer of fan-in K and N neurons learns, and the signs made of it. Latent weights are input-major, `K x N`. */
export interface LayerWeights {
  readonly latent: Trained;
  readonly gamma: Trained;
  readonly beta: Trained;
  /** Signs of the latent weights, `K x N`. */
  readonly signs: BitMatrix;
  /** The signs that the current pass uses, `K x N`: with injected flips, or `signs` itself. */
  readonly usedSigns: BitMatrix;
  /** `usedSigns` transposed, `N x K`. */
  readonly forwardSigns: BitMatrix;
}

/** Latent weights start uniform in ±`initialRange`, gamma at 1, beta at 0. */
export function layerWeights(
  kernels: Kernels,
  shape: LayerShape,
  noisy: boolean,
  initialRange: number,
  stream: RandomStream,
): LayerWeights {
  const { arena } = kernels;
  const { outputs } = shape;
  const inputs = fanIn(shape);
  const latent = trained(kernels, inputs, outputs, 0);
  for (let input = 0; input < inputs; input++) {
    const row = latent.values.row(input);
    for (let output = 0; output < outputs; output++) row[output] = initialRange * (2 * stream.uniform() - 1);
  }
  const signs = arena.bits(inputs, outputs);
  kernels.signBits(latent.values, signs);
  return {
    latent,
    gamma: trained(kernels, 1, outputs, 1),
    beta: trained(kernels, 1, outputs, 0),
    signs,
    usedSigns: noisy ? arena.bits(inputs, outputs) : signs,
    forwardSigns: arena.bits(outputs, inputs),
  };
}
