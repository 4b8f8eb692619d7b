import type { FlipProbabilities, PackedBits } from '@bitfront/core';
import type { BitMatrix } from '@bitfront/kernels';
import { drawsBelow, type FaultDraws } from './fault-draws.ts';

/** The weights of a layer that are read differently at two levels of faults, as `WeightFlips` of the kernels. */
export interface WeightToggles {
  readonly count: number;
  readonly starts: Int32Array;
  readonly inputs: Int32Array;
}

export function togglesBetween(
  { rows, columns, words }: PackedBits,
  draws: FaultDraws,
  from: FlipProbabilities,
  to: FlipProbabilities,
): WeightToggles {
  const stride = Math.ceil(columns / 32);
  const largest = Math.max(from.plusToMinus, from.minusToPlus, to.plusToMinus, to.minusToPlus);
  const candidates = drawsBelow(draws, largest);
  const slots = new Int32Array(candidates);
  const starts = new Int32Array(2 * rows + 1);
  for (let draw = 0; draw < candidates; draw++) {
    const u = draws.uniforms[draw] as number;
    const [row, column] = [draws.rows[draw] as number, draws.columns[draw] as number];
    const stored = ((words[row * stride + (column >>> 5)] as number) >>> (column & 31)) & 1;
    const before = u < (stored === 1 ? from.plusToMinus : from.minusToPlus);
    const after = u < (stored === 1 ? to.plusToMinus : to.minusToPlus);
    // Slot 2n: read as 1 from now on; slot 2n + 1: read as 0.
    const slot = before === after ? -1 : 2 * row + (after === (stored === 1) ? 1 : 0);
    slots[draw] = slot;
    if (slot >= 0) starts[slot + 1] = (starts[slot + 1] as number) + 1;
  }
  for (let slot = 0; slot < 2 * rows; slot++)
    starts[slot + 1] = (starts[slot + 1] as number) + (starts[slot] as number);
  const count = starts[2 * rows] as number;
  const inputs = new Int32Array(count);
  const next = starts.slice();
  for (let draw = 0; draw < candidates; draw++) {
    const slot = slots[draw] as number;
    if (slot < 0) continue;
    const at = next[slot] as number;
    next[slot] = at + 1;
    inputs[at] = draws.columns[draw] as number;
  }
  return { count, starts, inputs };
}

/** Flips the weights that are read differently. */
export function toggleWeights(
  { view, wordsPerRow, rows }: BitMatrix,
  { starts, inputs }: WeightToggles,
): void {
  for (let row = 0; row < rows; row++)
    for (let at = starts[2 * row] as number; at < (starts[2 * row + 2] as number); at++) {
      const column = inputs[at] as number;
      const word = row * wordsPerRow + (column >>> 5);
      view[word] = (view[word] as number) ^ (1 << (column & 31));
    }
}
