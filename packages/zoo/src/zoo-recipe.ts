import type { ParameterValue } from '@bitfront/core';

/** How a network is trained and judged: all of it is known before the training. Plain data, a JSON file. */
export interface ZooRecipe {
  readonly schemaVersion: 1;
  readonly name: string;
  /** One line for people. */
  readonly title: string;
  readonly pipeline: ZooPipeline;
  /** The seed of the run, as `--seed` of a sweep. */
  readonly seed: number;
}

/** The slots of the training; parameters that a recipe leaves out have their defaults, a card names all of them. */
export interface ZooPipeline {
  readonly dataset: ZooStage;
  readonly encoder: ZooStage;
  readonly trainer: ZooStage;
  /** Measures the error rates of the card, on weight bits that are read without errors. */
  readonly evaluator: ZooStage;
}

export interface ZooStage {
  readonly plugin: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}
