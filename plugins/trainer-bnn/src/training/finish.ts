import { type FoldedNetwork, foldNetwork } from '@bitfront/bits';
import type { BatchNorm, Examples, StageContext } from '@bitfront/core';
import type { Kernels } from '@bitfront/kernels';
import type { InputModel } from '../input/input-model.ts';
import { presentation } from '../input/presentation.ts';
import { classify } from '../integer/classify.ts';
import { measureStatistics } from '../integer/measure-statistics.ts';
import type { DenseLayer } from './dense-layer.ts';

/** A network with the batch-norm statistics of inference. */
export interface FinishedNetwork {
  /** Per layer [outputs × inputs]. */
  readonly latent: readonly Float32Array[];
  readonly batchNorm: readonly BatchNorm[];
  readonly folded: FoldedNetwork;
}

/** Measures the statistics of the current weights over the first `count` training examples, and folds. */
export function finish(
  kernels: Kernels,
  layers: readonly DenseLayer[],
  model: InputModel,
  train: Examples,
  count: number,
  epsilon: number,
  random: StageContext['random'],
): FinishedNetwork {
  const unmeasured = layers.map(({ inputs, outputs, latent, gamma, beta }) => ({
    inputs,
    outputs,
    latent: outputMajor(kernels, latent.values, inputs, outputs),
    gamma: gamma.values.row(0).slice(),
    beta: beta.values.row(0).slice(),
    epsilon,
  }));
  const features = unmeasured[0]?.inputs ?? 0;
  const shown = presentation(model, train, Math.min(count, train.count), features, (from) =>
    random('statistics', from),
  );
  const batchNorm = measureStatistics(kernels, unmeasured, shown);
  const folded = foldNetwork(
    unmeasured.map((layer, index) => ({ ...layer, batchNorm: batchNorm[index] as BatchNorm })),
  );
  return { latent: unmeasured.map(({ latent }) => latent), batchNorm, folded };
}

/** Fraction of examples that the folded network gets wrong; stochastic inputs are drawn once as in training. */
export function errorRate(
  kernels: Kernels,
  network: FoldedNetwork,
  model: InputModel,
  examples: Examples,
  random: StageContext['random'],
): number {
  const features = network.weights[0]?.columns ?? 0;
  const shown = presentation(model, examples, examples.count, features, (from) => random('validation', from));
  const classes = classify(kernels, network, shown);
  let wrong = 0;
  for (let index = 0; index < examples.count; index++) if (classes[index] !== examples.labels[index]) wrong++;
  return wrong / examples.count;
}

function outputMajor(
  kernels: Kernels,
  latent: DenseLayer['latent']['values'],
  inputs: number,
  outputs: number,
): Float32Array {
  const mark = kernels.arena.mark();
  const transposed = kernels.arena.f32(outputs, inputs);
  kernels.transposeReal(latent, transposed);
  const plain = new Float32Array(outputs * inputs);
  for (let row = 0; row < outputs; row++) plain.set(transposed.row(row), row * inputs);
  kernels.arena.release(mark);
  return plain;
}
