import type { I32Matrix, Kernels } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import type { TrainingInput } from '../input/training-input.ts';
import { addForward, addBackward, keepGammaPositive } from './shortcut-step.ts';
import { flipSigns } from './flip-signs.ts';
import { forwardProduct, inputGradient, weightGradient } from './layer-products.ts';
import type { Trained } from './trained.ts';
import { lastOf, pooling, type TrainingLayer } from './training-layer.ts';

/** What stays the same over all steps of a training. */
export interface Recipe {
  readonly beta1: number;
  readonly beta2: number;
  readonly adamEpsilon: number;
  readonly clip: 'unit' | 'none';
  readonly batchNormEpsilon: number;
  readonly flipProbability: number;
}

/** Adam's two numbers of this step (see the kernel's AdamUpdate). */
export interface StepSize {
  readonly stepSize: number;
  readonly varianceScale: number;
}

/** Forward pass of the loaded batch, up to the class scores of the last layer. */
export function forward(
  kernels: Kernels,
  layers: readonly TrainingLayer[],
  input: TrainingInput,
  recipe: Recipe,
  stream: RandomStream,
): void {
  for (const [index, layer] of layers.entries()) {
    if (layer.usedSigns !== layer.signs)
      flipSigns(layer.signs, recipe.flipProbability, stream, layer.usedSigns);
    kernels.transposeBits(layer.usedSigns, layer.forwardSigns);
    const below = layers[index - 1];
    if (below === undefined) input.forward(layer.forwardSigns);
    else {
      forwardProduct(kernels, layer, below);
      addForward(layers, layer);
    }
    kernels.batchNormForward({
      input: layer.dots.values,
      scale: layer.dots.scale,
      gamma: layer.gamma.values,
      beta: layer.beta.values,
      epsilon: recipe.batchNormEpsilon,
      momentum: 0,
      runningMean: layer.runningMean,
      runningVariance: layer.runningVariance,
      mean: layer.mean,
      inverseStd: layer.inverseStd,
      ...(layer.scores === undefined ? { signs: layer.signsBeforePool } : { output: layer.scores }),
    });
    // The largest of some values is positive where one of them is.
    if (pooling(layer.shape))
      kernels.maxPoolBits(layer.signsBeforePool, layer.shape, layer.images, layer.outputSigns);
  }
}

/**
 * Backward pass: fills the gradients of all that is learnt, and returns the sum over the images of the cross-entropy in
 * nats. Gradients are those of the mean over `examples`, of which the loaded images may be a part.
 */
export function backward(
  kernels: Kernels,
  layers: readonly TrainingLayer[],
  input: TrainingInput,
  labels: I32Matrix,
  examples: number,
): number {
  const last = layers.length - 1;
  const { scores: logits, gradient } = lastOf(layers);
  const loss = kernels.softmaxCrossEntropy({ logits, labels, gradient, examples });
  for (let index = last; index >= 0; index--) {
    const layer = layers[index] as TrainingLayer;
    const below = layers[index - 1];
    const { shape, images: lanes } = layer;
    kernels.batchNormBackward({
      input: layer.dots.values,
      scale: layer.dots.scale,
      gamma: layer.gamma.values,
      beta: layer.beta.values,
      mean: layer.mean,
      inverseStd: layer.inverseStd,
      ste: index === last ? 'none' : 'hardTanh',
      gradient: layer.gradient,
      ...(pooling(shape) ? { pooled: { gradient: layer.outputGradient, shape, lanes } } : {}),
      gammaGradient: layer.gamma.gradient,
      betaGradient: layer.beta.gradient,
    });
    if (below === undefined) input.weightGradient(layer.gradient, layer.latent.gradient);
    else {
      weightGradient(kernels, layer, below);
      inputGradient(kernels, layer, below);
      addBackward(layers, index - 1);
    }
  }
  return loss;
}

/** One step of Adam on everything that is learnt, with the gradients at hand; new sign bits where weights are latent. */
export function update(
  kernels: Kernels,
  layers: readonly TrainingLayer[],
  recipe: Recipe,
  size: StepSize,
): void {
  const adam = { beta1: recipe.beta1, beta2: recipe.beta2, epsilon: recipe.adamEpsilon, ...size };
  const moved = ({ values: weights, ...rest }: Trained) => ({ weights, ...rest, ...adam });
  for (const layer of layers) {
    kernels.adam({ ...moved(layer.latent), clip: recipe.clip, signs: layer.signs });
    kernels.adam({ ...moved(layer.gamma), clip: 'none' });
    keepGammaPositive(layer);
    kernels.adam({ ...moved(layer.beta), clip: 'none' });
  }
}
