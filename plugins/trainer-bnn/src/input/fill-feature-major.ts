import type { F32Matrix, I32Matrix } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';
import type { InputModel } from './input-model.ts';

/** Where presented examples come from: raw values, `features` bytes each. */
export interface Shown {
  readonly model: InputModel;
  readonly values: Uint8Array;
  readonly features: number;
}

/** Presents the indexed examples as columns of `target` (`K x M`), each count c replaced by `table[c]`. */
export function fillFeatureMajor(
  { model, values, features }: Shown,
  indices: Uint32Array,
  table: Float32Array | Int32Array,
  target: F32Matrix | I32Matrix,
  stream: RandomStream,
): void {
  const counts = new Uint16Array(features);
  const { view, stride } = target;
  // The padding of a row stays 0, as kernels demand.
  for (let feature = 0, at = 0; feature < features; feature++, at += stride)
    view.fill(table[0] ?? 0, at, at + target.columns);
  for (let image = 0; image < indices.length; image++) {
    model.counts(values, (indices[image] as number) * features, stream, counts);
    for (let feature = 0, at = image; feature < features; feature++, at += stride) {
      const count = counts[feature] as number;
      // Strided writes are dear and most pixels are black.
      if (count !== 0) view[at] = table[count] as number;
    }
  }
}
