import { bitfrontError } from '@bitfront/errors';

/**
 * A matrix of signs, one bit each: 1 stands for +1, 0 for −1. Row r starts at word r·⌈columns / 32⌉, least
 * significant bit first; the padding bits at the end of a row are 0. The same shape as `PackedBits` of core.
 */
export interface PackedBits {
  readonly rows: number;
  readonly columns: number;
  readonly words: Uint32Array;
}

/** Words of 32 bits that one row takes. */
export function packedWords(columns: number): number {
  return Math.ceil(columns / 32);
}

/** A matrix of zero bits, that is of −1. */
export function emptyBits(rows: number, columns: number): PackedBits {
  return { rows, columns, words: new Uint32Array(rows * packedWords(columns)) };
}

/** 1 for +1 and 0 for −1. @throws BITS_INDEX_OUTSIDE */
export function getBit(bits: PackedBits, row: number, column: number): 0 | 1 {
  const inside = row >= 0 && row < bits.rows && column >= 0 && column < bits.columns;
  const word = bits.words[row * packedWords(bits.columns) + (column >>> 5)];
  if (!inside || word === undefined)
    throw bitfrontError('BITS_INDEX_OUTSIDE', { row, column, rows: bits.rows, columns: bits.columns });
  return ((word >>> (column & 31)) & 1) as 0 | 1;
}
