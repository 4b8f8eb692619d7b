import { largestNumber } from '../largest-number.ts';
import type { NumberSource } from '../number-source.ts';

/** One generator seen through `bits` wirings: lane k has its number with the bits rotated k places to the left. */
export function rotatedNumbers(bits: number, source: NumberSource): NumberSource {
  const mask = largestNumber(bits);
  const one = new Uint32Array(1);
  return {
    period: source.period,
    lanes: bits,
    seek: source.seek,
    next(numbers) {
      source.next(one);
      const number = one[0] as number;
      numbers[0] = number;
      for (let places = 1; places < bits; places++)
        numbers[places] = ((number << places) | (number >>> (bits - places))) & mask;
    },
  };
}
