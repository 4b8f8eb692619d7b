import { fanIn, type FoldedNetwork, foldNetwork, type LayerShape, shortcutWeight } from '@bitfront/bits';
import type { BatchNorm, Examples } from '@bitfront/core';
import type { F32Matrix, Kernels } from '@bitfront/kernels';
import { presentation } from '../input/presentation.ts';
import { classify } from '../integer/classify.ts';
import { measureStatistics } from '../integer/measure-statistics.ts';
import type { Streams, Trainee } from './trainee.ts';
import type { TrainingLayer } from './training-layer.ts';
import type { TrainingTask } from './training-task.ts';

/** A network with the batch-norm statistics of inference. */
export interface FinishedNetwork {
  /** Per layer [outputs × fan-in]. */
  readonly latent: readonly Float32Array[];
  readonly batchNorm: readonly BatchNorm[];
  readonly folded: FoldedNetwork;
}

/** Measures the statistics of the current weights over the first `count` training examples, and folds. */
export function finish(
  { kernels, layers, model }: Trainee,
  { train, recipe }: TrainingTask,
  count: number,
  random: Streams,
): FinishedNetwork {
  const unmeasured = layers.map(({ shape, latent, gamma, beta }) => ({
    shape,
    latent: outputMajor(kernels, latent.values),
    gamma: gamma.values.row(0).slice(),
    beta: beta.values.row(0).slice(),
    epsilon: recipe.batchNormEpsilon,
  }));
  const first = firstShape(layers);
  const limit = first.kind === 'dense' ? train.count : convolutionExamples;
  const shown = presentation(model, train, Math.min(count, train.count, limit), first, (from) =>
    random('statistics', from),
  );
  const batchNorm = measureStatistics(kernels, unmeasured, shown);
  const folded = foldNetwork(
    unmeasured.map(({ shape, latent }, index) => ({
      inputs: fanIn(shape),
      shortcutWeight: shortcutWeight(shape),
      outputs: shape.outputs,
      latent,
      batchNorm: batchNorm[index] as BatchNorm,
    })),
  );
  return { latent: unmeasured.map(({ latent }) => latent), batchNorm, folded };
}

/** A convolution sees each image at many positions: the statistics of these many examples are as good. */
const convolutionExamples = 16_384;

/** Fraction of examples that the folded network gets wrong; stochastic inputs are drawn once as in training. */
export function errorRate(
  { kernels, layers, model }: Trainee,
  network: FoldedNetwork,
  examples: Examples,
  random: Streams,
): number {
  const shapes = layers.map(({ shape }) => shape);
  const shown = presentation(model, examples, examples.count, firstShape(layers), (from) =>
    random('validation', from),
  );
  const classes = classify(kernels, shapes, network, shown);
  let wrong = 0;
  for (let index = 0; index < examples.count; index++) if (classes[index] !== examples.labels[index]) wrong++;
  return wrong / examples.count;
}

function firstShape(layers: readonly TrainingLayer[]): LayerShape {
  return (layers[0] as TrainingLayer).shape;
}

function outputMajor(kernels: Kernels, latent: F32Matrix): Float32Array {
  const { rows: inputs, columns: outputs } = latent;
  const mark = kernels.arena.mark();
  const transposed = kernels.arena.f32(outputs, inputs);
  kernels.transposeReal(latent, transposed);
  const plain = new Float32Array(outputs * inputs);
  for (let row = 0; row < outputs; row++) plain.set(transposed.row(row), row * inputs);
  kernels.arena.release(mark);
  return plain;
}
