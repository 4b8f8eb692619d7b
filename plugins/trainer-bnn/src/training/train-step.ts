import type { I32Matrix, Kernels } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import type { TrainingInput } from '../input/training-input.ts';
import type { DenseLayer } from './dense-layer.ts';
import { flipSigns } from './flip-signs.ts';

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

/** Forward pass of the loaded batch; the last layer's `normalised` holds the class scores. */
export function forward(
  kernels: Kernels,
  layers: readonly DenseLayer[],
  input: TrainingInput,
  recipe: Recipe,
  stream: RandomStream,
): void {
  for (const [index, layer] of layers.entries()) {
    if (layer.usedSigns !== layer.signs)
      flipSigns(layer.signs, recipe.flipProbability, stream, layer.usedSigns);
    kernels.transposeBits(layer.usedSigns, layer.forwardSigns);
    const below = layers[index - 1];
    if (below === undefined) input.forward(layer.forwardSigns, layer.dots);
    else binaryForward(kernels, layer, below);
    kernels.batchNormForward({
      input: layer.dots,
      gamma: layer.gamma.values,
      beta: layer.beta.values,
      epsilon: recipe.batchNormEpsilon,
      momentum: 0,
      runningMean: layer.runningMean,
      runningVariance: layer.runningVariance,
      mean: layer.mean,
      inverseStd: layer.inverseStd,
      output: layer.normalised,
    });
    if (index === layers.length - 1) continue;
    kernels.signBits(layer.normalised, layer.outputSigns);
  }
}

/** Backward pass and update; returns the mean cross-entropy of the batch in nats. */
export function backward(
  kernels: Kernels,
  layers: readonly DenseLayer[],
  input: TrainingInput,
  labels: I32Matrix,
  recipe: Recipe,
  size: StepSize,
): number {
  const last = layers.length - 1;
  const { normalised: logits, gradient } = layers[last] as DenseLayer;
  const loss = kernels.softmaxCrossEntropy({ logits, labels, gradient });
  for (let index = last; index >= 0; index--) {
    const layer = layers[index] as DenseLayer;
    const below = layers[index - 1];
    kernels.batchNormBackward({
      input: layer.dots,
      gamma: layer.gamma.values,
      beta: layer.beta.values,
      mean: layer.mean,
      inverseStd: layer.inverseStd,
      ste: index === last ? 'none' : 'hardTanh',
      gradient: layer.gradient,
      gammaGradient: layer.gamma.gradient,
      betaGradient: layer.beta.gradient,
    });
    kernels.transposeReal(layer.gradient, layer.gradientByImage);
    if (below === undefined) input.weightGradient(layer.gradientByImage, layer.latent.gradient);
    else {
      kernels.productRealSign(below.outputSigns, layer.gradientByImage, layer.latent.gradient);
      kernels.productRealSign(layer.usedSigns, layer.gradient, below.gradient);
    }
    update(kernels, layer, recipe, size);
  }
  return loss;
}

function binaryForward(kernels: Kernels, layer: DenseLayer, below: DenseLayer): void {
  const mark = kernels.arena.mark();
  const dots = kernels.arena.i32(layer.dots.rows, layer.dots.columns);
  kernels.productBitSign(layer.forwardSigns, below.outputSigns, dots);
  kernels.intToReal(dots, layer.dots);
  kernels.arena.release(mark);
}

function update(kernels: Kernels, layer: DenseLayer, recipe: Recipe, size: StepSize): void {
  const adam = { beta1: recipe.beta1, beta2: recipe.beta2, epsilon: recipe.adamEpsilon, ...size };
  const moved = ({ values: weights, ...rest }: DenseLayer['latent']) => ({ weights, ...rest, ...adam });
  kernels.adam({ ...moved(layer.latent), clip: recipe.clip, signs: layer.signs });
  kernels.adam({ ...moved(layer.gamma), clip: 'none' });
  kernels.adam({ ...moved(layer.beta), clip: 'none' });
}
