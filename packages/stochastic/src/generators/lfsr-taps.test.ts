import { describe, expect, it } from 'vitest';
import { largestNumber } from '../largest-number.ts';
import { lfsrNumbers } from './lfsr-numbers.ts';
import { tapMask } from './lfsr-taps.ts';
import { linearMap, mapPower, mapWord } from './linear-map.ts';

const widths = Array.from({ length: 30 }, (_, index) => 3 + index);

describe('the taps of every width', () => {
  it.each(widths.filter((bits) => bits <= 16))('%i bits visit every number but 0 once', (bits) => {
    const source = lfsrNumbers(bits, Uint32Array.of(1));
    const seen = new Uint8Array(source.period + 1);
    const now = new Uint32Array(1);
    for (let step = 0; step < source.period; step++) {
      source.next(now);
      seen[now[0]!]!++;
    }
    expect(seen[0]).toBe(0);
    expect(seen.subarray(1).every((times) => times === 1)).toBe(true);
    source.next(now);
    expect(now[0]).toBe(1);
  });

  // A step of order 2^bits − 1 has a primitive polynomial: products of smaller ones have smaller orders.
  it.each(widths)('%i bits have a primitive polynomial', (bits) => {
    const period = largestNumber(bits);
    const taps = tapMask(bits);
    expect(taps >>> (bits - 1)).toBe(1);
    const step = linearMap(bits, (word) => {
      let [parity, rest] = [0, word & taps];
      for (; rest !== 0; rest &= rest - 1) parity ^= 1;
      return (((word << 1) & period) | parity) >>> 0;
    });
    const identity = linearMap(bits, (word) => word);
    expect(mapPower(step, period)).toEqual(identity);
    for (const prime of primeFactors(period))
      expect(mapPower(step, period / prime), `order divides period / ${prime}`).not.toEqual(identity);
    // And this is the step that the generator takes.
    const start = 0b101;
    const source = lfsrNumbers(bits, Uint32Array.of(start));
    const now = new Uint32Array(1);
    let expected = start;
    for (let count = 0; count < 100; count++) {
      source.next(now);
      expect(now[0]).toBe(expected);
      expected = mapWord(step, expected);
    }
  });

  it('3 bits by hand: taps 3 and 2', () => {
    const source = lfsrNumbers(3, Uint32Array.of(1));
    const now = new Uint32Array(1);
    const seen = Array.from({ length: 7 }, () => {
      source.next(now);
      return now[0];
    });
    // 001 → 010 → 101 (bit 2 is set) → 011 (3 xor 2 = 1) → 111 → 110 → 100 → 001.
    expect(seen).toEqual([1, 2, 5, 3, 7, 6, 4]);
  });
});

function primeFactors(number: number): readonly number[] {
  const primes: number[] = [];
  let rest = number;
  for (let prime = 2; prime * prime <= rest; prime++)
    if (rest % prime === 0) {
      primes.push(prime);
      while (rest % prime === 0) rest /= prime;
    }
  return rest > 1 ? [...primes, rest] : primes;
}
