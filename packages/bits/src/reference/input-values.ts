import { getBit, type PackedBits } from '../packed-bits.ts';

/** What layer 1 sees of one image: integers of −scale … scale that stand for inputs in [−1, 1]. */
export interface InputValues {
  readonly values: Int32Array;
  readonly scale: number;
}

/** 2·v_b − (2^b − 1) for the b most significant bits v_b of each 8-bit value; scale = 2^b − 1. */
export function fixedPointValues(values: Uint8Array, bits: number): InputValues {
  const scale = (1 << bits) - 1;
  return { values: Int32Array.from(values, (value) => 2 * (value >> (8 - bits)) - scale), scale };
}

/** Sum of the draws (rows) of ±1 per value; scale = number of draws. */
export function drawnValues(draws: PackedBits): InputValues {
  const values = new Int32Array(draws.columns);
  for (let draw = 0; draw < draws.rows; draw++)
    for (let column = 0; column < draws.columns; column++)
      values[column] = (values[column] ?? 0) + 2 * getBit(draws, draw, column) - 1;
  return { values, scale: draws.rows };
}
