import { expect, it } from 'vitest';
import { halvePixels } from './halve-pixels.ts';

it('takes the mean of 2 x 2 pixels of each channel, halves rounded up', () => {
  const one = [0, 1, 10, 20, 2, 3, 30, 40, 255, 255, 0, 0, 255, 255, 0, 1];
  // means 1.5, 25, 255, 0.25
  const mirrored = [...one].reverse();
  expect([...halvePixels(Uint8Array.from([...one, ...mirrored]), 4)]).toEqual([2, 25, 255, 0, 0, 255, 25, 2]);
});
