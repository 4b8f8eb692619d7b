import { bitfrontError } from '@bitfront/errors';
import type { FileArray } from './read-array.ts';

/**
 * The bytes of examples: raw whole numbers as they are, or real numbers of 0 to 1 times `maxValue`, rounded to the
 * nearest (halves up).
 * @throws DATASET_SHAPE_MISMATCH when the examples are not [count, …shape], DATASET_VALUE_INVALID for NaN, infinity and
 *   values outside the range.
 */
export function toImages(
  plugin: string,
  { file, array }: FileArray,
  shape: readonly number[],
  scale: 'raw' | 'unit',
  maxValue: number,
): Uint8Array {
  const found = array.shape.join(' x ');
  const expected = ['count', ...shape].join(' x ');
  if (
    shape.length === 0 ||
    array.shape.length === 0 ||
    array.shape.slice(1).join(' x ') !== shape.join(' x ')
  )
    throw bitfrontError('DATASET_SHAPE_MISMATCH', {
      plugin,
      file,
      shape: found || 'none',
      expected: shape.length === 0 ? 'count x features' : expected,
    });
  // Every byte is a raw value of 0 to 255: nothing to check in the usual case, which is large.
  if (array.data instanceof Uint8Array && scale === 'raw' && maxValue === 255) return array.data;
  const bytes = new Uint8Array(array.data.length);
  for (const [index, item] of array.data.entries()) {
    const value = Number(item);
    const accepted =
      scale === 'unit'
        ? value >= 0 && value <= 1
        : Number.isInteger(value) && value >= 0 && value <= maxValue;
    if (!accepted)
      throw bitfrontError('DATASET_VALUE_INVALID', {
        plugin,
        file,
        index,
        value,
        expected: range(scale, maxValue),
      });
    bytes[index] = scale === 'unit' ? Math.floor(value * maxValue + 0.5) : value;
  }
  return bytes;
}

function range(scale: 'raw' | 'unit', maxValue: number): string {
  return scale === 'unit' ? 'real numbers from 0 to 1' : `whole numbers from 0 to ${maxValue}`;
}
