import type { Row } from './artifacts.ts';
import type { RandomSource } from './random-source.ts';

/** How examples enter the network. Trainers read only `training`, evaluators and cost models only `inference`. */
export interface Encoding {
  readonly training: TrainingView;
  readonly inference: InferenceView;
  /** Of encoders that declare columns. */
  readonly row?: Row;
}

/** Grey levels scaled to [−1, 1], or the mean of `draws` fresh Bernoulli ±1 draws per pixel at every presentation. */
export type TrainingView =
  | { readonly kind: 'grey' }
  | { readonly kind: 'stochastic'; readonly draws: number };

export type InferenceView = FixedPointInput | StochasticInput;

/** The `bits` most significant bits of each pixel, as an unsigned integer; the range is kept (see encoder). */
export interface FixedPointInput {
  readonly kind: 'fixed-point';
  readonly bits: number;
}

/**
 * Stochastic computing: `presentations` (T) draws of one ±1 bit per pixel, +1 with probability pixel / maxValue,
 * or as near to it as the random source comes.
 * - `first-layer`: the dot products of layer 1 are summed over T, then thresholded once (S2);
 * - `output`: the whole network runs T times, output scores are summed (S1);
 * - `vote`: the whole network runs T times, the classes vote, ties to the smaller class (S3).
 */
export interface StochasticInput {
  readonly kind: 'stochastic';
  readonly presentations: number;
  readonly accumulation: 'first-layer' | 'output' | 'vote';
  readonly source: RandomSource;
}
