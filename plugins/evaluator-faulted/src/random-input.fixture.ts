import { fanIn, foldBatchNorm, inputFeatures, invertRow, type PackedBits, packSigns } from '@bitfront/bits';
import {
  bareServices,
  type Evaluation,
  type FlipProbabilities,
  type GeneratorSource,
  type InferenceView,
  type LayerShape,
  type StageContext,
} from '@bitfront/core';
import { type RandomStream, randomStream } from '@bitfront/math';
import type { EvaluationInput } from './evaluation-input.ts';
import stage from './evaluator-faulted.ts';

export const seed = '5eed';
export const context: StageContext = {
  random: (...key) => randomStream(seed, ...key),
  signal: new AbortController().signal,
  progress: () => undefined,
  host: { dataFolders: [] },
  ...bareServices,
};
/** A perfect memory. */
export const none: FlipProbabilities = { plusToMinus: 0, minusToPlus: 0 };
export const stochastic = (
  presentations: number,
  accumulation: 'first-layer' | 'output' | 'vote',
): InferenceView => ({
  kind: 'stochastic',
  presentations,
  accumulation,
  source: { kind: 'independent' },
});
/** Bits of generators; they run on from image to image unless told otherwise. */
export const generated = (
  presentations: number,
  accumulation: 'first-layer' | 'output' | 'vote',
  source: Pick<GeneratorSource, 'kind' | 'sharing'> & Partial<GeneratorSource>,
): InferenceView => {
  const comparison = source.kind === 'lfsr' ? 'at-most' : 'below-with-carry';
  const full = { bits: 8, betweenImages: 'runs-on', comparison, ...source } as const;
  return { kind: 'stochastic', presentations, accumulation, source: full };
};
/** All kinds of input, with odd widths. */
export const encodings: readonly InferenceView[] = [
  { kind: 'fixed-point', bits: 8 },
  { kind: 'fixed-point', bits: 3 },
  { kind: 'fixed-point', bits: 1 },
  stochastic(1, 'first-layer'),
  stochastic(7, 'first-layer'),
  stochastic(3, 'output'),
  stochastic(4, 'vote'),
  generated(7, 'first-layer', { kind: 'lfsr', sharing: 'independent' }),
  generated(3, 'output', { kind: 'sobol', sharing: 'independent', bits: 10 }),
  generated(5, 'first-layer', { kind: 'van-der-corput', sharing: 'rotated', betweenImages: 'restarts' }),
  generated(1, 'vote', { kind: 'sobol', sharing: 'shared', comparison: 'below' }),
];

const square = (size: number) => ({ height: size, width: size });
/** Networks with odd convolutions: strides, paddings, overlapping pools, depthwise and pointwise ones. */
export const convolutional: readonly (readonly LayerShape[])[] = [
  [
    {
      kind: 'convolution',
      input: { channels: 2, height: 6, width: 6 },
      outputs: 4,
      kernel: square(3),
      stride: square(1),
      padding: square(1),
    },
    {
      kind: 'convolution',
      input: { channels: 4, height: 6, width: 6 },
      outputs: 5,
      kernel: square(3),
      stride: square(2),
      padding: square(1),
      shortcut: { from: 0, weight: 6 },
    },
    { kind: 'dense', inputs: 45, outputs: 3 },
  ],
  [
    {
      kind: 'convolution',
      input: { channels: 2, height: 7, width: 6 },
      outputs: 5,
      kernel: square(3),
      stride: square(1),
      padding: square(1),
      pool: { size: square(2), stride: { height: 2, width: 1 } },
    },
    {
      kind: 'depthwise',
      input: { channels: 5, height: 3, width: 5 },
      outputs: 5,
      kernel: { height: 2, width: 3 },
      stride: { height: 1, width: 2 },
      padding: { height: 0, width: 1 },
    },
    {
      kind: 'convolution',
      input: { channels: 5, height: 2, width: 3 },
      outputs: 33,
      kernel: square(1),
      stride: square(1),
      padding: square(0),
    },
    { kind: 'dense', inputs: 198, outputs: 12 },
    { kind: 'dense', inputs: 12, outputs: 4 },
  ],
  [
    {
      kind: 'depthwise',
      input: { channels: 3, height: 4, width: 4 },
      outputs: 3,
      kernel: square(3),
      stride: square(1),
      padding: square(1),
    },
    { kind: 'dense', inputs: 48, outputs: 3 },
  ],
];

/** A random dense network of these widths, and random images. */
export function evaluationInput(
  shape: readonly number[],
  inference: InferenceView,
  faults: FlipProbabilities,
  count = 40,
): EvaluationInput {
  const layers = shape
    .slice(1)
    .map((outputs, layer) => ({ kind: 'dense' as const, inputs: shape[layer] as number, outputs }));
  return layeredInput(layers, inference, faults, count, shape.join('-'));
}

/** A random network of these layers, folded from random batch norm with all signs of γ, and random images. */
export function layeredInput(
  layers: readonly LayerShape[],
  inference: InferenceView,
  faults: FlipProbabilities,
  count = 40,
  key = JSON.stringify(layers),
): EvaluationInput {
  const random = randomStream('network', key);
  const features = layers[0] === undefined ? 0 : inputFeatures(layers[0]);
  const weights = layers.map((layer) => {
    const latent = Float32Array.from({ length: fanIn(layer) * layer.outputs }, () => random.normal());
    return packSigns(latent, layer.outputs, fanIn(layer));
  });
  const thresholds = layers.slice(0, -1).map((shape, layer) => {
    const [inputs, outputs] = [fanIn(shape), shape.outputs];
    const small = (scale: number) => Float32Array.from({ length: outputs }, () => scale * random.normal());
    // Whole means and β = 0 in places, so that dot products tie with their thresholds.
    const folded = foldBatchNorm(
      {
        gamma: small(1),
        beta: small(1).map((value, index) => (index % 2 === 0 ? 0 : value)),
        mean: small(3).map(Math.round),
        variance: small(1).map((value) => value * value + inputs),
        epsilon: 1e-5,
      },
      inputs,
    );
    for (const neuron of folded.inverted) invertRow(weights[layer] as PackedBits, neuron);
    return folded.thresholds;
  });
  const classes = layers.at(-1)?.outputs ?? 0;
  const output = {
    scale: Float64Array.from({ length: classes }, () => random.normal()),
    offset: Float64Array.from({ length: classes }, () => random.normal()),
  };
  return {
    dataset: {
      description: { name: 'random', shape: [features], features, classes, maxValue: 255 },
      test: examples(random, count, features, classes),
      validation: examples(random, 13, features, classes),
    },
    encoding: { inference },
    network: { architecture: { classes, layers }, weights, thresholds, output },
    memory: { faults },
  };
}

function examples(random: RandomStream, count: number, features: number, classes: number) {
  const corner = () => (random.uniform() < 0.3 ? 0 : random.uniform() < 0.1 ? 255 : random.integer(256));
  return {
    count,
    values: Uint8Array.from({ length: count * features }, corner),
    labels: Uint8Array.from({ length: count }, () => random.integer(classes)),
  };
}

/** The stage's parameters, defaults filled in. */
export const settings = (repeats: number, given: Partial<Parameters<typeof stage.run>[1]> = {}) =>
  ({ repeats, redraw: 'programming', faultyLayers: [], ...given }) as const;

export function evaluated(input: EvaluationInput, repeats: number): Evaluation {
  return stage.run(input, settings(repeats), context) as Evaluation;
}

/** With the mean error rate at hand. */
export function run(input: EvaluationInput, repeats: number) {
  const evaluation = evaluated(input, repeats);
  return { ...evaluation, test: evaluation.row.errorRate as number };
}
