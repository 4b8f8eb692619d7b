import { fanIn, inputFeatures, type LayerShape, positionCount } from '@bitfront/bits';
import { bitfrontError } from '@bitfront/errors';
import { createKernels, type I32Matrix, type Kernels, laneBlock } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import { augmenter } from '../input/augment.ts';
import { type InputModel, inputModel } from '../input/input-model.ts';
import { type TrainingInput, trainingInput } from '../input/training-input.ts';
import { volumeOf } from '../network/layers-of.ts';
import { layerWeights } from './layer-weights.ts';
import type { Trained } from './trained.ts';
import { type TrainingLayer, trainingLayer } from './training-layer.ts';
import type { TrainingTask } from './training-task.ts';

/** Random numbers by name, such as `random` of a stage's context. */
export type Streams = (...key: readonly (string | number)[]) => RandomStream;

/** A network in training, with everything that one shard of a batch needs. */
export interface Trainee {
  readonly kernels: Kernels;
  readonly layers: readonly TrainingLayer[];
  /** All that is learnt, in one order. */
  readonly learnt: readonly Trained[];
  readonly model: InputModel;
  readonly input: TrainingInput;
  /** Labels and guesses of the current shard, `1 x M`. */
  readonly labels: I32Matrix;
  readonly guesses: I32Matrix;
  readonly batch: number;
  readonly shards: number;
  readonly examples: number;
  /** Operations of a step, two per multiply-add: each layer has three products. */
  readonly workPerStep: number;
  /** Whole batches in the training examples; what is left over, others every epoch, waits for the next one. */
  readonly steps: number;
}

/** @throws NETWORK_BATCH_INVALID */
export function makeTrainee(task: TrainingTask, random: Streams, kernels = createKernels()): Trainee {
  const { description, train, layers: shapes, recipe, shards } = task;
  const model = inputModel(task.view, description.maxValue);
  const batch = Math.min(task.batchSize, train.count);
  const images = imagesPerShard(shapes, batch, shards);
  const first = shapes[0] as LayerShape;
  const features = inputFeatures(first);
  const augment = augmenter(task.augmentation, volumeOf(description.shape));
  const input = trainingInput(kernels, { model, features, augment, layer: first, images });
  const layers = shapes.map((shape, index) => {
    const noisy = recipe.flipProbability > 0;
    const weights = layerWeights(kernels, shape, noisy, task.initialRange, random('weights', index));
    const dots = index === 0 ? input.dots : undefined;
    const place = { below: shapes[index - 1], isLast: index === shapes.length - 1, dots };
    return trainingLayer(kernels, shape, weights, images, place);
  });
  return {
    kernels,
    layers,
    learnt: layers.flatMap(({ latent, gamma, beta }) => [latent, gamma, beta]),
    model,
    input,
    labels: kernels.arena.i32(1, images),
    guesses: kernels.arena.i32(1, images),
    batch,
    shards,
    examples: train.count,
    workPerStep: shapes.reduce((sum, shape) => sum + 6 * batch * multiplications(shape), 0),
    steps: Math.floor(train.count / batch),
  };
}

/** Batch norm needs two images; the images of a pixel fill whole words. */
function imagesPerShard(shapes: readonly LayerShape[], batch: number, shards: number): number {
  const images = batch / shards;
  const block = shapes.every(({ kind }) => kind === 'dense') ? 1 : laneBlock;
  if (!Number.isInteger(images) || images < 2 || images % block !== 0)
    throw bitfrontError('NETWORK_BATCH_INVALID', { batch, shards, images, block });
  return images;
}

/** Multiply-adds of a layer for one image. */
function multiplications(shape: LayerShape): number {
  return shape.outputs * fanIn(shape) * positionCount(shape);
}
