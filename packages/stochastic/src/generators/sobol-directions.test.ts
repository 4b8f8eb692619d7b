import { describe, expect, it } from 'vitest';
import { sobolDimensions, sobolDirections } from './sobol-directions.ts';
import { sobolNumbers } from './sobol-numbers.ts';

/** The first 16 points times 256 of scipy.stats.qmc.Sobol(d=3072, scramble=False) 1.17, whose table is the same. */
const golden: Readonly<Record<number, readonly number[]>> = {
  0: [0, 128, 192, 64, 96, 224, 160, 32, 48, 176, 240, 112, 80, 208, 144, 16],
  1: [0, 128, 64, 192, 96, 224, 32, 160, 80, 208, 16, 144, 48, 176, 112, 240],
  2: [0, 128, 64, 192, 160, 32, 224, 96, 240, 112, 176, 48, 80, 208, 16, 144],
  3: [0, 128, 64, 192, 224, 96, 160, 32, 112, 240, 48, 176, 144, 16, 208, 80],
  9: [0, 128, 192, 64, 160, 32, 96, 224, 80, 208, 144, 16, 240, 112, 48, 176],
  783: [0, 128, 192, 64, 32, 160, 224, 96, 240, 112, 48, 176, 208, 80, 16, 144],
  3071: [0, 128, 192, 64, 160, 32, 96, 224, 48, 176, 240, 112, 144, 16, 80, 208],
};

describe('sobolDirections', () => {
  it('gives the points of another implementation', () => {
    const source = sobolNumbers(8, sobolDimensions);
    const now = new Uint32Array(sobolDimensions);
    const points = Array.from({ length: 16 }, () => {
      source.next(now);
      return now.slice();
    });
    for (const [dimension, expected] of Object.entries(golden))
      expect(points.map((point) => point[Number(dimension)])).toEqual(expected);
  });

  it('is the sequence of the book in dimension 2: m = 1, 3, 5, 15, 17, 51, 85, 255', () => {
    const second = sobolDirections(2, 8).subarray(8);
    expect([...second].map((word, k) => word >>> (7 - k))).toEqual([1, 3, 5, 15, 17, 51, 85, 255]);
  });

  it.each([3, 8, 11, 32])(
    'has %i-bit directions whose last bit is in its place, so that every number comes once',
    (bits) => {
      const directions = sobolDirections(sobolDimensions, bits);
      for (let dimension = 0; dimension < sobolDimensions; dimension++)
        for (let k = 0; k < bits; k++) {
          const word = directions[dimension * bits + k]!;
          // Bit bits − 1 − k is the lowest one set: the matrix is triangular, and the map of steps to numbers one to one.
          expect(31 - Math.clz32(word & -word)).toBe(bits - 1 - k);
        }
    },
  );

  it('cuts wide directions to narrow ones', () => {
    const [wide, narrow] = [sobolDirections(500, 20), sobolDirections(500, 8)];
    for (let dimension = 0; dimension < 500; dimension++)
      for (let k = 0; k < 8; k++) expect(wide[dimension * 20 + k]! >>> 12).toBe(narrow[dimension * 8 + k]);
  });
});
