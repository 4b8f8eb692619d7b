import type { Examples } from '@bitfront/core';
import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import { fillFeatureMajor } from './fill-feature-major.ts';
import type { InputModel } from './input-model.ts';
import { packCounts } from './training-input.ts';

/** Examples as integers D = 2c − top, feature-major (`K x M`), or as bits, image-major (`M x K`), where top is 1. */
export type Presented = I32Matrix | BitMatrix;

/** A pass over examples in chunks: every call with the same chunk presents the same numbers. */
export interface Presentation {
  readonly count: number;
  readonly features: number;
  /** D = top · x. */
  readonly top: number;
  load(kernels: Kernels, from: number, to: number): Presented;
}

/** Presents the first `count` examples, with fresh draws from a stream of its own per chunk. */
export function presentation(
  model: InputModel,
  examples: Examples,
  count: number,
  features: number,
  stream: (from: number) => RandomStream,
): Presentation {
  const counts = new Uint16Array(features);
  const table = Int32Array.from({ length: model.top + 1 }, (_, ones) => 2 * ones - model.top);
  return {
    count,
    features,
    top: model.top,
    load(kernels, from, to) {
      const draws = stream(from);
      if (model.top > 1) {
        const integers = kernels.arena.i32(features, to - from);
        const indices = Uint32Array.from({ length: to - from }, (_, index) => from + index);
        fillFeatureMajor({ model, values: examples.values, features }, indices, table, integers, draws);
        return integers;
      }
      const bits = kernels.arena.bits(to - from, features);
      for (let index = from; index < to; index++) {
        model.counts(examples.values, index * features, draws, counts);
        packCounts(counts, bits.row(index - from));
      }
      return bits;
    },
  };
}
