import { checkLayers, type ConvolutionShape, fanIn, outputVolume } from '@bitfront/bits';
import { expect, test } from 'vitest';
import { readConvolutions } from './convolutions.ts';
import { layersOf } from './layers-of.ts';
import { separateKernels } from './separate-kernels.ts';

const volume = { channels: 3, height: 32, width: 32 };
const plain = readConvolutions('16C3p1-16C3p1-MP2-32C3p1-32C3s2p1-64C3p1-64C3', volume);
const kinds = (layers: readonly ConvolutionShape[]) =>
  layers
    .map(({ kind, kernel }) => (kind === 'depthwise' ? '2D' : kernel.height === 1 ? '1D' : '3D'))
    .join(' ');

test('a ratio of the layers behind the first one is separated, from either end', () => {
  const at = (ratio: number, from: 'deep' | 'input') => kinds(separateKernels(plain, { ratio, from }));
  expect(at(0, 'deep')).toBe('3D 3D 3D 3D 3D 3D');
  // 5 · 0.5 = 2.5, rounded half up to 3
  expect(at(0.5, 'deep')).toBe('3D 3D 3D 2D 1D 2D 1D 2D 1D');
  expect(at(0.5, 'input')).toBe('3D 2D 1D 2D 1D 2D 1D 3D 3D');
  expect(at(1, 'deep')).toBe('3D 2D 1D 2D 1D 2D 1D 2D 1D 2D 1D');
});

test('separated layers give what the layers gave, with k²·C + C·N weights instead of k²·C·N', () => {
  const separated = separateKernels(plain, { ratio: 1, from: 'deep' });
  const pairs = separated.slice(1);
  for (const [index, layer] of plain.slice(1).entries()) {
    const [spatial, mixing] = [pairs[2 * index], pairs[2 * index + 1]] as [
      ConvolutionShape,
      ConvolutionShape,
    ];
    expect(outputVolume(mixing)).toEqual(outputVolume(layer));
    const { channels } = layer.input;
    const weights = spatial.outputs * fanIn(spatial) + mixing.outputs * fanIn(mixing);
    expect(weights).toBe(9 * channels + channels * layer.outputs);
  }
  const description = { name: 'any', shape: [3, 32, 32], features: 3072, classes: 10, maxValue: 255 };
  for (const ratio of [0, 0.1, 0.5, 0.9, 1])
    checkLayers(
      layersOf(description, '16C3p1-16C3p1-MP2-32C3s2p1-7C5', [9], { ratio, from: 'input' }),
      3072,
      10,
    );
});

test('pointwise and depthwise layers stay, and shortcuts keep their source', () => {
  const layers = readConvolutions('8C3p1-8C1-DW3p1-8C3p1r3-8C3p1r1w5', volume);
  const separated = separateKernels(layers, { ratio: 1, from: 'deep' });
  expect(kinds(separated)).toBe('3D 1D 2D 2D 1D 2D 1D');
  // from the first layer; and from what was the fourth, now the fifth
  expect(separated.map(({ shortcut }) => shortcut?.from)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    0,
    undefined,
    4,
  ]);
  expect(separated[6]?.shortcut?.weight).toBe(5);
  checkLayers([...separated, { kind: 'dense', inputs: 8 * 1024, outputs: 2 }], 3072, 2);
});
