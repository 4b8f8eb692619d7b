import { bitfrontError } from '@bitfront/errors';
import { emptyBits, type PackedBits, packedWords } from './packed-bits.ts';

/**
 * Packs the signs of a row-major [rows × columns] array; both zeros count as +1.
 * @throws BITS_SIZE_MISMATCH if there are not rows · columns values, BITS_VALUE_INVALID for a NaN.
 */
export function packSigns(values: ArrayLike<number>, rows: number, columns: number): PackedBits {
  if (values.length !== rows * columns)
    throw bitfrontError('BITS_SIZE_MISMATCH', {
      rows,
      columns,
      expected: rows * columns,
      count: values.length,
    });
  const bits = emptyBits(rows, columns);
  const stride = packedWords(columns);
  for (let row = 0, index = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, index++) {
      const value = values[index] ?? Number.NaN;
      if (Number.isNaN(value)) throw bitfrontError('BITS_VALUE_INVALID', { row, column });
      const word = row * stride + (column >>> 5);
      if (value >= 0) bits.words[word] = (bits.words[word] ?? 0) | (1 << (column & 31));
    }
  }
  return bits;
}
