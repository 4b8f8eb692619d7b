import { inferReference, type LayerShape } from '@bitfront/bits';
import { contentHash } from '@bitfront/core';
import { readNpz, writeNpz } from '@bitfront/npy';
import { randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import { networkFromNpz } from './network-from-npz.ts';
import { type Exported, networkToNpz } from './network-to-npz.ts';
import { networks } from './networks.fixture.ts';

type Arrays = Record<string, { data: Float32Array | Int32Array | Uint8Array; shape: number[] }>;

const norm = (name: string, outputs: number): Arrays => ({
  [`${name}.gamma`]: { data: new Float32Array(outputs).fill(1), shape: [outputs] },
  [`${name}.beta`]: { data: new Float32Array(outputs), shape: [outputs] },
  [`${name}.mean`]: { data: new Float32Array(outputs), shape: [outputs] },
  [`${name}.variance`]: { data: new Float32Array(outputs).fill(1), shape: [outputs] },
});
const ints = (...values: number[]) => ({ data: Int32Array.from(values), shape: [values.length] });

/** Two channels of 2 x 3 pixels, one output with a kernel of 2 x 2, then two classes. */
const small: Arrays = {
  // PyTorch's order: channel 0 (y 0: + −, y 1: + +), channel 1 (y 0: − −, y 1: + −).
  'layer0.weight': { data: Float32Array.of(1, -1, 1, 1, -1, -1, 1, -1), shape: [1, 2, 2, 2] },
  ...norm('layer0', 1),
  'layer0.input': ints(2, 2, 3),
  'layer1.weight': { data: Float32Array.of(1, 1, -1, -1), shape: [2, 2] },
  ...norm('layer1', 2),
};
const read = (changed: Partial<Record<string, Arrays[string] | undefined>>) => {
  const merged = Object.entries({ ...small, ...changed }).filter((entry) => entry[1] !== undefined);
  return networkFromNpz(writeNpz(Object.fromEntries(merged) as Arrays), 'net.npz');
};

test('by hand: weights go from [outputs, channels, y, x] to rows with the channel fastest', () => {
  const network = read({});
  expect(network.architecture.layers[0]).toEqual({
    kind: 'convolution',
    input: { channels: 2, height: 2, width: 3 },
    outputs: 1,
    kernel: { height: 2, width: 2 },
    stride: { height: 1, width: 1 },
    padding: { height: 0, width: 0 },
  });
  // (y, x) of (0, 0), (0, 1), (1, 0), (1, 1), channels 0 and 1 of each: + −, − −, + +, + −.
  expect([...(network.float.latent[0] ?? [])]).toEqual([1, -1, -1, -1, 1, 1, 1, -1]);
  expect([...(network.weights[0]?.words ?? [])]).toEqual([0b01110001]);
  expect(network.row).toEqual({ binaryWeights: 12 });
});

test('geometry is read: stride, padding, pooling, depthwise', () => {
  const channels = { data: new Float32Array(4 * 9).fill(1), shape: [4, 1, 3, 3] };
  const { architecture } = networkFromNpz(
    writeNpz({
      'layer0.weight': channels,
      ...norm('layer0', 4),
      'layer0.input': ints(4, 8, 9),
      'layer0.groups': ints(4),
      'layer0.stride': ints(1, 2),
      'layer0.padding': ints(1, 0),
      'layer0.pool': ints(2, 2, 2, 1),
      'layer1.weight': { data: new Float32Array(2 * 4 * 4 * 3), shape: [2, 48] },
      ...norm('layer1', 2),
    }),
  );
  expect(architecture.layers).toEqual([
    {
      kind: 'depthwise',
      input: { channels: 4, height: 8, width: 9 },
      outputs: 4,
      kernel: { height: 3, width: 3 },
      stride: { height: 1, width: 2 },
      padding: { height: 1, width: 0 },
      pool: { size: { height: 2, width: 2 }, stride: { height: 2, width: 1 } },
    },
    { kind: 'dense', inputs: 48, outputs: 2 },
  ]);
});

function random(layers: readonly LayerShape[]): Exported {
  const stream = randomStream('network-npz', layers.length);
  const weightsOf = (layer: LayerShape) => {
    if (layer.kind === 'dense') return layer.inputs;
    return layer.kernel.height * layer.kernel.width * (layer.kind === 'depthwise' ? 1 : layer.input.channels);
  };
  const draw = (length: number) => Float32Array.from({ length }, () => stream.normal());
  return {
    architecture: { classes: layers.at(-1)?.outputs ?? 0, layers },
    float: {
      latent: layers.map((layer) => draw(layer.outputs * weightsOf(layer))),
      batchNorm: layers.map(({ outputs, ...layer }) => ({
        gamma: 'shortcut' in layer ? draw(outputs).map(Math.abs) : draw(outputs),
        beta: draw(outputs),
        mean: draw(outputs),
        variance: draw(outputs).map((value) => value * value + 0.5),
        epsilon: 1e-5,
      })),
    },
  };
}

test.each(networks)('%s: written and read again it is the same, packed or not', (_, layers) => {
  const network = random(layers);
  const plain = networkFromNpz(networkToNpz(network));
  const packed = networkFromNpz(networkToNpz(network, { packed: true }));
  expect(plain.architecture).toEqual(network.architecture);
  expect(plain.float.batchNorm).toEqual(network.float.batchNorm);
  const signs = network.float.latent.map((layer) => layer.map((value) => (value >= 0 ? 1 : -1)));
  expect(plain.float.latent).toEqual(signs);
  expect(contentHash({ ...packed })).toBe(contentHash({ ...plain }));
  expect(networkToNpz(packed, { packed: true })).toEqual(networkToNpz(network, { packed: true }));
});

test('packed bits are those of numpy.packbits, an eighth of the weights', () => {
  const packed = readNpz(networkToNpz(read({}), { packed: true }));
  // + − + + − − + − in PyTorch's order, first in the highest bit.
  expect(packed['layer0.bits']).toEqual({ type: 'uint8', shape: [1, 1], data: Uint8Array.of(0b10110010) });
  expect(packed['layer0.shape']).toEqual({ type: 'int32', shape: [4], data: Int32Array.of(1, 2, 2, 2) });
  expect(packed['layer0.weight']).toBeUndefined();
});

test('a convolution of PyTorch classifies as by hand', () => {
  const { architecture, ...network } = read({});
  // Values 0 and 255 are −1 and +1. Channel 0: + + − / − + +, channel 1: + − − / + + −.
  const values = Uint8Array.of(255, 255, 0, 0, 255, 255, 255, 0, 0, 255, 255, 0);
  // x = 0: (+ − − +) and (− + + −): 0 + 0 = 0, so +1; x = 1: (+ + + +) and (+ + + +): 8, so +1. Dots 2 and −2.
  const { scores } = inferReference(
    { ...network, layers: architecture.layers },
    { kind: 'fixed-point', values, bits: 8 },
  );
  expect(scores.map(Math.round)).toEqual(Float64Array.of(2, -2));
});

const weight = (...shape: number[]) => ({
  data: new Float32Array(shape.reduce((a, b) => a * b)).fill(1),
  shape,
});
const bits = (count: number, ...shape: number[]) => ({ data: new Uint8Array(count), shape });

test.each<[string, Partial<Record<string, Arrays[string] | undefined>>, string]>([
  ['no input', { 'layer0.input': undefined }, '"layer0.input" is missing: nothing else says'],
  [
    'a zero',
    { 'layer0.input': ints(2, 0, 3) },
    '"layer0.input" holds 0, which is no whole number of at least 1',
  ],
  ['two numbers', { 'layer0.input': ints(2, 3) }, '"layer0.input" has the shape (2) instead of (3)'],
  [
    'other channels',
    { 'layer0.input': ints(3, 2, 3) },
    '"layer0.weight" sees 2 channels per output where 3 are given',
  ],
  ['a stride of zero', { 'layer0.stride': ints(0, 1) }, '"layer0.stride" holds 0'],
  ['a negative padding', { 'layer0.padding': ints(-1, 1) }, '"layer0.padding" holds -1'],
  ['half a padding', { 'layer0.padding': { data: Float32Array.of(0.5, 0), shape: [2] } }, 'holds 0.5'],
  [
    'groups',
    { 'layer0.groups': ints(2) },
    '"layer0.groups" is 2; only 1 or, with as many outputs, all 2 channels work',
  ],
  [
    'a large kernel',
    { 'layer0.input': ints(2, 1, 1) },
    'is a kernel larger than its padded input of 2 x 1 x 1',
  ],
  ['a shortcut from itself', { 'layer0.shortcut': ints(0, 3) }, '"layer0.shortcut" cannot be'],
  ['a large pool', { 'layer0.pool': ints(2, 2, 1, 1) }, '"layer0.pool" is a window larger than the output'],
  ['three dimensions', { 'layer0.weight': weight(1, 2, 4) }, 'or (outputs, channels, height, width)'],
  [
    'geometry of a dense layer',
    { 'layer1.stride': ints(1, 1) },
    '"layer1.stride" stands beside the weights of a dense',
  ],
  [
    'other inputs',
    { 'layer1.weight': weight(2, 3) },
    '"layer1.weight" has 3 inputs after a layer of 2 outputs',
  ],
  [
    'another image',
    { 'layer1.weight': weight(2, 1, 1, 1), 'layer1.input': ints(1, 2, 1) },
    '"layer1.input" is 1 x 2 x 1 after a convolution that gives 1 x 1 x 2',
  ],
  ['no dense layer at the end', { 'layer1.weight': weight(2, 1, 1, 2) }, 'the last layer must be dense'],
  ['bits and weights', { 'layer0.bits': bits(1, 1, 1) }, '"layer0.bits" stands beside an array of weights'],
  [
    'bits without shape',
    { 'layer0.weight': undefined, 'layer0.bits': bits(1, 1, 1) },
    '"layer0.shape" is missing',
  ],
  [
    'too few bits',
    { 'layer1.weight': undefined, 'layer1.bits': bits(1, 1, 1), 'layer1.shape': ints(2, 2) },
    '"layer1.bits" is uint8 of the shape (1, 1) instead of uint8 (2, 1)',
  ],
])('refused: %s', (_, changed, problem) => {
  expect(() => read(changed)).toThrow(problem);
});
