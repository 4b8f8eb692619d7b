import { setImmediate } from 'node:timers/promises';
import type { EpochLog, StageContext } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { adamSchedule } from './adam-schedule.ts';
import { errorRate, type FinishedNetwork, finish } from './finish.ts';
import { trainEpoch } from './train-epoch.ts';
import { makeTrainee } from './trainee.ts';
import type { TrainingTask } from './training-task.ts';

/** The network of the last epoch (none is picked by its validation error), and how it got there. */
export interface TrainingResult extends FinishedNetwork {
  readonly log: readonly EpochLog[];
}

/**
 * Trains. The thread gets a break every 100 ms or so, to report and to notice an abort.
 * @throws NETWORK_EXAMPLES_MISSING, NETWORK_DIVERGED
 */
export async function train(task: TrainingTask, context: StageContext): Promise<TrainingResult> {
  const { train: examples, validation, recipe, epochs } = task;
  const { random, signal, progress } = context;
  if (examples.count < 2 || validation.count < 1)
    throw bitfrontError('NETWORK_EXAMPLES_MISSING', { train: examples.count, validation: validation.count });
  const trainee = makeTrainee(task, random);
  const { kernels, layers, model, steps } = trainee;
  const breakEvery = stepsPerBreak(layers, trainee.batch);
  const nextSize = adamSchedule(task.learningRate, recipe.beta1, recipe.beta2, steps * epochs);
  const order = Uint32Array.from({ length: examples.count }, (_, index) => index);
  const log: EpochLog[] = [];
  let note = '';
  for (let epoch = 1; ; epoch++) {
    const say = (done: number) => progress((epoch - 1 + done) / epochs, `epoch ${epoch}/${epochs}${note}`);
    const { trainLoss, trainErrorRate } = await trainEpoch(trainee, examples, {
      recipe,
      order: random('order', epoch).shuffle(order),
      draws: random('draws', epoch),
      flips: random('flips', epoch),
      nextSize,
      afterStep: (step) => (step % breakEvery === 0 ? rest(signal, () => say(step / steps)) : undefined),
    });
    if (!Number.isFinite(trainLoss)) throw bitfrontError('NETWORK_DIVERGED', { epoch, loss: trainLoss });
    const measured = epoch === epochs ? examples.count : quickExamples;
    const finished = finish(kernels, layers, model, examples, measured, recipe.batchNormEpsilon, random);
    const validationErrorRate = errorRate(kernels, finished.folded, model, validation, random);
    log.push({ epoch, trainLoss, trainErrorRate, validationErrorRate });
    note = `, validation error ${(100 * validationErrorRate).toFixed(2)} %`;
    await rest(signal, () => say(1));
    if (epoch === epochs) return { ...finished, log };
  }
}

/** Statistics of all epochs but the last are taken over this many examples: they serve the log alone. */
const quickExamples = 2000;

async function rest(signal: AbortSignal, report: () => void): Promise<void> {
  report();
  await setImmediate();
  signal.throwIfAborted();
}

/** About 5e9 operations, at two per multiply-add, take 100 ms; a step has three products per layer. */
function stepsPerBreak(layers: readonly { inputs: number; outputs: number }[], batch: number): number {
  const weights = layers.reduce((sum, { inputs, outputs }) => sum + inputs * outputs, 0);
  return Math.max(1, Math.round(5e9 / (6 * weights * batch)));
}
