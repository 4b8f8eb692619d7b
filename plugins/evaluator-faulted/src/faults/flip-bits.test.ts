import { getBit, packSigns } from '@bitfront/bits';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { flipBits } from './flip-bits.ts';

const stored = packSigns(
  Array.from({ length: 101 * 77 }, () => 0).map((_, index) => ((index * 7919) % 13 < 5 ? 1 : -1)),
  101,
  77,
);
const read = (plusToMinus: number, minusToPlus: number, key = 'a') =>
  flipBits(stored, { plusToMinus, minusToPlus }, randomStream(key));

/** Flipped stored ones, flipped stored zeros, and how many of each there are. */
function flips(after: typeof stored) {
  const count = { ones: 0, zeros: 0, flippedOnes: 0, flippedZeros: 0 };
  for (let row = 0; row < stored.rows; row++)
    for (let column = 0; column < stored.columns; column++) {
      const before = getBit(stored, row, column);
      const flipped = getBit(after, row, column) === before ? 0 : 1;
      if (before === 1) {
        count.ones++;
        count.flippedOnes += flipped;
      } else {
        count.zeros++;
        count.flippedZeros += flipped;
      }
    }
  return count;
}

describe('flipBits', () => {
  it('keeps all bits at probability 0 and inverts all, but no padding, at 1', () => {
    expect(read(0, 0).words).toEqual(stored.words);
    const { ones, zeros, flippedOnes, flippedZeros } = flips(read(1, 1));
    expect([flippedOnes, flippedZeros]).toEqual([ones, zeros]);
    const padding = 0xffff_ffff << (77 % 32);
    for (let row = 0; row < 101; row++) expect(read(1, 1).words[row * 3 + 2]! & padding).toBe(0);
  });

  it('applies one probability to stored ones and the other to stored zeros', () => {
    const onesOnly = flips(read(0.3, 0));
    expect(onesOnly.flippedZeros).toBe(0);
    expect(onesOnly.flippedOnes / onesOnly.ones).toBeGreaterThan(0.3 - 3 * Math.sqrt(0.21 / onesOnly.ones));
    expect(onesOnly.flippedOnes / onesOnly.ones).toBeLessThan(0.3 + 3 * Math.sqrt(0.21 / onesOnly.ones));
    const zerosOnly = flips(read(0, 0.1));
    expect(zerosOnly.flippedOnes).toBe(0);
    expect(Math.abs(zerosOnly.flippedZeros / zerosOnly.zeros - 0.1)).toBeLessThan(
      3 * Math.sqrt(0.09 / zerosOnly.zeros),
    );
  });

  it('nests the levels: what flips at one level flips at every higher one', () => {
    const levels = [1e-3, 1e-2, 0.1, 0.4].map((p) =>
      read(p, p).words.map((word, index) => word ^ stored.words[index]!),
    );
    for (let level = 1; level < levels.length; level++) {
      const [lower, higher] = [levels[level - 1]!, levels[level]!];
      expect(lower.every((word, index) => (word & ~higher[index]!) === 0)).toBe(true);
      expect(lower).not.toEqual(higher);
    }
  });

  it('leaves the stored bits alone', () => {
    const before = Uint32Array.from(stored.words);
    read(0.5, 0.5);
    expect(stored.words).toEqual(before);
  });
});
