import type { TrainingView } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { layersOf } from '../network/layers-of.ts';
import { backward, forward, type Recipe, update } from '../steps/train-step.ts';
import { makeTrainee } from '../steps/trainee.ts';

/** A network whose training steps are to be timed. */
export interface BenchNetwork {
  /** Shape of an example. */
  readonly shape: readonly number[];
  /** See {@link layersOf}. */
  readonly convolutions: string;
  readonly hiddenWidths: readonly number[];
  readonly batchSize: number;
  readonly view: TrainingView;
}

/** One step in its phases, to be called in this order. */
export interface OpenSteps {
  readonly phases: {
    /** Presents a batch to layer 1. */
    load(): void;
    forward(): void;
    backward(): void;
    /** Adam, clipping and the new signs. */
    update(): void;
  };
  /** Memory of the kernels in use. */
  readonly memoryMiB: number;
  /** Operations of a step, two per multiply-add, three products per layer. */
  readonly operations: number;
}

/** A training on random examples, half of whose values are 0, as in Fashion-MNIST; 10 classes. */
export function openSteps({ shape, convolutions, hiddenWidths, batchSize, view }: BenchNetwork): OpenSteps {
  const features = shape.reduce((product, size) => product * size, 1);
  const random = randomStream('bench');
  const examples = {
    count: batchSize,
    values: Uint8Array.from({ length: batchSize * features }, () =>
      random.integer(2) ? random.integer(256) : 0,
    ),
    labels: Uint8Array.from({ length: batchSize }, () => random.integer(10)),
  };
  const description = { name: 'random', shape, features, classes: 10, maxValue: 255 };
  const task = {
    description,
    train: examples,
    validation: examples,
    view,
    augmentation: { flip: false, shift: 0 },
    layers: layersOf(description, convolutions, hiddenWidths),
    epochs: 1,
    batchSize,
    shards: 1,
    learningRate: 0.001,
    schedule: 'constant' as const,
    initialRange: 0.1,
    recipe,
  };
  const trainee = makeTrainee(task, (...key) => randomStream('bench', ...key));
  const { kernels, layers, input, labels } = trainee;
  const indices = Uint32Array.from({ length: batchSize }, (_, index) => index);
  labels.row(0).set(examples.labels);
  return {
    phases: {
      load: () => input.load(examples, indices, { draws: random, variations: random }),
      forward: () => forward(kernels, layers, input, recipe, random),
      backward: () => void backward(kernels, layers, input, labels, batchSize),
      update: () => update(kernels, layers, recipe, { stepSize: 0.001, varianceScale: 1 }),
    },
    memoryMiB: kernels.arena.usedBytes / 1_048_576,
    operations: trainee.workPerStep,
  };
}

const recipe: Recipe = {
  beta1: 0.9,
  beta2: 0.999,
  adamEpsilon: 1e-8,
  batchNormEpsilon: 1e-5,
  clip: 'unit',
  flipProbability: 0,
};
