import type { PackedBits } from '@bitfront/core';

/** The fraction of neurons whose weight at an input is +1, for every input. */
export function plusFractions({ rows, columns, words }: PackedBits): Float64Array {
  const stride = Math.ceil(columns / 32);
  const counts = new Float64Array(columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      counts[column] =
        (counts[column] as number) +
        (((words[row * stride + (column >>> 5)] as number) >>> (column & 31)) & 1);
  return counts.map((count) => count / rows);
}
