import { type PackedBits, packedWords } from './packed-bits.ts';

/** Inverts the bits of one row in place; padding stays 0. Only for a matrix that is still being made. */
export function invertRow(bits: PackedBits, row: number): void {
  const stride = packedWords(bits.columns);
  for (let index = 0; index < stride; index++) {
    const used = Math.min(32, bits.columns - 32 * index);
    const mask = used === 32 ? 0xffff_ffff : (1 << used) - 1;
    const word = row * stride + index;
    bits.words[word] = (bits.words[word] ?? 0) ^ mask;
  }
}
