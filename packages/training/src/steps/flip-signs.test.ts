import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import { flipSigns } from './flip-signs.ts';

const [rows, columns] = [300, 75];

function flipped(probability: number, seed: string) {
  const { arena } = createKernels();
  const signs = arena.bits(rows, columns);
  for (let row = 0; row < rows; row++)
    for (let column = row % 3; column < columns; column += 3)
      signs.view[row * signs.wordsPerRow + (column >>> 5)] =
        (signs.view[row * signs.wordsPerRow + (column >>> 5)] ?? 0) | (1 << (column & 31));
  const target = arena.bits(rows, columns);
  flipSigns(signs, probability, randomStream(seed, 'flips'), target);
  let differing = 0;
  let padding = 0;
  target.view.forEach((word, index) => {
    for (let bit = 0; bit < 32; bit++) {
      const changed = ((word ^ (signs.view[index] ?? 0)) >>> bit) & 1;
      if (32 * (index % signs.wordsPerRow) + bit < columns) differing += changed;
      else padding += changed;
    }
  });
  return { differing, padding, words: [...target.view] };
}

test('no flips at probability 0', () => {
  expect(flipped(0, 's').differing).toBe(0);
});

test.each([1e-4, 1e-3, 0.04, 0.3, 0.5])(
  'flips a fraction %f of the weights and no padding',
  (probability) => {
    const seeds = Array.from({ length: 20 }, (_, seed) => flipped(probability, `${seed}`));
    const trials = 20 * rows * columns;
    const expected = trials * probability;
    const deviation = Math.sqrt(expected * (1 - probability));
    const total = seeds.reduce((sum, { differing }) => sum + differing, 0);
    expect(Math.abs(total - expected)).toBeLessThan(4 * deviation);
    expect(seeds.every(({ padding }) => padding === 0)).toBe(true);
  },
);

test('the same stream flips the same bits', () => {
  expect(flipped(0.1, 'a').words).toEqual(flipped(0.1, 'a').words);
  expect(flipped(0.1, 'a').words).not.toEqual(flipped(0.1, 'b').words);
});
