import type { FlipProbabilities, PackedBits } from '@bitfront/core';
import type { BitMatrix } from '@bitfront/kernels';
import type { RandomStream } from '@bitfront/math';

/**
 * Turns bits over where a uniform number is below the probability of their stored value, 32 at a time: one random word
 * holds the next binary digit of 32 numbers, and digits are drawn until all of them are decided, after 7 on average.
 * Probabilities are below 1 and taken to 53 digits; `target` holds the stored bits.
 */
export function turnDensely(
  { rows, columns, words }: PackedBits,
  { plusToMinus, minusToPlus }: FlipProbabilities,
  stream: RandomStream,
  { view, wordsPerRow }: BitMatrix,
): void {
  const [ofOnes, ofZeros] = [digitsOf(plusToMinus), digitsOf(minusToPlus)];
  const stride = Math.ceil(columns / 32);
  const rest = columns % 32 === 0 ? -1 : (1 << (columns % 32)) - 1;
  for (let row = 0; row < rows; row++)
    for (let at = 0; at < stride; at++) {
      const stored = words[row * stride + at] as number;
      const present = at === stride - 1 ? rest : -1;
      let [flips, ones, zeros] = [0, stored & present, ~stored & present];
      for (let digit = 0; digit < digits && (ones | zeros) !== 0; digit++) {
        const drawn = stream.uint32();
        // A digit 0 where the probability has 1: below it, decided. 1 where it has 0: above it, decided.
        if (ofOnes[digit] === 1) {
          flips |= ones & ~drawn;
          ones &= drawn;
        } else ones &= ~drawn;
        if (ofZeros[digit] === 1) {
          flips |= zeros & ~drawn;
          zeros &= drawn;
        } else zeros &= ~drawn;
      }
      const word = row * wordsPerRow + at;
      view[word] = (view[word] as number) ^ flips;
    }
}

const digits = 53;

/** The binary digits of a probability below 1, most significant first. */
function digitsOf(p: number): Uint8Array {
  let rest = p;
  return Uint8Array.from({ length: digits }, () => {
    rest *= 2;
    if (rest < 1) return 0;
    rest -= 1;
    return 1;
  });
}
