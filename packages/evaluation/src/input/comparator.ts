import { nextWord, type WordStream } from './word-stream.ts';

/**
 * The bit stream generator of stochastic computing: a pixel v gives +1 where a random number r of 1 … maxValue is at
 * most v, so with probability v / maxValue exactly. Random bytes become r by a table; 0 marks bytes to be rejected, so
 * that every r is equally likely. Each word gives four bytes, the lowest first.
 */
export interface Comparator {
  readonly thresholds: Uint8Array;
  readonly words: WordStream;
  /** Bytes of the current word not yet used. */
  rest: number;
  left: number;
}

export function comparator(maxValue: number, words: WordStream): Comparator {
  const whole = Math.floor(256 / maxValue) * maxValue;
  // For 255 levels byte 0 is the one rejected, as in a linear feedback shift register, which never is all zeros.
  const thresholds = Uint8Array.from({ length: 256 }, (_, byte) => {
    const rank = 255 - byte;
    return rank < whole ? maxValue - (rank % maxValue) : 0;
  });
  return { thresholds, words, rest: 0, left: 0 };
}

/** The bits of up to 32 pixels in a word, the first one lowest. */
export function drawBits(from: Comparator, values: Uint8Array, first: number, count: number): number {
  const { thresholds, words } = from;
  // Kept as signed 32-bit numbers: the engine would hold larger ones as floats.
  let { rest, left } = from;
  let bits = 0;
  for (let bit = 0; bit < count; bit++) {
    const value = values[first + bit] as number;
    let threshold = 0;
    while (threshold === 0) {
      if (left === 0) {
        rest = nextWord(words) | 0;
        left = 4;
      }
      threshold = thresholds[rest & 255] as number;
      rest >>= 8;
      left--;
    }
    bits |= ((threshold - value - 1) >>> 31) << bit;
  }
  from.rest = rest;
  from.left = left;
  return bits;
}
