import type { Kernels } from '@bitfront/kernels';
import { backward, forward, update } from '../steps/train-step.ts';
import { makeTrainee } from '../steps/trainee.ts';
import type { BenchNetwork } from './bench-networks.ts';
import { benchStreams, benchTask } from './bench-task.ts';

/** What a step consists of, in this order. */
export const phaseNames = ['load', 'forward', 'backward', 'update'] as const;
export type Phase = (typeof phaseNames)[number];

/** One step in its phases, to be called in their order. */
export interface OpenSteps {
  readonly phases: {
    /** Presents a batch to layer 1. */
    load(): void;
    forward(): void;
    /** Loss and gradients. */
    backward(): number;
    /** Adam, clipping and the new signs. */
    update(): void;
  };
  /** All four; the loss of the batch. */
  step(): number;
}

/** A training that always sees the same batch of random examples. */
export function openSteps(network: BenchNetwork, kernels: Kernels): OpenSteps {
  const task = benchTask(network);
  const { recipe, train: examples } = task;
  const { layers, input, labels, batch } = makeTrainee(task, benchStreams, kernels);
  const random = benchStreams('draws');
  const indices = Uint32Array.from({ length: batch }, (_, index) => index);
  labels.row(0).set(examples.labels);
  const phases = {
    load: () => input.load(examples, indices, { draws: random, variations: random }),
    forward: () => forward(kernels, layers, input, recipe, random),
    backward: () => backward(kernels, layers, input, labels, batch),
    update: () => update(kernels, layers, recipe, { stepSize: 0.001, varianceScale: 1 }),
  };
  return {
    phases,
    step: () => {
      phases.load();
      phases.forward();
      const loss = phases.backward();
      phases.update();
      return loss;
    },
  };
}
