import type { ByteMatrix, F32Matrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { Augment } from './augment.ts';
import type { InputModel } from './input-model.ts';
import type { InputStreams } from './training-input.ts';

/** Where presented examples come from: raw values, `features` bytes each. */
export interface Shown {
  readonly model: InputModel;
  readonly values: Uint8Array;
  readonly features: number;
  readonly augment: Augment | undefined;
}

/** The largest count that fits a byte. */
export const widestByte = 255;

/** Presents the indexed examples as columns of counts (`K x M`), by way of `imageMajor` (`M x K`). */
export function fillCounts(
  kernels: Kernels,
  shown: Shown,
  indices: Uint32Array,
  imageMajor: ByteMatrix,
  target: ByteMatrix,
  streams: InputStreams,
): void {
  const present = presenter(shown, streams);
  for (let image = 0; image < indices.length; image++)
    present(indices[image] as number, imageMajor.row(image));
  kernels.transposeBytes(imageMajor, target);
}

/** The same for counts beyond a byte, each count c replaced by `table[c]`. */
export function fillWide(
  shown: Shown,
  indices: Uint32Array,
  table: Float32Array | Int32Array,
  target: F32Matrix | I32Matrix,
  streams: InputStreams,
): void {
  const { features } = shown;
  const present = presenter(shown, streams);
  const counts = new Uint16Array(features);
  const { view, stride } = target;
  for (let image = 0; image < indices.length; image++) {
    present(indices[image] as number, counts);
    for (let feature = 0, at = image; feature < features; feature++, at += stride)
      view[at] = table[counts[feature] as number] as number;
  }
}

/** Counts of one example, varied first where the training asks for it. */
function presenter({ model, values, features, augment }: Shown, { draws, variations }: InputStreams) {
  const varied = new Uint8Array(augment === undefined ? 0 : features);
  return (index: number, target: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>): void => {
    if (augment === undefined) model.counts(values, index * features, draws, target);
    else {
      augment(values, index * features, variations, varied);
      model.counts(varied, 0, draws, target);
    }
  };
}
