import type { TrainingView } from '@bitfront/core';

/** A network whose training steps are to be timed. */
export interface BenchNetwork {
  /** Shape of an example. */
  readonly shape: readonly number[];
  /** See {@link layersOf}. */
  readonly convolutions: string;
  readonly hiddenWidths: readonly number[];
  readonly batchSize: number;
  readonly view: TrainingView;
  /** What is to be measured on several threads: trainings of their own, or one whose batches are cut in parts. */
  readonly scales?: readonly ('trainings' | 'parts')[];
}

const dense = { shape: [28, 28], convolutions: '', hiddenWidths: [1024, 1024], batchSize: 128 };
const colour = { shape: [3, 32, 32], batchSize: 64, view: { kind: 'grey' } as const };

/** Images as in Fashion-MNIST and CIFAR-10, 10 classes. CNV is the size of BNN-PYNQ's network of that name. */
export const benchNetworks: Readonly<Record<string, BenchNetwork>> = {
  '784-1024-1024-10 grey': { ...dense, view: { kind: 'grey' }, scales: ['trainings'] },
  '784-1024-1024-10 stochastic': { ...dense, view: { kind: 'stochastic', draws: 1 } },
  'CNN 3-32-32-P-64-64-P-128-128-P-512-10': {
    ...colour,
    convolutions: '32C3p1-32C3p1-MP2-64C3p1-64C3p1-MP2-128C3p1-128C3p1-MP2',
    hiddenWidths: [512],
    scales: ['trainings', 'parts'],
  },
  'CNV 3-64-64-P-128-128-P-256-256-512-512-10': {
    ...colour,
    convolutions: '64C3-64C3-MP2-128C3-128C3-MP2-256C3-256C3',
    hiddenWidths: [512, 512],
  },
};
