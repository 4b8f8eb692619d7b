import { expect, test } from 'vitest';
import { integerThreshold, integerThresholds } from './integer-threshold.ts';

test('by hand: θ = 7/3 needs D = 7 of 3 draws; θ = 2.5 needs D = 3 at scale 1', () => {
  expect(integerThreshold(7 / 3, 3)).toBe(7);
  expect(integerThreshold(2.5, 1)).toBe(3);
  expect(integerThreshold(-2.5, 1)).toBe(-2);
  expect(Object.is(integerThreshold(-0.3, 1), 0)).toBe(true);
});

test('⌈T · θ⌉ is not T · ⌈θ⌉', () => {
  expect(integerThreshold(0.1, 8)).toBe(1);
});

test('is the first integer that passes, on and one ulp beside every quotient', () => {
  const wrong: unknown[] = [];
  for (const scale of [1, 3, 5, 7, 10, 15, 49, 127, 255])
    for (let numerator = -600; numerator <= 600; numerator++)
      for (const factor of [1, 1 + Number.EPSILON, 1 - Number.EPSILON / 2]) {
        const theta = (numerator / scale) * factor;
        const found = integerThreshold(theta, scale);
        const exact = found / scale >= theta && (found - 1) / scale < theta;
        if (!exact) wrong.push({ theta, scale, found });
      }
  expect(wrong).toEqual([]);
});

test('thresholds beyond 32 bits are never, or always, reached', () => {
  const thetas = Float64Array.of(1e102, -1e102, 3e9, -3e9, 41.5);
  expect([...integerThresholds(thetas, 255)]).toEqual([
    2147483647, -2147483648, 2147483647, -2147483648, 10583,
  ]);
});
