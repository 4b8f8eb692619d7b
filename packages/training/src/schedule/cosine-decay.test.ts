import { expect, test } from 'vitest';
import { cosineDecay } from './cosine-decay.ts';

test('falls from exactly 1 along half a cosine to 0', () => {
  expect(cosineDecay(0)).toBe(1);
  expect(cosineDecay(1)).toBeLessThan(1e-30);
  for (let step = 0; step <= 1000; step++)
    expect(cosineDecay(step / 1000)).toBeCloseTo(0.5 * (1 + Math.cos((Math.PI * step) / 1000)), 14);
});

test('never rises', () => {
  for (let step = 1; step <= 5000; step++)
    expect(cosineDecay(step / 5000)).toBeLessThanOrEqual(cosineDecay((step - 1) / 5000));
});
