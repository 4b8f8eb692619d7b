import type { LayerShape } from '@bitfront/bits';
import type { DatasetDescription, Examples, TrainingView } from '@bitfront/core';
import type { Augmentation } from '../input/augment.ts';
import type { ScheduleName } from '../schedule/schedule.ts';
import type { Recipe } from './train-step.ts';

/** Everything that a training depends on, besides its random numbers. */
export interface TrainingTask {
  readonly description: DatasetDescription;
  readonly train: Examples;
  readonly validation: Examples;
  readonly view: TrainingView;
  readonly augmentation: Augmentation;
  readonly layers: readonly LayerShape[];
  readonly epochs: number;
  readonly batchSize: number;
  /** Parts of a batch that are normalised on their own and may be computed by threads of their own. */
  readonly shards: number;
  readonly learningRate: number;
  readonly schedule: ScheduleName;
  readonly initialRange: number;
  readonly recipe: Recipe;
}
