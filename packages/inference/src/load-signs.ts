import { type PackedBits, packedWords } from '@bitfront/bits';
import type { BitMatrix, Kernels } from '@bitfront/kernels';

/** Packed weights, whose rows are whole words, as a matrix of the kernels, whose rows are whole vectors. */
export function loadSigns(
  { arena }: Kernels,
  packed: PackedBits,
  target: BitMatrix = arena.bits(packed.rows, packed.columns),
): BitMatrix {
  const words = packedWords(packed.columns);
  const { view, wordsPerRow } = target;
  for (let row = 0; row < packed.rows; row++)
    view.set(packed.words.subarray(row * words, (row + 1) * words), row * wordsPerRow);
  return target;
}
