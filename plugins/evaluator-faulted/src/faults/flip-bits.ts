import type { FlipProbabilities, PackedBits } from '@bitfront/core';
import type { RandomStream } from '@bitfront/math';

/**
 * The bits as they are read: bit (row, column) flips where its uniform number is below the probability of its stored
 * value. The numbers are drawn row by row, padding left out, whatever the probabilities are.
 */
export function flipBits(stored: PackedBits, faults: FlipProbabilities, stream: RandomStream): PackedBits {
  const { rows, columns } = stored;
  const { plusToMinus, minusToPlus } = faults;
  const words = Uint32Array.from(stored.words);
  if (plusToMinus === 0 && minusToPlus === 0) return { rows, columns, words };
  const stride = Math.ceil(columns / 32);
  const larger = Math.max(plusToMinus, minusToPlus);
  const uniforms = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    stream.fillUniform(uniforms);
    for (let column = 0; column < columns; column++) {
      const u = uniforms[column] as number;
      // Most bits stay as they are whatever they hold, and need not be looked at.
      if (u >= larger) continue;
      const word = row * stride + (column >>> 5);
      const bit = 1 << (column & 31);
      const value = words[word] as number;
      if (u < ((value & bit) === 0 ? minusToPlus : plusToMinus)) words[word] = value ^ bit;
    }
  }
  return { rows, columns, words };
}
