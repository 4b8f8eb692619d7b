import {
  type BatchNorm,
  batchNormAffine,
  fanIn,
  foldNetwork,
  inferReference,
  layerDots,
  type LayerShape,
  packSigns,
  positionCount,
  shortcutWeight,
  unpackSigns,
} from '@bitfront/bits';
import { createKernels } from '@bitfront/kernels';
import { type RandomStream, randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { layersOf as networkOf } from '../network/layers-of.ts';
import { inputModel } from '../input/input-model.ts';
import { presentation } from '../input/presentation.ts';
import { classify } from './classify.ts';
import { measureStatistics, type UnmeasuredLayer } from './measure-statistics.ts';

const epsilon = 1e-5;
const gammas = [1, -1, 0.3, -0.3, 0, 1e-6, -1e-6];
const betas = [0, 0.5, -0.5, 0, 1, -1];

/** Random weights; gammas of both signs and zero, betas that put neurons on ties. */
function layersOf(widths: readonly number[], random: RandomStream): UnmeasuredLayer[] {
  return widths.slice(1).map((outputs, index) => {
    const inputs = widths[index] ?? 0;
    return {
      shape: { kind: 'dense', inputs, outputs },
      latent: Float32Array.from({ length: inputs * outputs }, () => random.uniform() - 0.5),
      gamma: Float32Array.from({ length: outputs }, () => gammas[random.integer(gammas.length)] ?? 0),
      beta: Float32Array.from({ length: outputs }, () => betas[random.integer(betas.length)] ?? 0),
      epsilon,
    };
  });
}

/** Not negative behind a shortcut, as training keeps it. */
function gammaOf(shape: LayerShape, random: RandomStream): number {
  const gamma = gammas[random.integer(gammas.length)] ?? 0;
  return shortcutWeight(shape) > 0 ? Math.abs(gamma) : gamma;
}

function foldable(layers: readonly UnmeasuredLayer[], measured: readonly BatchNorm[]) {
  return layers.map(({ shape, latent }, index) => ({
    inputs: fanIn(shape),
    shortcutWeight: shortcutWeight(shape),
    outputs: shape.outputs,
    latent,
    batchNorm: measured[index] ?? neverUsed,
  }));
}

function examplesOf(count: number, features: number, random: RandomStream) {
  const values = Uint8Array.from({ length: count * features }, () =>
    random.integer(3) ? random.integer(256) : 0,
  );
  return { count, values, labels: new Uint8Array(count) };
}

describe.each([
  ['grey', { kind: 'grey' }],
  ['one draw', { kind: 'stochastic', draws: 1 }],
  ['five draws', { kind: 'stochastic', draws: 5 }],
  ['three hundred draws', { kind: 'stochastic', draws: 300 }],
] as const)('%s', (name, view) => {
  it.each([[[37, 21, 34, 5]], [[64, 40, 10]], [[9, 3]]])(
    'widths %j agree with plain float64 batch norms',
    (widths) => {
      const random = randomStream('integer', name, widths.join());
      const features = widths[0] ?? 0;
      const layers = layersOf(widths, random);
      const examples = examplesOf(600, features, random);
      const model = inputModel(view, 255);
      const stream = (from: number) => randomStream('draws', from);
      const shapes = layers.map(({ shape }) => shape);
      const shown = presentation(model, examples, examples.count, shapes[0] as LayerShape, stream);
      const kernels = createKernels();
      const measured = measureStatistics(kernels, layers, shown);
      expect(kernels.arena.usedBytes).toBe(createKernels().arena.usedBytes);

      const float = foldable(layers, measured);
      // The same presentations, one image after the other, in chunks of 512.
      const counts = new Uint16Array(features);
      let draws = stream(0);
      let inputs = Array.from({ length: examples.count }, (_, image) => {
        if (image === 512) draws = stream(512);
        model.counts(examples.values, image * features, draws, counts);
        return Array.from(counts, (count) => 2 * count - model.top);
      });
      let scale = model.top;
      for (const [index, { latent, outputs, inputs: width, batchNorm }] of float.entries()) {
        const signs = unpackSigns(packSigns(latent, outputs, width));
        const { scale: slope, offset } = batchNormAffine(batchNorm);
        const dots = inputs.map((image) =>
          Array.from({ length: outputs }, (_, n) => {
            let dot = 0;
            for (const [k, x] of image.entries()) dot += x * (signs[n * width + k] ?? 0);
            return dot / scale;
          }),
        );
        for (let n = 0; n < outputs; n++) {
          const mean = dots.reduce((sum, row) => sum + (row[n] ?? 0), 0) / dots.length;
          const variance =
            dots.reduce((sum, row) => sum + ((row[n] ?? 0) - mean) * ((row[n] ?? 0) - mean), 0) / dots.length;
          expect(batchNorm.mean[n]).toBeCloseTo(mean, 4);
          expect(Math.abs((batchNorm.variance[n] ?? 0) - variance)).toBeLessThan(1e-5 * (1 + variance));
        }
        const y = dots.map((row) => row.map((dot, n) => (slope[n] ?? 0) * dot + (offset[n] ?? 0)));
        inputs = index === float.length - 1 ? y : y.map((row) => row.map((value) => (value >= 0 ? 1 : -1)));
        scale = 1;
      }
      const expected = inputs.map((row) =>
        row.reduce((best, value, n) => (value > (row[best] ?? 0) ? n : best), 0),
      );
      expect([...classify(kernels, shapes, foldNetwork(float), shown)]).toEqual(expected);
    },
  );
});

it('agrees with the reference inference', () => {
  const random = randomStream('reference');
  const layers = layersOf([48, 30, 20, 7], random);
  const examples = examplesOf(100, 48, random);
  const shapes = layers.map(({ shape }) => shape);
  const first = shapes[0] as LayerShape;
  const shown = presentation(inputModel({ kind: 'grey' }, 255), examples, 100, first, () => random);
  const kernels = createKernels();
  const measured = measureStatistics(kernels, layers, shown);
  const folded = foldNetwork(foldable(layers, measured));
  const slow = Array.from({ length: 100 }, (_, image) => {
    const values = examples.values.subarray(48 * image, 48 * (image + 1));
    return inferReference(folded, { kind: 'fixed-point', values, bits: 8 }).class;
  });
  expect([...classify(kernels, shapes, folded, shown)]).toEqual(slow);
});

it.each(['4C3-MP2-6C2p1', '5C3s2p1-DW3p1', '3C2x3-MP3s1-4C1', '4C3x2p1x0-4C3p1r1-DW3p1-5C1r2-MP2'])(
  'convolutions %s agree with the reference inference, and their statistics with plain sums',
  (convolutions) => {
    const random = randomStream('convolutions', convolutions);
    const description = { name: 'random', shape: [2, 9, 8], features: 144, classes: 5, maxValue: 255 };
    const shapes = networkOf(description, convolutions, [7]);
    const layers = shapes.map((shape): UnmeasuredLayer => {
      const { outputs } = shape;
      return {
        shape,
        latent: Float32Array.from({ length: fanIn(shape) * outputs }, () => random.uniform() - 0.5),
        gamma: Float32Array.from({ length: outputs }, () => gammaOf(shape, random)),
        beta: Float32Array.from({ length: outputs }, () => betas[random.integer(betas.length)] ?? 0),
        epsilon,
      };
    });
    const examples = examplesOf(150, 144, random);
    const first = shapes[0] as LayerShape;
    const shown = presentation(inputModel({ kind: 'grey' }, 255), examples, 150, first, () => random);
    const kernels = createKernels();
    const measured = measureStatistics(kernels, layers, shown);
    const folded = foldNetwork(foldable(layers, measured));
    const images = Array.from({ length: 150 }, (_, image) =>
      examples.values.subarray(144 * image, 144 * (image + 1)),
    );
    const slow = images.map(
      (values) =>
        inferReference({ ...folded, layers: shapes }, { kind: 'fixed-point', values, bits: 8 }).class,
    );
    expect([...classify(kernels, shapes, folded, shown)]).toEqual(slow);
    const weights = packSigns(layers[0]?.latent ?? [], first.outputs, fanIn(first));
    const dots = images.map((values) =>
      layerDots(
        first,
        weights,
        Array.from(values, (v) => 2 * v - 255),
        255,
      ),
    );
    const each = positionCount(first);
    for (let n = 0; n < first.outputs; n++) {
      const own = dots.flatMap((row) => [...row.slice(n * each, (n + 1) * each)].map((dot) => dot / 255));
      const mean = own.reduce((sum, dot) => sum + dot, 0) / own.length;
      const variance = own.reduce((sum, dot) => sum + (dot - mean) * (dot - mean), 0) / own.length;
      expect(measured[0]?.mean[n]).toBeCloseTo(mean, 4);
      expect(measured[0]?.variance[n]).toBeCloseTo(variance, 3);
    }
  },
);

const none = new Float32Array(0);
const neverUsed = { gamma: none, beta: none, mean: none, variance: none, epsilon };
