import type { Examples } from '@bitfront/core';
import type { RandomStream } from '@bitfront/math';
import { backward, forward, type Recipe, type StepSize } from './train-step.ts';
import type { Trainee } from './trainee.ts';

/** What one epoch draws and how it moves. */
export interface EpochPlan {
  readonly recipe: Recipe;
  /** The order of the examples in this epoch. */
  readonly order: Uint32Array;
  readonly draws: RandomStream;
  readonly flips: RandomStream;
  readonly nextSize: () => StepSize;
  /** Called after every step. */
  readonly afterStep: (step: number) => Promise<void> | undefined;
}

/** One pass over the examples; the mean loss and the errors on the way, with the statistics of each batch. */
export async function trainEpoch(trainee: Trainee, examples: Examples, plan: EpochPlan) {
  const { kernels, layers, input, labels, guesses, batch, steps } = trainee;
  const logits = layers[layers.length - 1]?.normalised;
  let loss = 0;
  let wrong = 0;
  for (let step = 0; step < steps; step++) {
    const indices = plan.order.subarray(step * batch, (step + 1) * batch);
    input.load(examples, indices, plan.draws);
    const wanted = labels.row(0);
    for (let lane = 0; lane < batch; lane++) wanted[lane] = examples.labels[indices[lane] ?? 0] ?? 0;
    forward(kernels, layers, input, plan.recipe, plan.flips);
    if (logits !== undefined) kernels.argmaxColumns(logits, guesses);
    const guessed = guesses.row(0);
    for (let lane = 0; lane < batch; lane++) if (guessed[lane] !== wanted[lane]) wrong++;
    loss += backward(kernels, layers, input, labels, plan.recipe, plan.nextSize());
    await plan.afterStep(step + 1);
  }
  return { trainLoss: loss / steps, trainErrorRate: wrong / (steps * batch) };
}
