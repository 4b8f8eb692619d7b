import { randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import { inputModel } from './input-model.ts';

const stream = () => randomStream('1', 'draws');

test('grey levels are shown as they are', () => {
  const model = inputModel({ kind: 'grey' }, 255);
  const target = new Uint16Array(3);
  model.counts(Uint8Array.of(9, 0, 128, 255), 1, stream(), target);
  expect([model.top, ...target]).toEqual([255, 0, 128, 255]);
});

test.each([1, 3, 8])('%i draws have the mean value / maxValue; black and white are certain', (draws) => {
  const model = inputModel({ kind: 'stochastic', draws }, 255);
  expect(model.top).toBe(draws);
  const values = Uint8Array.from({ length: 256 }, (_, value) => value);
  const target = new Uint16Array(256);
  const random = stream();
  const presentations = 4000;
  const sums = new Float64Array(256);
  for (let round = 0; round < presentations; round++) {
    model.counts(values, 0, random, target);
    for (let value = 0; value < 256; value++) sums[value] = (sums[value] ?? 0) + (target[value] ?? 0);
  }
  expect([sums[0], sums[255]]).toEqual([0, presentations * draws]);
  for (let value = 1; value < 255; value++) {
    const p = value / 255;
    const trials = presentations * draws;
    // 254 values: five deviations are passed by chance once in 7000 seeds, and the seed is fixed.
    expect(Math.abs((sums[value] ?? 0) - trials * p)).toBeLessThan(5 * Math.sqrt(trials * p * (1 - p)));
  }
});

test('the same draws wherever the pixels lie in memory', () => {
  const values = Uint8Array.from({ length: 400 }, (_, index) => (index % 7 < 5 ? 0 : (index * 37) % 256));
  const drawn = [0, 1, 2, 4].map((shift) => {
    const target = new Uint8Array(396);
    const moved = new Uint8Array(404);
    moved.set(values, shift);
    inputModel({ kind: 'stochastic', draws: 3 }, 255).counts(moved, shift, stream(), target);
    return [...target];
  });
  for (const counts of drawn) expect(counts).toEqual(drawn[0]);
  for (const [index, count] of (drawn[0] ?? []).entries()) if (values[index] === 0) expect(count).toBe(0);
  expect(drawn[0]?.some((count) => count > 0)).toBe(true);
});

test('as many draws as an encoder may ask for are counted without overflow', () => {
  const target = new Uint16Array(2);
  inputModel({ kind: 'stochastic', draws: 4096 }, 255).counts(Uint8Array.of(255, 254), 0, stream(), target);
  expect(target[0]).toBe(4096);
  expect(target[1]).toBeGreaterThan(4000);
});
