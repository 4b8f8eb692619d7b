import { setImmediate } from 'node:timers/promises';
import type { EpochLog, StageContext } from '@bitfront/core';
import { createKernels } from '@bitfront/kernels';
import { inputModel } from '../input/input-model.ts';
import { trainingInput } from '../input/training-input.ts';
import { adamSchedule } from './adam-schedule.ts';
import { denseLayer } from './dense-layer.ts';
import { errorRate, type FinishedNetwork, finish } from './finish.ts';
import { backward, forward } from './train-step.ts';
import type { TrainingTask } from './training-task.ts';

/** The network of the last epoch (none is picked by its validation error), and how it got there. */
export interface TrainingResult extends FinishedNetwork {
  readonly log: readonly EpochLog[];
}

/** Trains; gives the thread a break every 100 ms or so, to report and to notice an abort. */
export async function train(task: TrainingTask, context: StageContext): Promise<TrainingResult> {
  const { description, train: examples, validation, recipe } = task;
  const kernels = createKernels();
  const model = inputModel(task.view, description.maxValue);
  const batch = Math.min(task.batchSize, examples.count);
  const widths = [description.features, ...task.hiddenWidths, description.classes];
  const layers = widths.slice(1).map((outputs, index) => {
    const size = { inputs: widths[index] ?? 0, outputs, batch, noisy: recipe.flipProbability > 0 };
    return denseLayer(kernels, size, task.initialRange, context.random('weights', index));
  });
  const input = trainingInput(kernels, model, description.features, batch);
  const labels = kernels.arena.i32(1, batch);
  const logits = layers[layers.length - 1]?.normalised;
  const predicted = kernels.arena.i32(1, batch);
  const steps = Math.floor(examples.count / batch);
  const breakEvery = stepsPerBreak(widths, batch);
  const nextSize = adamSchedule(task.learningRate, recipe.beta1, recipe.beta2, steps * task.epochs);
  const order = Uint32Array.from({ length: examples.count }, (_, index) => index);
  const log: EpochLog[] = [];
  let note = '';
  for (let epoch = 1; ; epoch++) {
    context.random('order', epoch).shuffle(order);
    const draws = context.random('draws', epoch);
    const flips = context.random('flips', epoch);
    let loss = 0;
    let wrong = 0;
    for (let step = 0; step < steps; step++) {
      const indices = order.subarray(step * batch, (step + 1) * batch);
      input.load(examples, indices, draws);
      const target = labels.row(0);
      for (let lane = 0; lane < batch; lane++) target[lane] = examples.labels[indices[lane] ?? 0] ?? 0;
      forward(kernels, layers, input, recipe, flips);
      if (logits !== undefined) kernels.argmaxColumns(logits, predicted);
      const guesses = predicted.row(0);
      for (let lane = 0; lane < batch; lane++) if (guesses[lane] !== target[lane]) wrong++;
      loss += backward(kernels, layers, input, labels, recipe, nextSize());
      if ((step + 1) % breakEvery !== 0) continue;
      context.progress((epoch - 1 + (step + 1) / steps) / task.epochs, `epoch ${epoch}/${task.epochs}${note}`);
      await setImmediate();
      context.signal.throwIfAborted();
    }
    const last = epoch === task.epochs;
    const count = last ? examples.count : quickExamples;
    const finished = finish(kernels, layers, model, examples, count, recipe.batchNormEpsilon, context.random);
    const validationErrorRate = errorRate(kernels, finished.folded, model, validation, context.random);
    log.push({ epoch, trainLoss: loss / steps, trainErrorRate: wrong / (steps * batch), validationErrorRate });
    note = `, validation error ${(100 * validationErrorRate).toFixed(2)} %`;
    context.progress(epoch / task.epochs, `epoch ${epoch}/${task.epochs}${note}`);
    if (last) return { ...finished, log };
  }
}

/** Statistics of all epochs but the last are taken over this many examples: they serve the log alone. */
const quickExamples = 10_000;

/** About 5e9 operations, at two per multiply-add, take 100 ms; a step has three products per layer. */
function stepsPerBreak(widths: readonly number[], batch: number): number {
  const weights = widths.slice(1).reduce((sum, outputs, index) => sum + outputs * (widths[index] ?? 0), 0);
  return Math.max(1, Math.round(5e9 / (6 * weights * batch)));
}
