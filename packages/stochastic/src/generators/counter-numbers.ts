import { largestNumber } from '../largest-number.ts';
import type { NumberSource } from '../number-source.ts';

/**
 * The van der Corput sequence in base 2: a counter of `bits` bits, read with its bits in reverse order, one per start
 * value of the counter. Any 2^k successive numbers fall into different ones of 2^k equal parts of their range.
 * Period 2^bits.
 */
export function counterNumbers(bits: number, starts: Uint32Array): NumberSource {
  const mask = largestNumber(bits);
  const counts = starts.slice();
  return {
    period: mask + 1,
    lanes: starts.length,
    seek(step) {
      const passed = step % (mask + 1);
      for (const [lane, start] of starts.entries()) counts[lane] = (start + passed) & mask;
    },
    next(numbers) {
      for (let lane = 0; lane < counts.length; lane++) {
        const count = counts[lane] as number;
        numbers[lane] = reversed(count) >>> (32 - bits);
        counts[lane] = (count + 1) & mask;
      }
    },
  };
}

/** The 32 bits of a word in reverse order. */
function reversed(word: number): number {
  let bits = word;
  bits = ((bits >>> 1) & 0x5555_5555) | ((bits & 0x5555_5555) << 1);
  bits = ((bits >>> 2) & 0x3333_3333) | ((bits & 0x3333_3333) << 2);
  bits = ((bits >>> 4) & 0x0f0f_0f0f) | ((bits & 0x0f0f_0f0f) << 4);
  bits = ((bits >>> 8) & 0x00ff_00ff) | ((bits & 0x00ff_00ff) << 8);
  return ((bits >>> 16) | (bits << 16)) >>> 0;
}
