import { type ConvolutionShape, outputFeatures } from '@bitfront/bits';
import { expect, test } from 'vitest';
import { readConvolutions } from './convolutions.ts';
import { layersOf, volumeOf } from './layers-of.ts';

const volume = { channels: 3, height: 32, width: 32 };
const square = (size: number) => ({ height: size, width: size });

test('reads convolutions, strides, paddings, depthwise layers and pools', () => {
  expect(readConvolutions('64C3-MP2-DW3p1-8C1x5s1x2', volume)).toEqual([
    {
      kind: 'convolution',
      input: volume,
      outputs: 64,
      kernel: square(3),
      stride: square(1),
      padding: square(0),
      pool: { size: square(2), stride: square(2) },
    },
    {
      kind: 'depthwise',
      input: { channels: 64, ...square(15) },
      outputs: 64,
      kernel: square(3),
      stride: square(1),
      padding: square(1),
    },
    {
      kind: 'convolution',
      input: { channels: 64, ...square(15) },
      outputs: 8,
      kernel: { height: 1, width: 5 },
      stride: { height: 1, width: 2 },
      padding: square(0),
    },
  ]);
  expect(readConvolutions('', volume)).toEqual([]);
});

test('reads layers of signals, one row high: kernels, strides, paddings and pools have a height of 1', () => {
  const [first, second] = readConvolutions('32C1x9s1x2p0x4-MP1x4-8C1x5-MP1x3s1x2', volumeOf([12, 1, 512]));
  expect(first).toEqual({
    kind: 'convolution',
    input: { channels: 12, height: 1, width: 512 },
    outputs: 32,
    kernel: { height: 1, width: 9 },
    stride: { height: 1, width: 2 },
    padding: { height: 0, width: 4 },
    pool: { size: { height: 1, width: 4 }, stride: { height: 1, width: 4 } },
  });
  // (512 + 8 − 9) / 2 + 1 = 256 positions, pooled by 4; 64 − 4 = 60, and (60 − 3) / 2 + 1 = 29 windows
  expect(second).toMatchObject({
    input: { channels: 32, height: 1, width: 64 },
    pool: { size: { height: 1, width: 3 }, stride: { height: 1, width: 2 } },
  });
  expect(outputFeatures(second as ConvolutionShape)).toBe(8 * 29);
});

test('CNV of Umuroglu et al. (FINN, FPGA 2017) has 1 542 848 weights and ends in 256 values', () => {
  const description = { name: 'cifar10', shape: [3, 32, 32], features: 3072, classes: 10, maxValue: 255 };
  const layers = layersOf(description, '64C3-64C3-MP2-128C3-128C3-MP2-256C3-256C3', [512, 512]);
  expect(layers.at(6)).toEqual({ kind: 'dense', inputs: 256, outputs: 512 });
  expect(layers).toHaveLength(9);
});

test.each(['64C', 'MP2', '64C3-MP2-MP2', '64c3', '64C3p', 'C3', '64C3-'])('refuses "%s"', (text) => {
  expect(() => readConvolutions(text, volume)).toThrow(text.split('-').at(-1) || text);
});

test('shapes of examples without channels are one channel', () => {
  expect(volumeOf([28, 28])).toEqual({ channels: 1, height: 28, width: 28 });
  expect(volumeOf([100])).toEqual({ channels: 1, height: 1, width: 100 });
  expect(volumeOf([3, 32, 30])).toEqual({ channels: 3, height: 32, width: 30 });
});

test('reads shortcuts, and gives them the spread of a random dot product', () => {
  const layers = readConvolutions('16C3p1-16C3p1-16C3p1r2-32C3s2p1-32C3p1r2w7', volume);
  expect(layers.map((layer) => ('shortcut' in layer ? layer.shortcut : undefined))).toEqual([
    undefined,
    undefined,
    // √(9 · 16) = 12
    { from: 0, weight: 12 },
    undefined,
    { from: 2, weight: 7 },
  ]);
  expect(() => readConvolutions('16C3p1-16C3p1w3', volume)).toThrow(
    expect.objectContaining({ code: 'NETWORK_LAYERS_UNREADABLE' }),
  );
});

test.each([
  ['4C3-4C3r1', 'no multiple of its positions'],
  ['4C3p1-3C3p1r1', 'more channels'],
  ['4C3p1r1', 'not one before it'],
])('refuses a shortcut that cannot be: %s', (text, reason) => {
  const description = { name: 'any', shape: [3, 8, 8], features: 192, classes: 2, maxValue: 255 };
  expect(() => layersOf(description, text, [])).toThrow(
    expect.objectContaining({ code: 'NETWORK_LAYER_INVALID', message: expect.stringContaining(reason) }),
  );
});
