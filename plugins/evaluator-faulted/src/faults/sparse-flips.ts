import type { FlipProbabilities, PackedBits } from '@bitfront/core';
import type { BitMatrix } from '@bitfront/kernels';
import { log, log1p, type RandomStream } from '@bitfront/math';

/**
 * The places row · columns + column of stored bits that are read wrongly, in rising order. Places are visited with the
 * larger of the two probabilities p by leaps of ⌊ln u / ln(1 − p)⌋ bits, so the work grows with the number of flips; a
 * bit whose own probability is smaller then flips with the ratio of both.
 */
export function sparseFlips(
  { rows, columns, words }: PackedBits,
  { plusToMinus, minusToPlus }: FlipProbabilities,
  stream: RandomStream,
): readonly number[] {
  const largest = Math.max(plusToMinus, minusToPlus);
  if (largest === 0) return [];
  const even = plusToMinus === minusToPlus;
  const perLog = largest < 1 ? 1 / log1p(-largest) : 0;
  const stride = Math.ceil(columns / 32);
  const places: number[] = [];
  const leap = (): number => (perLog === 0 ? 0 : Math.floor(log(stream.uniformOpen()) * perLog));
  for (let place = leap(); place < rows * columns; place += 1 + leap()) {
    if (!even) {
      const column = place % columns;
      const word = words[((place - column) / columns) * stride + (column >>> 5)] as number;
      const own = (word >>> (column & 31)) & 1 ? plusToMinus : minusToPlus;
      if (own < largest && stream.uniform() * largest >= own) continue;
    }
    places.push(place);
  }
  return places;
}

/** Turns the bits at these places over; twice gives what was there before. */
export function turnOver({ view, wordsPerRow, columns }: BitMatrix, places: readonly number[]): void {
  for (const place of places) {
    const column = place % columns;
    const word = ((place - column) / columns) * wordsPerRow + (column >>> 5);
    view[word] = (view[word] as number) ^ (1 << (column & 31));
  }
}
