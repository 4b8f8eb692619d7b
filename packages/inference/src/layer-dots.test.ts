import * as reference from '@bitfront/bits';
import { type ConvolutionShape, fanIn, inputFeatures, type LayerShape, packSigns } from '@bitfront/bits';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import { activate } from './activate.ts';
import { lanesFor } from './lanes-for.ts';
import { layerDots } from './layer-dots.ts';
import type { LayerInput } from './layer-input.ts';
import { layerSigns } from './layer-signs.ts';
import { loadSigns } from './load-signs.ts';

const size = (height: number, width = height) => ({ height, width });
const plain: ConvolutionShape = {
  kind: 'convolution',
  input: { channels: 3, ...size(5, 7) },
  outputs: 6,
  kernel: size(3),
  stride: size(1),
  padding: size(1),
};
const shapes: readonly LayerShape[] = [
  { kind: 'dense', inputs: 33, outputs: 9 },
  plain,
  { ...plain, padding: size(0), stride: size(2, 1), pool: { size: size(2), stride: size(1, 2) } },
  { ...plain, kernel: size(1), padding: size(0), input: { channels: 40, ...size(2) } },
  { ...plain, kernel: size(4, 2), padding: size(2, 1), stride: size(3, 2) },
  { ...plain, kind: 'depthwise', outputs: 3, pool: { size: size(3, 2), stride: size(2) } },
  { ...plain, kind: 'depthwise', outputs: 3, stride: size(2), kernel: size(2, 3), padding: size(0, 2) },
];
const kinds = [
  ['bits', 1],
  ['bytes', 7],
  ['i32', 300],
] as const;
const cases = shapes.flatMap((layer) => kinds.map(([kind, scale]) => ({ layer, kind, scale })));

test.each(cases)('$layer of $kind agrees with the reference, image by image', ({ layer, kind, scale }) => {
  const random = randomStream('layer', JSON.stringify(layer), kind);
  const kernels = createKernels();
  const { arena } = kernels;
  const [features, images] = [inputFeatures(layer), 5];
  const lanes = lanesFor([layer], images);
  const counts = Array.from({ length: features * images }, () => random.integer(scale + 1));
  const values = arena[kind](features, lanes);
  for (let feature = 0; feature < features; feature++)
    for (let image = 0; image < images; image++) {
      const count = counts[image * features + feature] ?? 0;
      if (values.kind === 'bits') {
        const at = feature * values.wordsPerRow;
        values.view[at] = (values.view[at] ?? 0) | (count << image);
      } else values.view[feature * values.stride + image] = kind === 'bytes' ? count : 2 * count - scale;
    }
  const weights = packSigns(
    Array.from({ length: layer.outputs * fanIn(layer) }, () => random.uniform() - 0.5),
    layer.outputs,
    fanIn(layer),
  );
  const limits = arena.i32(1, layer.outputs);
  limits.row(0).set(Array.from({ length: layer.outputs }, () => random.integer(7) - 3));
  const input: LayerInput = { values, scale, lanes };
  const signs = loadSigns(kernels, weights);
  const used = arena.usedBytes;
  const dots = layerDots(kernels, layer, signs, input);
  expect(arena.usedBytes).toBe(Math.ceil((used + dots.byteLength) / 64) * 64);
  const outputs = activate(kernels, layer, dots, limits, lanes);
  expect(layerSigns(kernels, layer, signs, input, limits).view).toEqual(outputs.view);
  for (let image = 0; image < images; image++) {
    const seen = counts.slice(image * features, (image + 1) * features).map((count) => 2 * count - scale);
    const slow = reference.layerDots(layer, weights, seen, scale);
    const each = slow.length / layer.outputs;
    const fast = slow.map((_, at) => dots.row(Math.floor(at / each))[(at % each) * lanes + image] ?? 0);
    expect(fast).toEqual(slow);
    const reached = Array.from(slow, (dot, at) =>
      dot >= (limits.row(0)[Math.floor(at / each)] ?? 0) ? 1 : -1,
    );
    const pooled = layer.kind === 'dense' ? reached : reference.poolSigns(layer, reached);
    const area = pooled.length / layer.outputs;
    const bits = pooled.map((_, at) => {
      const column = (at % area) * lanes + image;
      return ((outputs.row(Math.floor(at / area))[column >>> 5] ?? 0) >>> (column & 31)) & 1 ? 1 : -1;
    });
    expect(bits).toEqual(pooled);
  }
});

test('a dense layer takes the outputs of a convolution in the order channel, y, x', () => {
  const kernels = createKernels();
  const { arena } = kernels;
  // 2 channels of 3 pixels; image i has bit p of channel c where (c · 3 + p) · 7 + i is even.
  const bits = arena.bits(2, 3 * 128);
  const at = (channel: number, pixel: number, image: number) => ((channel * 3 + pixel) * 7 + image) % 2 === 0;
  for (let channel = 0; channel < 2; channel++)
    for (let pixel = 0; pixel < 3; pixel++)
      for (let image = 0; image < 100; image++) {
        const column = pixel * 128 + image;
        const word = channel * bits.wordsPerRow + (column >>> 5);
        bits.view[word] = (bits.view[word] ?? 0) | (Number(at(channel, pixel, image)) << (column & 31));
      }
  const layer = { kind: 'dense', inputs: 6, outputs: 6 } as const;
  // Neuron n is +1 at input n alone.
  const signs = arena.bits(6, 6);
  for (let neuron = 0; neuron < 6; neuron++) signs.row(neuron)[0] = 1 << neuron;
  const dots = layerDots(kernels, layer, signs, { values: bits, scale: 1, lanes: 128 });
  for (let image = 0; image < 100; image++) {
    const x = [0, 1, 2, 3, 4, 5].map((feature) => (at(Math.floor(feature / 3), feature % 3, image) ? 1 : -1));
    const sum = x.reduce((total, value) => total + value, 0);
    for (let neuron = 0; neuron < 6; neuron++)
      expect(dots.row(neuron)[image]).toBe(2 * (x[neuron] ?? 0) - sum);
  }
});
