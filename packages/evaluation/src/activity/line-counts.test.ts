import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { countBits, countValues, lineCounts } from './line-counts.ts';
import { transmission } from './transmission.ts';

const [lines, steps] = [7, 150];
const random = randomStream('lines');
const bits = Array.from({ length: lines }, () => Array.from({ length: steps }, () => random.integer(2)));

describe('countBits', () => {
  it.each([1, 31, 32, 33, 64, 150])('counts ones and changes over blocks of %i steps', (block) => {
    const counts = lineCounts(lines);
    for (let from = 0; from < steps; from += block) {
      const kernels = createKernels();
      const matrix = kernels.arena.bits(lines, Math.min(block, steps - from));
      for (let line = 0; line < lines; line++)
        for (let step = 0; step < matrix.columns; step++)
          matrix.view[line * matrix.wordsPerRow + (step >>> 5)]! |= bits[line]![from + step]! << (step & 31);
      countBits(kernels, counts, matrix, matrix.columns);
    }
    expect([...counts.ones]).toEqual(bits.map((line) => line.reduce((sum, bit) => sum + bit, 0)));
    expect(counts.toggles).toBe(changes(bits));
    expect(counts.bits).toBe(steps);
  });
});

describe('countValues', () => {
  it.each([1, 7, 50])('counts the bit planes of 3-bit values over blocks of %i values', (block) => {
    const counts = lineCounts(lines);
    for (let from = 0; from < 50; from += block) {
      const matrix = createKernels().arena.i32(lines, Math.min(block, 50 - from));
      for (let line = 0; line < lines; line++)
        for (let step = 0; step < matrix.columns; step++) {
          const [a, b, c] = bits[line]!.slice(3 * (from + step)) as [number, number, number];
          matrix.view[line * matrix.stride + step] = 2 * (a + 2 * b + 4 * c) - 7;
        }
      countValues(counts, matrix, matrix.columns, transmission({ kind: 'fixed-point', bits: 3 }));
    }
    expect(counts.toggles).toBe(changes(bits));
    expect([...counts.ones]).toEqual(bits.map((line) => line.reduce((sum, bit) => sum + bit, 0)));
  });

  it('expects of k ones among T draws the mean over all their orders: T = 4, k = 1 and 3, by hand', () => {
    const sent = transmission({
      kind: 'stochastic',
      presentations: 4,
      accumulation: 'first-layer',
      source: { kind: 'independent' },
    });
    // One 1 among four: at an end (2 of 4 orders) it makes 1 change, inside 2: 1.5 on average.
    expect([...sent.toggles]).toEqual([0, 1.5, 2, 1.5, 0]);
    const matrix = createKernels().arena.i32(1, 2);
    matrix.view.set([2 * 1 - 4, 2 * 3 - 4]);
    const counts = lineCounts(1);
    countValues(counts, matrix, 2, sent);
    // Between the values: 1 then 0 with 1/4 · 1/4, 0 then 1 with 3/4 · 3/4.
    expect(counts.toggles).toBeCloseTo(1.5 + 1.5 + 10 / 16, 14);
  });
});

function changes(sequences: readonly (readonly number[])[]): number {
  return sequences.reduce(
    (sum, line) => sum + line.filter((bit, step) => step > 0 && bit !== line[step - 1]).length,
    0,
  );
}
