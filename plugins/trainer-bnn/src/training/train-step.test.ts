import { createKernels } from '@bitfront/kernels';
import { exp, log, randomStream } from '@bitfront/math';
import { expect, test } from 'vitest';
import { inputModel } from '../input/input-model.ts';
import { trainingInput } from '../input/training-input.ts';
import { denseLayer } from './dense-layer.ts';
import { backward, forward } from './train-step.ts';

const recipe = {
  beta1: 0.9,
  beta2: 0.999,
  adamEpsilon: 1e-8,
  clip: 'unit' as const,
  batchNormEpsilon: 1e-5,
  flipProbability: 0,
};

function stepOnce(view: Parameters<typeof inputModel>[0], widths: readonly number[], batch: number) {
  const kernels = createKernels();
  const random = randomStream('step', widths.join(), batch);
  const features = widths[0] ?? 0;
  const model = inputModel(view, 255);
  const layers = widths
    .slice(1)
    .map((outputs, index) =>
      denseLayer(kernels, { inputs: widths[index] ?? 0, outputs, batch, noisy: false }, 0.1, random),
    );
  for (const { gamma, beta, outputs } of layers)
    for (let neuron = 0; neuron < outputs; neuron++) {
      gamma.values.row(0)[neuron] = random.uniform() - 0.4;
      beta.values.row(0)[neuron] = random.uniform() - 0.5;
    }
  const values = Uint8Array.from({ length: features * batch }, () => (random.integer(2) ? 255 : 0));
  if (view.kind === 'grey') for (const index of values.keys()) values[index] = random.integer(256);
  const classes = widths[widths.length - 1] ?? 1;
  const labels = kernels.arena.i32(1, batch);
  for (let image = 0; image < batch; image++) labels.row(0)[image] = random.integer(classes);
  const input = trainingInput(kernels, model, features, batch);
  const before = layers.map(({ latent, inputs, gamma, beta }) => ({
    latent: Array.from({ length: inputs }, (_, row) => [...latent.values.row(row)]),
    gamma: [...gamma.values.row(0)],
    beta: [...beta.values.row(0)],
  }));
  const examples = { count: batch, values, labels: new Uint8Array(batch) };
  input.load(
    examples,
    Uint32Array.from({ length: batch }, (_, index) => index),
    random,
  );
  forward(kernels, layers, input, recipe, random);
  const loss = backward(kernels, layers, input, labels, recipe, { stepSize: 0, varianceScale: 1 });
  const images = Array.from({ length: batch }, (_, image) =>
    Array.from(
      { length: features },
      (_, feature) => (2 * (values[image * features + feature] ?? 0)) / 255 - 1,
    ),
  );
  const plain = plainGradients(before, images, [...labels.row(0)], recipe.batchNormEpsilon);
  return { layers, loss, plain };
}

test.each([
  ['grey', { kind: 'grey' }],
  ['one draw per pixel', { kind: 'stochastic', draws: 1 }],
] as const)('gradients agree with a plain backward pass in float64: %s', (_name, view) => {
  for (const [widths, batch] of [
    [[7, 5, 3], 9],
    [[33, 17, 40, 10], 64],
    [[50, 4], 33],
  ] as const) {
    const { layers, loss, plain } = stepOnce(view, widths, batch);
    expect(loss).toBeCloseTo(plain.loss, 5);
    for (const [index, layer] of layers.entries()) {
      const expected = plain.layers[index];
      const largest = Math.max(...(expected?.latent.flat() ?? []).map(Math.abs));
      expect(largest).toBeGreaterThan(0);
      for (let row = 0; row < layer.inputs; row++)
        for (const [column, value] of layer.latent.gradient.row(row).entries())
          expect(Math.abs(value - (expected?.latent[row]?.[column] ?? Number.NaN))).toBeLessThan(
            2e-4 * largest,
          );
      for (const part of ['gamma', 'beta'] as const)
        for (const [neuron, value] of layer[part].gradient.row(0).entries())
          expect(value).toBeCloseTo(expected?.[part][neuron] ?? Number.NaN, 5);
    }
  }
});

/** Parameters, or their gradients, of one layer: latent is [inputs][outputs]. */
interface PlainLayer {
  readonly latent: readonly (readonly number[])[];
  readonly gamma: readonly number[];
  readonly beta: readonly number[];
}

/**
 * One forward and backward pass in float64, written from the equations, image by image: the oracle of the training
 * step. Gradient of the sign: 1 where |y| ≤ 1, else 0; of a binary weight: that of the latent one.
 */
function plainGradients(
  layers: readonly PlainLayer[],
  images: readonly (readonly number[])[],
  labels: readonly number[],
  epsilon: number,
): { readonly loss: number; readonly layers: readonly PlainLayer[] } {
  const count = images.length;
  const passes: Pass[] = [];
  for (const layer of layers) {
    const below = passes[passes.length - 1];
    const inputs = below === undefined ? images : below.y.map((row) => row.map(sign));
    passes.push(forwardLayer(layer, inputs, epsilon));
  }
  let loss = 0;
  const scores = passes[passes.length - 1]?.y ?? [];
  let gradient = scores.map((row, image) => {
    const total = row.reduce((sum, score) => sum + exp(score), 0);
    loss += (log(total) - (row[labels[image] ?? 0] ?? 0)) / count;
    return row.map((score, label) => (exp(score) / total - (label === labels[image] ? 1 : 0)) / count);
  });
  const results: PlainLayer[] = [];
  for (let index = layers.length - 1; index >= 0; index--) {
    const { layer, xHat, inverse, inputs } = passes[index] as Pass;
    const beta = layer.beta.map((_, n) => total(gradient, (row) => row[n] ?? 0));
    const gamma = layer.gamma.map((_, n) =>
      total(gradient, (row, image) => (row[n] ?? 0) * (xHat[image]?.[n] ?? 0)),
    );
    const dots = gradient.map((row, image) =>
      row.map((g, n) => {
        const centred = g - (beta[n] ?? 0) / count - ((xHat[image]?.[n] ?? 0) * (gamma[n] ?? 0)) / count;
        return (layer.gamma[n] ?? 0) * (inverse[n] ?? 0) * centred;
      }),
    );
    const latent = layer.latent.map((weights, k) =>
      weights.map((_, n) => total(dots, (row, image) => (row[n] ?? 0) * (inputs[image]?.[k] ?? 0))),
    );
    results.unshift({ latent, gamma, beta });
    const below = passes[index - 1];
    if (below === undefined) break;
    gradient = dots.map((row, image) =>
      layer.latent.map((weights, k) => {
        const through = weights.reduce((sum, weight, n) => sum + sign(weight) * (row[n] ?? 0), 0);
        return Math.abs(below.y[image]?.[k] ?? 0) <= 1 ? through : 0;
      }),
    );
  }
  return { loss, layers: results };
}

interface Pass {
  readonly layer: PlainLayer;
  readonly inputs: readonly (readonly number[])[];
  readonly xHat: readonly (readonly number[])[];
  readonly inverse: readonly number[];
  readonly y: readonly (readonly number[])[];
}

function forwardLayer(layer: PlainLayer, inputs: readonly (readonly number[])[], epsilon: number): Pass {
  const dots = inputs.map((row) =>
    layer.gamma.map((_, n) => row.reduce((sum, x, k) => sum + x * sign(layer.latent[k]?.[n] ?? 0), 0)),
  );
  const mean = layer.gamma.map((_, n) => total(dots, (row) => row[n] ?? 0) / dots.length);
  const inverse = layer.gamma.map(
    (_, n) =>
      1 / Math.sqrt(total(dots, (row) => square((row[n] ?? 0) - (mean[n] ?? 0))) / dots.length + epsilon),
  );
  const xHat = dots.map((row) => row.map((dot, n) => (dot - (mean[n] ?? 0)) * (inverse[n] ?? 0)));
  const y = xHat.map((row) => row.map((x, n) => x * (layer.gamma[n] ?? 0) + (layer.beta[n] ?? 0)));
  return { layer, inputs, xHat, inverse, y };
}

function sign(value: number): number {
  return value >= 0 ? 1 : -1;
}

function total<T>(rows: readonly T[], of: (row: T, index: number) => number): number {
  return rows.reduce((sum, row, index) => sum + of(row, index), 0);
}

function square(value: number): number {
  return value * value;
}
