import { expect, test } from 'vitest';
import { checkLayers } from './check-layers.ts';
import { fanIn, outputFeatures, outputVolume, positionCount } from './layer-geometry.ts';
import type { ConvolutionShape, LayerShape } from './layer-shape.ts';

const square = (size: number) => ({ height: size, width: size });
const convolution: ConvolutionShape = {
  kind: 'convolution',
  input: { channels: 3, ...square(32) },
  outputs: 64,
  kernel: square(3),
  stride: square(1),
  padding: square(0),
};

test('the first layers of CNV (Umuroglu et al., FINN, FPGA 2017): 32 -> 30 -> 28 -> pooled 14', () => {
  expect(outputVolume(convolution)).toEqual({ channels: 64, ...square(30) });
  expect(fanIn(convolution)).toBe(27);
  const pool = { size: square(2), stride: square(2) };
  const second = { ...convolution, input: outputVolume(convolution), pool };
  expect(positionCount(second)).toBe(28 * 28);
  expect(outputFeatures(second)).toBe(64 * 14 * 14);
});

test.each([
  [{ ...convolution, padding: square(1), stride: square(2) }, 16],
  [{ ...convolution, kernel: square(32) }, 1],
  [{ ...convolution, pool: { size: square(3), stride: square(2) } }, 14],
])('sizes of strides, kernels and overlapping pools %#', (shape, size) => {
  expect(outputVolume(shape)).toEqual({ channels: 64, ...square(size) });
});

const dense = (inputs: number, outputs: number): LayerShape => ({ kind: 'dense', inputs, outputs });

test.each<[string, readonly LayerShape[]]>([
  ['takes 10 values where 3072 are given', [dense(10, 10)]],
  ['has 0 outputs', [dense(3072, 0), dense(0, 10)]],
  ['must be a dense layer with 10 outputs', [dense(3072, 9)]],
  ['must be a dense layer', [convolution]],
  ['must be a dense layer', []],
  ['a kernel larger than its padded input', [{ ...convolution, kernel: square(33) }, dense(64, 10)]],
  ['has 4 outputs for 3 channels', [{ ...convolution, kind: 'depthwise', outputs: 4 }]],
  ['a stride below 1', [{ ...convolution, stride: square(0) }]],
  ['a negative padding', [{ ...convolution, padding: square(-1) }]],
  ['pools over windows larger', [{ ...convolution, pool: { size: square(31), stride: square(1) } }]],
])('refuses: %s', (problem, layers) => {
  expect(() => checkLayers(layers, 3072, 10)).toThrow(problem);
});

test('accepts what fits', () => {
  checkLayers([convolution, dense(64 * 900, 10)], 3072, 10);
});
