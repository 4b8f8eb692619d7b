import { largestNumber } from '../largest-number.ts';
import type { NumberSource } from '../number-source.ts';
import { tapMask } from './lfsr-taps.ts';
import { linearMap, mapPower, mapWord } from './linear-map.ts';

/**
 * Fibonacci shift registers of one width, one per start value. At each step the bits move one place up, and the parity
 * of the taps enters below: r' = (2·r mod 2^bits) + parity(r & taps). The number is the whole register, so that
 * successive numbers share all their bits but one, as in hardware that takes one step per number.
 * Period 2^bits − 1; the number 0 never comes.
 */
export function lfsrNumbers(bits: number, starts: Uint32Array): NumberSource {
  const taps = tapMask(bits);
  // All ones: the mask of the register, and the number of its states without the zero state.
  const period = largestNumber(bits);
  const states = starts.slice();
  const oneStep = linearMap(bits, (state) => stepped(state, taps, period));
  return {
    period,
    lanes: starts.length,
    seek(step) {
      const jump = mapPower(oneStep, step % period);
      for (const [lane, start] of starts.entries()) states[lane] = mapWord(jump, start);
    },
    next(numbers) {
      numbers.set(states);
      for (let lane = 0; lane < states.length; lane++)
        states[lane] = stepped(states[lane] as number, taps, period);
    },
  };
}

function stepped(state: number, taps: number, mask: number): number {
  let parity = state & taps;
  parity ^= parity >>> 16;
  parity ^= parity >>> 8;
  parity ^= parity >>> 4;
  return ((state << 1) | ((PARITY_OF_NIBBLES >>> (parity & 15)) & 1)) & mask;
}

/** Bit n is the parity of n, for n of 0 … 15. */
const PARITY_OF_NIBBLES = 0x6996;
