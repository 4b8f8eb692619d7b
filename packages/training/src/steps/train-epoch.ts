import type { Examples } from '@bitfront/core';
import type { GradientExchange } from '../parallel/gradient-exchange.ts';
import { backward, forward, type Recipe, type StepSize, update } from './train-step.ts';
import type { Streams, Trainee } from './trainee.ts';
import { lastOf } from './training-layer.ts';

/** What one epoch draws and how it moves. */
export interface EpochPlan {
  readonly epoch: number;
  readonly recipe: Recipe;
  /** The order of the examples in this epoch. */
  readonly order: Uint32Array;
  readonly streams: Streams;
  readonly nextSize: () => StepSize;
  readonly exchange: GradientExchange;
  /** Called after every step. */
  readonly afterStep: (step: number) => Promise<void> | undefined;
}

/** One pass over the examples; the mean loss and the errors on the way, with the statistics of each shard. */
export async function trainEpoch(trainee: Trainee, examples: Examples, plan: EpochPlan) {
  const { kernels, layers, batch, shards, steps } = trainee;
  const { recipe, exchange, epoch } = plan;
  const mine = exchange.mine.map((shard) => {
    // One shard draws what the whole batch would.
    const key = shards === 1 ? [epoch] : [epoch, shard];
    const stream = (name: string) => plan.streams(name, ...key);
    return { shard, draws: stream('draws'), variations: stream('variations'), flips: stream('flips') };
  });
  const images = batch / shards;
  let loss = 0;
  let wrong = 0;
  for (let step = 0; step < steps; step++) {
    for (const { shard, flips, ...streams } of mine) {
      const start = step * batch + shard * images;
      const indices = plan.order.subarray(start, start + images);
      trainee.input.load(examples, indices, streams);
      showLabels(trainee, examples, indices);
      forward(kernels, layers, trainee.input, recipe, flips);
      const errors = countMissed(trainee);
      const part = backward(kernels, layers, trainee.input, trainee.labels, batch);
      exchange.put(shard, part, errors);
    }
    const total = await exchange.sum();
    loss += total.loss;
    wrong += total.wrong;
    update(kernels, layers, recipe, plan.nextSize());
    await plan.afterStep(step + 1);
  }
  return { trainLoss: loss / steps, trainErrorRate: wrong / (steps * batch) };
}

function showLabels({ labels }: Trainee, examples: Examples, indices: Uint32Array): void {
  const row = labels.row(0);
  for (let image = 0; image < indices.length; image++)
    row[image] = examples.labels[indices[image] as number] as number;
}

function countMissed({ kernels, layers, labels, guesses }: Trainee): number {
  kernels.argmaxColumns(lastOf(layers).scores, guesses);
  const [wanted, guessed] = [labels.row(0), guesses.row(0)];
  let wrong = 0;
  for (let image = 0; image < wanted.length; image++) if (guessed[image] !== wanted[image]) wrong++;
  return wrong;
}
