import { inferReference } from '@bitfront/bits';
import { contentHash } from '@bitfront/core';
import { readNpz, writeNpz } from '@bitfront/npy';
import { expect, test } from 'vitest';
import { networkFromNpz } from './network-from-npz.ts';
import { networkToNpz } from './network-to-npz.ts';

/** Three inputs, two hidden neurons (the second with γ < 0), two classes; latent weights as PyTorch would have them. */
const arrays = {
  'layer0.weight': { data: Float32Array.of(0.5, -0.25, 0, -1, 2, 0.1), shape: [2, 3] },
  'layer0.gamma': { data: Float32Array.of(1, -2), shape: [2] },
  'layer0.beta': { data: Float32Array.of(0.5, 0), shape: [2] },
  'layer0.mean': { data: Float32Array.of(1, 0.5), shape: [2] },
  'layer0.variance': { data: Float32Array.of(1, 4), shape: [2] },
  'layer0.epsilon': { data: Float64Array.of(0), shape: [1] },
  'layer1.weight': { data: BigInt64Array.of(1n, -1n, -1n, -1n), shape: [2, 2] },
  'layer1.gamma': { data: Float64Array.of(1, 0.5), shape: [2] },
  'layer1.beta': { data: Float64Array.of(0, 0.25), shape: [2] },
  'layer1.mean': { data: Float64Array.of(0, 0), shape: [2] },
  'layer1.variance': { data: Float64Array.of(1, 1), shape: [2] },
  'layer1.epsilon': { data: Float64Array.of(0), shape: [1] },
};

const read = (changed: Partial<Record<string, (typeof arrays)[keyof typeof arrays] | undefined>>) => {
  const merged = Object.entries({ ...arrays, ...changed }).filter((entry) => entry[1] !== undefined);
  return networkFromNpz(writeNpz(Object.fromEntries(merged) as typeof arrays), 'net.npz');
};

test('by hand: signs, thresholds, inverted rows and scores', () => {
  const network = read({});
  expect(network.architecture).toEqual({
    classes: 2,
    layers: [
      { kind: 'dense', inputs: 3, outputs: 2 },
      { kind: 'dense', inputs: 2, outputs: 2 },
    ],
  });
  // Row 0: + − + (sign(0) = +1), y = dot − 0.5. Row 1: − + + inverted to + − −, y = −(dot − 0.5) = dot′ + 0.5.
  expect([...(network.weights[0]?.words ?? [])]).toEqual([0b101, 0b001]);
  expect([...(network.thresholds[0] ?? [])]).toEqual([0.5, -0.5]);
  expect(network.output).toEqual({ scale: Float64Array.of(1, 0.5), offset: Float64Array.of(0, 0.25) });
  expect(network.row).toEqual({ binaryWeights: 10 });
  // Pixels (255, 0, 255): dots 3 and 1, so (+, +); then dots 0 and −2.
  const result = inferReference(network, {
    kind: 'fixed-point',
    values: Uint8Array.of(255, 0, 255),
    bits: 8,
  });
  expect(result).toEqual({ scores: Float64Array.of(0, -0.75), class: 0 });
});

test('written and read again it is the same network, byte for byte', () => {
  const network = read({});
  const bytes = networkToNpz(network);
  const again = networkFromNpz(bytes);
  expect(contentHash([again.weights, again.thresholds, again.output])).toBe(
    contentHash([network.weights, network.thresholds, network.output]),
  );
  expect(networkToNpz(again)).toEqual(bytes);
  expect(readNpz(bytes)['layer0.weight']).toEqual({
    type: 'int8',
    shape: [2, 3],
    data: Int8Array.of(1, -1, 1, -1, 1, 1),
  });
});

test('epsilon is 1e-5 where it is left out', () => {
  expect(read({ 'layer0.epsilon': undefined }).float.batchNorm[0]?.epsilon).toBe(1e-5);
});

test.each([
  ['layer0.gamma', undefined, 'is missing'],
  ['layer0.weight', undefined, 'is missing'],
  ['layer0.beta', { data: Float32Array.of(1, 2, 3), shape: [3] }, 'has the shape (3) instead of (2)'],
  ['layer0.weight', { data: Float32Array.of(1, 2, 3), shape: [3] }, 'instead of (outputs, inputs)'],
  [
    'layer1.weight',
    { data: Float32Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3] },
    'has 3 inputs after a layer of 2',
  ],
  ['layer0.mean', { data: Float32Array.of(1, Number.NaN), shape: [2] }, 'holds NaN at place 1'],
  [
    'layer0.weight',
    { data: Float32Array.of(1, 1, 1, 1, 1, Infinity), shape: [2, 3] },
    'holds Infinity at place 5',
  ],
  ['layer0.variance', { data: Float32Array.of(1, -1), shape: [2] }, 'variance that is negative'],
  ['layer0.variance', { data: Float32Array.of(1, 0), shape: [2] }, 'zero without an epsilon'],
  ['layer0.epsilon', { data: Float64Array.of(-1), shape: [1] }, 'not one number from 0 to 1'],
  ['layer3.weight', { data: Float32Array.of(1), shape: [1, 1] }, 'array "layer2.weight" is missing'],
  ['conv1.weight', { data: Float32Array.of(1), shape: [1, 1] }, 'a name that means nothing'],
] as const)('%s that is wrong is refused: %#', (name, array, problem) => {
  expect(() => read({ [name]: array as (typeof arrays)['layer0.weight'] | undefined })).toThrow(problem);
});
