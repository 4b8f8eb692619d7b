import { getBit, type PackedBits } from './packed-bits.ts';

/** The signs as ±1, row-major [rows × columns]. */
export function unpackSigns(bits: PackedBits): Int8Array {
  const signs = new Int8Array(bits.rows * bits.columns);
  for (let row = 0, index = 0; row < bits.rows; row++)
    for (let column = 0; column < bits.columns; column++, index++)
      signs[index] = 2 * getBit(bits, row, column) - 1;
  return signs;
}
