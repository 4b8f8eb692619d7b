import { expect, test } from 'vitest';
import { packSigns } from '../pack-signs.ts';
import type { ConvolutionShape } from '../layers/layer-shape.ts';
import { layerDots, poolSigns } from './layer-dots.ts';

const one = { height: 1, width: 1 };
const base: ConvolutionShape = {
  kind: 'convolution',
  input: { channels: 1, height: 2, width: 3 },
  outputs: 1,
  kernel: { height: 2, width: 2 },
  stride: one,
  padding: { height: 0, width: 0 },
};

test('a 2 x 2 convolution by hand, with and without padding', () => {
  const weights = packSigns([1, 1, 1, -1], 1, 4);
  const image = [1, 2, 3, 4, 5, 6];
  // 1 + 2 + 4 − 5 and 2 + 3 + 5 − 6.
  expect([...layerDots(base, weights, image, 7)]).toEqual([2, 4]);
  const padded = { ...base, padding: { height: 0, width: 1 } };
  // Padding is −7: −7 + 1 − 7 − 4; 2; 4; 3 − 7 + 6 + 7.
  expect([...layerDots(padded, weights, image, 7)]).toEqual([-17, 2, 4, 9]);
});

test('channels are fastest in a row of weights; a depthwise neuron sees its own channel', () => {
  const input = { channels: 2, height: 1, width: 2 };
  const kernel = { height: 1, width: 2 };
  const image = [1, 10, 100, 1000]; // channel 0: 1, 10; channel 1: 100, 1000
  // Taps (x 0: channels 0, 1), (x 1: channels 0, 1): 1 − 100 + 10 + 1000.
  expect([...layerDots({ ...base, input, kernel }, packSigns([1, -1, 1, 1], 1, 4), image, 1)]).toEqual([911]);
  const depthwise: ConvolutionShape = { ...base, kind: 'depthwise', input, kernel, outputs: 2 };
  expect([...layerDots(depthwise, packSigns([1, -1, 1, 1], 2, 2), image, 1)]).toEqual([-9, 1100]);
});

test('stride skips positions, pooling takes the largest sign and drops what fills no window', () => {
  const wide = { ...base, input: { channels: 1, height: 1, width: 5 }, kernel: one };
  const image = [1, 2, 3, 4, 5];
  const strided = { ...wide, stride: { height: 1, width: 2 } };
  expect([...layerDots(strided, packSigns([-1], 1, 1), image, 1)]).toEqual([-1, -3, -5]);
  const pool = { size: { height: 1, width: 2 }, stride: { height: 1, width: 2 } };
  expect(poolSigns({ ...wide, pool }, [-1, -1, -1, 1, 1])).toEqual([-1, 1]);
});
