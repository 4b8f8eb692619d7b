import { bitfrontError } from '@bitfront/errors';
import type { FileArray } from './read-array.ts';

/**
 * The labels of a file of any number type.
 * @throws DATASET_SHAPE_MISMATCH when it is not a plain list, DATASET_LABEL_INVALID for anything but whole numbers of
 *   0 to classes − 1.
 */
export function toLabels(plugin: string, { file, array }: FileArray, classes: number): Uint8Array {
  if (array.shape.length !== 1)
    throw bitfrontError('DATASET_SHAPE_MISMATCH', {
      plugin,
      file,
      shape: array.shape.join(' x ') || 'none',
      expected: 'count',
    });
  const labels = new Uint8Array(array.data.length);
  for (const [index, item] of array.data.entries()) {
    const label = Number(item);
    if (!Number.isInteger(label) || label < 0 || label >= classes)
      throw bitfrontError('DATASET_LABEL_INVALID', {
        plugin,
        file,
        index,
        label,
        last: classes - 1,
        classes,
      });
    labels[index] = label;
  }
  return labels;
}
