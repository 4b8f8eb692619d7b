import { fanIn } from '@bitfront/bits';
import type { TrainingView } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import { layersOf } from '../network/layers-of.ts';
import { plainStep } from './plain-step.fixture.ts';
import { backward, forward } from './train-step.ts';
import { makeTrainee } from './trainee.ts';

const recipe = {
  beta1: 0.9,
  beta2: 0.999,
  adamEpsilon: 1e-8,
  clip: 'unit' as const,
  batchNormEpsilon: 1e-5,
  flipProbability: 0,
};

function stepOnce(
  view: TrainingView,
  shape: readonly number[],
  [convolutions, widths]: readonly [string, readonly number[]],
  batch: number,
) {
  const random = randomStream('step', convolutions, widths.join(), batch);
  const features = shape.reduce((product, size) => product * size, 1);
  const values = Uint8Array.from({ length: features * batch }, () =>
    view.kind === 'grey' ? random.integer(256) : 255 * random.integer(2),
  );
  const labels = Uint8Array.from({ length: batch }, () => random.integer(4));
  const examples = { count: batch, values, labels };
  const description = { name: 'random', shape, features, classes: 4, maxValue: 255 };
  const layers = layersOf(description, convolutions, widths);
  const trainee = makeTrainee(
    {
      description,
      train: examples,
      validation: examples,
      view,
      augmentation: { flip: false, shift: 0 },
      layers,
      epochs: 1,
      batchSize: batch,
      shards: 1,
      learningRate: 0.01,
      schedule: 'cosine',
      initialRange: 0.1,
      recipe,
    },
    (...key) => randomStream('step', ...key),
  );
  for (const { gamma, beta, shape } of trainee.layers)
    for (let neuron = 0; neuron < shape.outputs; neuron++) {
      gamma.values.row(0)[neuron] = random.uniform() - 0.4;
      beta.values.row(0)[neuron] = random.uniform() - 0.5;
    }
  const before = trainee.layers.map(({ latent, gamma, beta, shape }) => ({
    latent: Array.from({ length: fanIn(shape) }, (_, row) => [...latent.values.row(row)]),
    gamma: [...gamma.values.row(0)],
    beta: [...beta.values.row(0)],
  }));
  const indices = Uint32Array.from({ length: batch }, (_, index) => index);
  const { kernels, input } = trainee;
  input.load(examples, indices, { draws: random, variations: random });
  trainee.labels.row(0).set(labels);
  forward(kernels, trainee.layers, input, recipe, random);
  const loss = backward(kernels, trainee.layers, input, trainee.labels, batch);
  const images = Array.from({ length: batch }, (_, image) =>
    Array.from(values.subarray(image * features, (image + 1) * features), (value) => (2 * value) / 255 - 1),
  );
  const plain = plainStep(layers, before, images, [...labels], recipe.batchNormEpsilon);
  return { trainee, loss, plain };
}

const networks: readonly [
  shape: readonly number[],
  layers: readonly [string, readonly number[]],
  batch: number,
][] = [
  [[7], ['', [5, 3]], 9],
  [[33], ['', [17, 40]], 64],
  [[50], ['', []], 33],
  [[3, 7, 6], ['5C3-MP2-4C2p1', [9]], 32],
  [[2, 6, 5], ['6C3p1-DW3p1-MP3s1-3C1', []], 32],
  [[8, 9], ['4C3s2-MP2', [5]], 64],
  [[2, 1, 12], ['5C1x3s1x2-3C1x2', [4]], 32],
  [[3, 6, 8], ['4C3p1-4C3p1-5C3p1r2-6C3s2p1-6C1r2w3-MP2-DW3p1r1', [5]], 32],
];

test.each(networks)(
  'gradients agree with a plain pass in float64: %j, %j, batch %d',
  (shape, layers, batch) => {
    for (const view of [
      { kind: 'grey' },
      { kind: 'stochastic', draws: 1 },
      { kind: 'stochastic', draws: 300 },
    ] as const) {
      const { trainee, loss, plain } = stepOnce(view, shape, layers, batch);
      expect(loss).toBeCloseTo(plain.loss, 5);
      for (const [index, layer] of trainee.layers.entries()) {
        const expected = plain.layers[index];
        expect(close(layer.latent.gradient, expected?.latent ?? [])).toBe('close');
        for (const part of ['gamma', 'beta'] as const)
          expect(close(layer[part].gradient, [expected?.[part] ?? []])).toBe('close');
      }
    }
  },
);

/** "close", or what is not; relative to the largest entry, which may be 0 where a hidden neuron never changes. */
function close(
  matrix: { readonly rows: number; row(r: number): Float32Array },
  expected: readonly (readonly number[])[],
): string {
  const largest = Math.max(1e-4, ...expected.flat().map(Math.abs));
  for (let row = 0; row < matrix.rows; row++)
    for (const [column, value] of matrix.row(row).entries()) {
      const wanted = expected[row]?.[column] ?? Number.NaN;
      if (!(Math.abs(value - wanted) < 3e-4 * largest)) return `${value} for ${wanted} at ${row}, ${column}`;
    }
  return 'close';
}
