import { inputFeatures, type LayerShape } from '@bitfront/bits';
import type { Examples } from '@bitfront/core';
import { type BitMatrix, type ByteMatrix, type I32Matrix, type Kernels, laneBlock } from '@bitfront/kernels';
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
  /** Examples of one chunk at most. */
  readonly chunk: number;
  /** Columns for that many examples: where pixels lie side by side, they fill whole words. */
  lanes(images: number): number;
  load(kernels: Kernels, from: number, to: number): Presented;
}

/** Presents the first `count` examples, with fresh draws from a stream of its own per chunk. */
export function presentation(
  model: InputModel,
  examples: Examples,
  count: number,
  first: LayerShape,
  stream: (from: number) => RandomStream,
): Presentation {
  const { top } = model;
  const features = inputFeatures(first);
  const shown = { model, values: examples.values, features, augment: undefined };
  // Convolutions have many times more dot products per image.
  const convolves = first.kind !== 'dense';
  const lanes = (images: number) => (convolves ? Math.ceil(images / laneBlock) * laneBlock : images);
  return {
    count,
    features,
    top,
    chunk: convolves ? 128 : 512,
    lanes,
    load(kernels, from, to) {
      const { arena } = kernels;
      const columns = lanes(to - from);
      const indices = Uint32Array.from({ length: to - from }, (_, index) => from + index);
      const streams = { draws: stream(from), variations: stream(from) };
      if (top > widestByte) {
        const integers = arena.i32(features, columns);
        const table = Int32Array.from({ length: top + 1 }, (_, ones) => 2 * ones - top);
        fillWide(shown, indices, table, integers, streams);
        return integers;
      }
      const bits = top === 1 ? arena.bits(features, columns) : undefined;
      const mark = arena.mark();
      const counts = arena.bytes(features, columns);
      fillCounts(kernels, shown, indices, arena.bytes(columns, features), counts, streams);
      if (bits === undefined) return counts;
      kernels.nonZeroBits(counts, bits);
      arena.release(mark);
      return bits;
    },
  };
}
