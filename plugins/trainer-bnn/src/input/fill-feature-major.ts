import type { ByteMatrix, F32Matrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import type { InputModel } from './input-model.ts';

/** Where presented examples come from: raw values, `features` bytes each. */
export interface Shown {
  readonly model: InputModel;
  readonly values: Uint8Array;
  readonly features: number;
}

/** The largest count that fits a byte. */
export const widestByte = 255;

/** Presents the indexed examples as columns of counts (`K x M`), by way of `imageMajor` (`M x K`). */
export function fillCounts(
  kernels: Kernels,
  { model, values, features }: Shown,
  indices: Uint32Array,
  imageMajor: ByteMatrix,
  target: ByteMatrix,
  stream: RandomStream,
): void {
  for (let image = 0; image < indices.length; image++)
    model.counts(values, (indices[image] as number) * features, stream, imageMajor.row(image));
  kernels.transposeBytes(imageMajor, target);
}

/** The same for counts beyond a byte, each count c replaced by `table[c]`. */
export function fillWide(
  { model, values, features }: Shown,
  indices: Uint32Array,
  table: Float32Array | Int32Array,
  target: F32Matrix | I32Matrix,
  stream: RandomStream,
): void {
  const counts = new Uint16Array(features);
  const { view, stride } = target;
  for (let image = 0; image < indices.length; image++) {
    model.counts(values, (indices[image] as number) * features, stream, counts);
    for (let feature = 0, at = image; feature < features; feature++, at += stride)
      view[at] = table[counts[feature] as number] as number;
  }
}
