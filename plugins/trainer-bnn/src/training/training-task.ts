import type { DatasetDescription, Examples, TrainingView } from '@bitfront/core';
import type { Recipe } from './train-step.ts';

/** Everything that a training depends on, besides its random numbers. */
export interface TrainingTask {
  readonly description: DatasetDescription;
  readonly train: Examples;
  readonly validation: Examples;
  readonly view: TrainingView;
  readonly hiddenWidths: readonly number[];
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly initialRange: number;
  readonly recipe: Recipe;
}
