// Slower ways to the residual flips, which share nothing with the package's own; not part of it.
import type { FlipProbabilities } from '@bitfront/core';
import type { RandomStream } from '@bitfront/math';
import type { LinearCode } from '../code/linear-code.ts';
import { decode, encode } from '../code/word.ts';

/** All codewords, all error patterns, the real decoder. */
export function enumerated(code: LinearCode, { plusToMinus, minusToPlus }: FlipProbabilities) {
  const wrong = [0, 0];
  const stored = [0, 0];
  for (let value = 0; value < 1 << code.dataBits; value++) {
    const word = encode(code, bitsOf(value, code.dataBits));
    for (const bit of word.subarray(0, code.dataBits)) stored[bit] = (stored[bit] ?? 0) + 1;
    for (let errors = 0; errors < 1 << code.codeBits; errors++) {
      let probability = 1;
      for (const [j, bit] of word.entries()) {
        const q = bit === 1 ? plusToMinus : minusToPlus;
        probability *= (errors >> j) & 1 ? q : 1 - q;
      }
      const read = word.map((bit, j) => bit ^ ((errors >> j) & 1));
      for (const [j, bit] of decode(code, read).data.entries()) {
        const was = word[j] ?? 0;
        if (bit !== was) wrong[was] = (wrong[was] ?? 0) + probability;
      }
    }
  }
  return {
    plusToMinus: (wrong[1] ?? 0) / (stored[1] ?? 1),
    minusToPlus: (wrong[0] ?? 0) / (stored[0] ?? 1),
  };
}

const digits = 200n;
const one = 10n ** digits;

/**
 * P(t = v) = 2^−r Σ_u (−1)^{u·v} Π_{j ≠ i, u·h_j = 1} (1 − 2p) in 200 decimal digits, for equal flips p = `mantissa` · 10^−`exponent`.
 */
export function inManyDigits(code: LinearCode, mantissa: number, exponent: number): number {
  const p = (BigInt(mantissa) * one) / 10n ** BigInt(exponent);
  const powers = [one];
  for (let n = 0; n < code.codeBits; n++) powers.push(((powers[n] ?? 0n) * (one - 2n * p)) / one);
  const odd = (u: number, h: number) => (u & h).toString(2).replaceAll('0', '').length % 2 === 1;
  const weights = Array.from(
    { length: 2 ** code.checkBits },
    (_, u) => code.columns.filter((h) => odd(u, h)).length,
  );
  let total = 0n;
  for (const column of code.columns.slice(0, code.dataBits)) {
    let [none, own] = [0n, 0n];
    for (const [u, weight] of weights.entries()) {
      const sign = odd(u, column);
      const term = powers[weight - (sign ? 1 : 0)] ?? 0n;
      none += term;
      own += sign ? -term : term;
    }
    const count = 2n ** BigInt(code.checkBits);
    total += (p * (one - none / count) + (one - p) * (own / count)) / one;
  }
  return Number(((total / BigInt(code.dataBits)) * 10n ** 60n) / one) / 1e60;
}

/** Random words through the real decoder: mean over words, with the standard deviation of that mean. */
export function drawn(code: LinearCode, flips: FlipProbabilities, words: number, random: RandomStream) {
  const sums = { plusToMinus: new Tally(), minusToPlus: new Tally() };
  for (let n = 0; n < words; n++) {
    const data = Uint8Array.from({ length: code.dataBits }, () => (random.uniform() < 0.5 ? 1 : 0));
    const read = encode(code, data).map((bit) =>
      random.uniform() < (bit === 1 ? flips.plusToMinus : flips.minusToPlus) ? 1 - bit : bit,
    );
    const decoded = decode(code, read).data;
    const wrong = [0, 0];
    for (const [j, bit] of data.entries()) if (decoded[j] !== bit) wrong[bit] = (wrong[bit] ?? 0) + 1;
    // Half of the bits are of either kind in the mean, whatever this word holds.
    sums.plusToMinus.add((2 * (wrong[1] ?? 0)) / code.dataBits);
    sums.minusToPlus.add((2 * (wrong[0] ?? 0)) / code.dataBits);
  }
  return { plusToMinus: sums.plusToMinus.summary(), minusToPlus: sums.minusToPlus.summary() };
}

class Tally {
  #count = 0;
  #sum = 0;
  #squares = 0;
  add(value: number): void {
    this.#count += 1;
    this.#sum += value;
    this.#squares += value * value;
  }
  summary() {
    const mean = this.#sum / this.#count;
    return { mean, sigma: Math.sqrt((this.#squares / this.#count - mean * mean) / this.#count) };
  }
}

function bitsOf(value: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => (value >> i) & 1);
}
