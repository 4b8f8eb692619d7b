import type { StageContext } from '@bitfront/core';
import { createKernels, type I32Matrix, type Kernels } from '@bitfront/kernels';
import { type InputModel, inputModel } from '../input/input-model.ts';
import { type TrainingInput, trainingInput } from '../input/training-input.ts';
import { type DenseLayer, denseLayer } from './dense-layer.ts';
import type { TrainingTask } from './training-task.ts';

/** A network in training, with everything that one batch of it needs. */
export interface Trainee {
  readonly kernels: Kernels;
  readonly layers: readonly DenseLayer[];
  readonly model: InputModel;
  readonly input: TrainingInput;
  /** Labels and guesses of the current batch, `1 x M`. */
  readonly labels: I32Matrix;
  readonly guesses: I32Matrix;
  readonly batch: number;
  /** Whole batches in the training examples; what is left over, others every epoch, waits for the next one. */
  readonly steps: number;
}

export function makeTrainee(task: TrainingTask, random: StageContext['random']): Trainee {
  const { description, train, hiddenWidths, recipe } = task;
  const kernels = createKernels();
  const model = inputModel(task.view, description.maxValue);
  const batch = Math.min(task.batchSize, train.count);
  const widths = [description.features, ...hiddenWidths, description.classes];
  const layers = widths.slice(1).map((outputs, index) => {
    const size = { inputs: widths[index] ?? 0, outputs, batch, noisy: recipe.flipProbability > 0 };
    return denseLayer(kernels, size, task.initialRange, random('weights', index));
  });
  return {
    kernels,
    layers,
    model,
    input: trainingInput(kernels, model, description.features, batch),
    labels: kernels.arena.i32(1, batch),
    guesses: kernels.arena.i32(1, batch),
    batch,
    steps: Math.floor(train.count / batch),
  };
}
