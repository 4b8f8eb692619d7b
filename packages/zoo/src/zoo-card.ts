import type { Architecture, EpochLog, Row } from '@bitfront/core';
import type { ZooRecipe } from './zoo-recipe.ts';

/** What is known of a trained network: where it comes from, its hashes, how good it is, how it got there. */
export interface ZooCard extends ZooRecipe {
  readonly dataset: {
    readonly name: string;
    /** Content hashes of the three parts, as the engine computes them. */
    readonly hashes: { readonly train: string; readonly validation: string; readonly test: string };
  };
  readonly architecture: Architecture;
  /** Content hash of stored bits, thresholds and output: equal for networks that infer alike, to the bit. */
  readonly weightsSha256: string;
  readonly fileSha256: string;
  readonly fileBytes: number;
  /** Fraction of wrong test images, by the evaluator of the pipeline. */
  readonly errorRate: number;
  readonly errorRateLow95: number;
  readonly errorRateHigh95: number;
  readonly testImages: number;
  readonly validationErrorRate: number;
  /** The columns of the trainer. */
  readonly row: Row;
  readonly log: readonly EpochLog[];
  readonly trainedWith: {
    /** Of the repository; `-dirty` behind it where files had been changed. */
    readonly commit?: string;
    readonly node: string;
    /** Plugin to its version. */
    readonly plugins: Readonly<Record<string, number>>;
  };
}
