import type { FlipProbabilities, PackedBits } from '@bitfront/core';
import type { BitMatrix } from '@bitfront/kernels';
import type { FaultDraws } from './fault-draws.ts';

/** The weights of a layer that have to be read differently from now on, as `WeightFlips` of the kernels. */
export interface WeightToggles {
  readonly count: number;
  readonly starts: Int32Array;
  readonly inputs: Int32Array;
}

/** What separates the weights as they were last read, whatever level and draws that was, from a level of faults. */
export function togglesTo(
  { rows, columns, words }: PackedBits,
  draws: FaultDraws,
  { plusToMinus, minusToPlus }: FlipProbabilities,
  read: BitMatrix,
): WeightToggles {
  const stride = Math.ceil(columns / 32);
  const largest = Math.max(plusToMinus, minusToPlus);
  const starts = new Int32Array(2 * rows + 1);
  let inputs = new Int32Array(columns + 1024);
  const [wanted, falling] = [new Uint32Array(stride), new Int32Array(columns)];
  let count = 0;
  const { view, wordsPerRow } = read;
  for (let row = 0; row < rows; row++) {
    wanted.set(words.subarray(row * stride, (row + 1) * stride));
    for (let draw = draws.starts[row] as number; draw < (draws.starts[row + 1] as number); draw++) {
      const u = draws.uniforms[draw] as number;
      // Most stay as they are whatever they hold.
      if (u >= largest) continue;
      const column = draws.columns[draw] as number;
      const stored = ((words[row * stride + (column >>> 5)] as number) >>> (column & 31)) & 1;
      if (u < (stored === 1 ? plusToMinus : minusToPlus))
        wanted[column >>> 5] = (wanted[column >>> 5] as number) ^ (1 << (column & 31));
    }
    if (count + columns > inputs.length) inputs = longer(inputs);
    let falls = 0;
    for (let word = 0; word < stride; word++) {
      const now = wanted[word] as number;
      let differing = now ^ (view[row * wordsPerRow + word] as number);
      while (differing !== 0) {
        const bit = 31 - Math.clz32(differing & -differing);
        differing &= differing - 1;
        if ((now >>> bit) & 1) inputs[count++] = 32 * word + bit;
        else falling[falls++] = 32 * word + bit;
      }
    }
    starts[2 * row + 1] = count;
    inputs.set(falling.subarray(0, falls), count);
    count += falls;
    starts[2 * row + 2] = count;
  }
  return { count, starts, inputs: inputs.subarray(0, count) };
}

function longer(inputs: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * inputs.length);
  larger.set(inputs);
  return larger;
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
