import type { Examples } from '@bitfront/core';
import type { LayerInput } from '@bitfront/inference';
import type { BitMatrix, ByteMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { Transmission } from '../activity/line-counts.ts';
import type { Feeder } from './feeder.ts';

/** What layer 1 reads, and how its values are sent where that was seen bit by bit. */
export interface FilledInput extends LayerInput {
  readonly sent?: Transmission;
}

/** The input of layer 1 for a block of images, feature-major; only it stays allocated. */
export function fillBlock(
  kernels: Kernels,
  feeder: Feeder,
  examples: Examples,
  { from, images, features, lanes }: FilledBlock,
): FilledInput {
  const { arena } = kernels;
  const { scale } = feeder;
  let values: BitMatrix | ByteMatrix | I32Matrix;
  if (feeder.kind === 'i32') {
    values = arena.i32(features, lanes);
    feeder.fill(values, examples, from, images);
  } else if (feeder.kind === 'bytes') {
    values = arena.bytes(features, lanes);
    const mark = arena.mark();
    const rows = arena.bytes(lanes, features);
    feeder.fill(rows, examples, from, images);
    kernels.transposeBytes(rows, values);
    arena.release(mark);
  } else {
    values = arena.bits(features, lanes);
    const mark = arena.mark();
    const rows = arena.bits(lanes, features);
    feeder.fill(rows, examples, from, images);
    kernels.transposeBits(rows, values);
    arena.release(mark);
  }
  const sent = feeder.kind === 'bits' ? undefined : feeder.record?.()?.transmission();
  return { values, scale, lanes, ...(sent && { sent }) };
}

export interface FilledBlock {
  readonly from: number;
  readonly images: number;
  readonly features: number;
  /** At least images · lanesPerImage; lanes beyond hold nothing of interest. */
  readonly lanes: number;
}
