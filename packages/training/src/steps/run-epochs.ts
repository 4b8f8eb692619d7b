import type { GradientExchange } from '../parallel/gradient-exchange.ts';
import { adamSchedule } from '../schedule/adam-schedule.ts';
import type { TrainingState } from '../state/training-state.ts';
import { trainEpoch } from './train-epoch.ts';
import type { Streams, Trainee } from './trainee.ts';
import type { TrainingTask } from './training-task.ts';

/** What one epoch came to. */
export interface EpochResult {
  readonly epoch: number;
  readonly order: Uint32Array;
  readonly trainLoss: number;
  readonly trainErrorRate: number;
}

/** What a thread does besides its shards. */
export interface EpochWork {
  readonly exchange: GradientExchange;
  readonly streams: Streams;
  readonly afterStep: (step: number) => Promise<void> | undefined;
  readonly afterEpoch: (result: EpochResult) => Promise<void> | undefined;
}

/** The epochs that are left. Every thread of a training runs them all, and moves all weights alike. */
export async function runEpochs(
  task: TrainingTask,
  trainee: Trainee,
  state: TrainingState,
  { exchange, streams, afterStep, afterEpoch }: EpochWork,
): Promise<void> {
  const { recipe, epochs, learningRate: start, schedule, train: examples } = task;
  const { steps } = trainee;
  const done = { total: steps * epochs, done: steps * state.epoch };
  const nextSize = adamSchedule({ start, schedule }, recipe.beta1, recipe.beta2, done);
  const order = state.order.slice();
  for (let epoch = state.epoch + 1; epoch <= epochs; epoch++) {
    streams('order', epoch).shuffle(order);
    const plan = { epoch, recipe, order, streams, nextSize, exchange, afterStep };
    const result = await trainEpoch(trainee, examples, plan);
    await afterEpoch({ epoch, order: order.slice(), ...result });
  }
}
