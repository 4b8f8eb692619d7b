import { getBit, type PackedBits } from '../packed-bits.ts';
import { xnorDots } from '../xnor-dots.ts';

/** Integer dot products of layer 1 for one image; dot = integer / scale with inputs in [−1, 1]. */
export interface InputDots {
  readonly dots: Int32Array;
  readonly scale: number;
}

/** D = Σ w · (2·v_b − (2^b − 1)) over the b most significant bits v_b of each 8-bit value; scale = 2^b − 1. */
export function fixedPointDots(weights: PackedBits, values: Uint8Array, bits: number): InputDots {
  const scale = (1 << bits) - 1;
  const dots = new Int32Array(weights.rows);
  for (let neuron = 0; neuron < weights.rows; neuron++) {
    let sum = 0;
    for (let column = 0; column < weights.columns; column++) {
      const value = 2 * ((values[column] ?? 0) >> (8 - bits)) - scale;
      sum += getBit(weights, neuron, column) === 1 ? value : -value;
    }
    dots[neuron] = sum;
  }
  return { dots, scale };
}

/** D = Σ over the draws (rows) of the ±1 dot product; scale = number of draws. */
export function drawnDots(weights: PackedBits, draws: PackedBits): InputDots {
  const dots = new Int32Array(weights.rows);
  xnorDots(weights, draws).forEach((dot, index) => {
    const neuron = index % weights.rows;
    dots[neuron] = (dots[neuron] ?? 0) + dot;
  });
  return { dots, scale: draws.rows };
}
