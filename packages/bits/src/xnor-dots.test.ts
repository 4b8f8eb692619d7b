import { expect, test } from 'vitest';
import { packSigns } from './pack-signs.ts';
import { xnorDots } from './xnor-dots.ts';

test('a dot product by hand', () => {
  const weights = packSigns([1, 1, -1, -1, 1, 1], 2, 3);
  const activations = packSigns([1, 1, -1], 1, 3);
  expect([...xnorDots(weights, activations)]).toEqual([3, -1]);
});

test.each([1, 31, 32, 33, 100, 257])('equals multiplying and adding, %i columns', (columns) => {
  const sign = (index: number) => (((index * 48271) % 2147483647) % 13 < 6 ? -1 : 1);
  const weights = Array.from({ length: 5 * columns }, (_, index) => sign(index + 1));
  const images = Array.from({ length: 4 * columns }, (_, index) => sign(3 * index + 2));
  const expected = Array.from({ length: 20 }, (_, entry) => {
    const [image, neuron] = [Math.floor(entry / 5), entry % 5];
    let sum = 0;
    for (let k = 0; k < columns; k++)
      sum += (weights[neuron * columns + k] ?? 0) * (images[image * columns + k] ?? 0);
    return sum;
  });
  expect([...xnorDots(packSigns(weights, 5, columns), packSigns(images, 4, columns))]).toEqual(expected);
});

test('rows of different length are refused', () => {
  expect(() => xnorDots(packSigns([1, 1], 1, 2), packSigns([1, 1, 1], 1, 3))).toThrow('equal length');
});
