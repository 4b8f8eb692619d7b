import type { GeneratorSource } from '@bitfront/core';
import { largestNumber } from './largest-number.ts';

/**
 * What numbers are compared with: a pixel of value v gives +1 where the number is less than the limit of v, for v of
 * 0 … 255. Other ranges are first scaled to 8 bits, rounded, as by fixed-point inputs.
 *
 * The pixel becomes a number x of the source's width by cutting or repeating its 8 bits, which takes no circuit:
 * x = ⌊v · 2^bits / 255⌋, white 2^bits − 1. The limit is x + 1 (`at-most`), x (`below`), or x + its first bit
 * (`below-with-carry`: the carry into the comparator is wired to that bit).
 */
export function plusLimits({ bits, comparison }: GeneratorSource, maxValue: number): Float64Array {
  const largest = largestNumber(bits);
  return Float64Array.from({ length: 256 }, (_, value) => {
    const byte = Math.min(255, Math.round((value * 255) / maxValue));
    const pixel = Math.min(largest, Math.floor((byte * (largest + 1)) / 255));
    if (comparison === 'below') return pixel;
    return pixel + (comparison === 'at-most' || 2 * pixel > largest ? 1 : 0);
  });
}

/** The probability of +1 by pixel value: the fraction of all numbers of a period that lie below the limit. */
export function plusProbabilities(source: GeneratorSource, maxValue: number): Float64Array {
  const largest = largestNumber(source.bits);
  // Shift registers have no 0: one number less below each limit, and in all.
  const zeros = source.kind === 'lfsr' ? 0 : 1;
  return plusLimits(source, maxValue).map((limit) => Math.max(0, limit - 1 + zeros) / (largest + zeros));
}
