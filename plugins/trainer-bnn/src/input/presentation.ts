import type { Examples } from '@bitfront/core';
import type { BitMatrix, ByteMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import { fillCounts, fillWide, widestByte } from './fill-feature-major.ts';
import type { InputModel } from './input-model.ts';

/** Examples feature-major (`K x M`): bits where top is 1, else counts, or integers D = 2c − top beyond a byte. */
export type Presented = BitMatrix | ByteMatrix | I32Matrix;

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
  const { top } = model;
  const shown = { model, values: examples.values, features };
  return {
    count,
    features,
    top,
    load(kernels, from, to) {
      const { arena } = kernels;
      const images = to - from;
      const indices = Uint32Array.from({ length: images }, (_, index) => from + index);
      if (top > widestByte) {
        const integers = arena.i32(features, images);
        const table = Int32Array.from({ length: top + 1 }, (_, ones) => 2 * ones - top);
        fillWide(shown, indices, table, integers, stream(from));
        return integers;
      }
      const bits = top === 1 ? arena.bits(features, images) : undefined;
      const mark = arena.mark();
      const counts = arena.bytes(features, images);
      fillCounts(kernels, shown, indices, arena.bytes(images, features), counts, stream(from));
      if (bits === undefined) return counts;
      kernels.nonZeroBits(counts, bits);
      arena.release(mark);
      return bits;
    },
  };
}
