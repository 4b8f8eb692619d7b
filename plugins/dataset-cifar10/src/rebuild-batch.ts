import { bitfrontError } from '@bitfront/errors';
import { decode } from 'fast-png';
import type { BatchFiles } from './dataset-files.ts';

/**
 * A batch of the official binary version from a picture whose rows of pixels are the images, each [y, x] in reading
 * order with its channels side by side, and from their labels.
 * @param labels [count]
 * @returns [count × (1 + features)]: the label, then the pixels as [channel, y, x]
 * @throws DATASET_FORMAT_INVALID for a broken PNG, DATASET_IMAGE_MISMATCH for another size
 */
export function rebuildBatch(
  plugin: string,
  { shape: [channels, rows, columns] }: BatchFiles,
  png: Uint8Array,
  file: string,
  labels: Uint8Array,
  remedy: string,
): Uint8Array {
  const pixels = rows * columns;
  const picture = decoded(png, file);
  const found = size(picture.width, picture.height, picture.channels, picture.depth);
  const expected = size(pixels, labels.length, channels, 8);
  if (found !== expected)
    throw bitfrontError('DATASET_IMAGE_MISMATCH', { plugin, file, found, expected, remedy });
  const { data } = picture;
  const record = 1 + channels * pixels;
  const batch = new Uint8Array(labels.length * record);
  for (let image = 0, from = 0; image < labels.length; image++) {
    const start = image * record;
    batch[start] = labels[image] ?? 0;
    for (let pixel = start + 1; pixel <= start + pixels; pixel++)
      for (let channel = 0; channel < channels; channel++, from++)
        batch[pixel + channel * pixels] = data[from] ?? 0;
  }
  return batch;
}

function decoded(png: Uint8Array, file: string) {
  try {
    return decode(png);
  } catch (cause) {
    const reason = `It cannot be decoded (${cause instanceof Error ? cause.message : String(cause)}).`;
    throw bitfrontError('DATASET_FORMAT_INVALID', { file, format: 'PNG', reason }, { cause });
  }
}

function size(width: number, height: number, channels: number, bits: number): string {
  return `${width} x ${height} pixels with ${channels} channels of ${bits} bits`;
}
