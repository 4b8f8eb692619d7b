import type { BitMatrix } from '@bitfront/kernels';
import { log1p, type RandomStream } from '@bitfront/math';

/**
 * Copies signs and flips each with the given probability, independently. The distance from one flip to the next is
 * geometric, ⌊ln u / ln(1 − p)⌋, so that the cost follows the number of flips and not of weights.
 */
export function flipSigns(
  signs: BitMatrix,
  probability: number,
  stream: RandomStream,
  target: BitMatrix,
): void {
  const { columns, rows, wordsPerRow } = signs;
  const { view } = target;
  view.set(signs.view);
  if (probability <= 0) return;
  const total = rows * columns;
  const perFlip = 1 / log1p(-probability);
  for (let bit = gap(stream, perFlip); bit < total; bit += 1 + gap(stream, perFlip)) {
    const row = Math.floor(bit / columns);
    const column = bit - row * columns;
    const word = row * wordsPerRow + (column >>> 5);
    view[word] = (view[word] ?? 0) ^ (1 << (column & 31));
  }
}

function gap(stream: RandomStream, perFlip: number): number {
  // uniformOpen lies in (0, 1), so that the logarithm is finite.
  return Math.floor(log1p(-stream.uniformOpen()) * perFlip);
}
