import { largestNumber } from '../largest-number.ts';
import type { NumberSource } from '../number-source.ts';
import { sobolDirections } from './sobol-directions.ts';

/**
 * Sobol points in the order of Gray code (Antonov and Saleev 1979), one lane per dimension: from step n to n + 1 the
 * direction number of the lowest 0 of n is added without carry, all dimensions at the same time. The first number is 0
 * in every dimension. Period 2^bits.
 */
export function sobolNumbers(bits: number, dimensions: number): NumberSource {
  const directions = sobolDirections(dimensions, bits);
  const period = largestNumber(bits) + 1;
  const states = new Uint32Array(dimensions);
  let at = 0;
  const add = (k: number) => {
    for (let lane = 0; lane < dimensions; lane++)
      states[lane] = (states[lane] as number) ^ (directions[lane * bits + k] as number);
  };
  return {
    period,
    lanes: dimensions,
    seek(step) {
      at = step % period;
      states.fill(0);
      const gray = at ^ (at >>> 1);
      for (let k = 0; k < bits; k++) if ((gray >>> k) & 1) add(k);
    },
    next(numbers) {
      numbers.set(states);
      at += 1;
      if (at < period) add(trailingZeros(at));
      else {
        states.fill(0);
        at = 0;
      }
    },
  };
}

/** Of n = 1 …: the lowest 0 of n − 1. */
function trailingZeros(n: number): number {
  return 31 - Math.clz32(n & -n);
}
