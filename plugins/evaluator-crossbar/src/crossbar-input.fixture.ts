import { fanIn, foldBatchNorm, inputFeatures, invertRow, type PackedBits, packSigns } from '@bitfront/bits';
import {
  bareServices,
  type CrossbarMapping,
  type Evaluation,
  type InferenceView,
  type KnownConductance,
  type LayerMapping,
  type LayerShape,
  type StageContext,
} from '@bitfront/core';
import { type RandomStream, randomStream } from '@bitfront/math';
import type { EvaluationInput } from './evaluation-input.ts';
import stage from './evaluator-crossbar.ts';

export const seed = '5eed';
export const context: StageContext = {
  random: (...key) => randomStream(seed, ...key),
  signal: new AbortController().signal,
  progress: () => undefined,
  host: { dataFolders: [] },
  ...bareServices,
};

/** A made-up memory: cells of 100 kΩ and 10 MΩ, all alike. */
export const alike: KnownConductance = {
  onUs: 10,
  offUs: 0.1,
  onLogSigma: 0,
  offLogSigma: 0,
  stuckOnProbability: 0,
  stuckOffProbability: 0,
  readVoltageV: 0.1,
};
export const spread: KnownConductance = {
  ...alike,
  onLogSigma: 0.2,
  offLogSigma: 0.6,
  stuckOnProbability: 0.01,
  stuckOffProbability: 0.03,
};

/** Converters and lines without any error. */
export const ideal = {
  repeats: 2,
  drive: 'unipolar',
  adcBits: 12,
  adcRangeSigmas: 0,
  rowsInParallel: 0,
  sourceResistanceOhm: 0,
  wireResistanceOhm: 0,
  neuronResistanceOhm: 0,
} as const;

export type Settings = Parameters<typeof stage.run>[1];

/** Layers as a partitioner would cut them; only what the evaluator reads is filled in. */
export function mappingOf(
  layers: readonly LayerShape[],
  array: { readonly rows: number; readonly columns: number },
  pairs: CrossbarMapping['pairs'] = 'neighbouring-columns',
  by: 'weights' | 'channels' = 'weights',
): EvaluationInput['mapping'] {
  return {
    array,
    pairs,
    layers: layers.map((layer) => {
      const weights = fanIn(layer);
      const channels =
        layer.kind === 'dense' ? weights : layer.kind === 'depthwise' ? 1 : layer.input.channels;
      const units = by === 'weights' ? weights : channels;
      const size = Math.min(units, Math.max(1, Math.floor(array.rows / (weights / units))));
      const sums = {
        parts: Math.ceil(units / size),
        cut: { by, size },
        rowsDriven: size * (weights / units),
      };
      return { sums } as LayerMapping;
    }),
  };
}

const square = (size: number) => ({ height: size, width: size });
/** Padding, strides, pooling, depthwise and pointwise kernels. */
export const convolutional: readonly LayerShape[] = [
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
];

/** A shortcut into a layer of more channels and fewer pixels. */
export const residual: readonly LayerShape[] = [
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
];

export const dense = (...widths: number[]): readonly LayerShape[] =>
  widths.slice(1).map((outputs, layer) => ({ kind: 'dense', inputs: widths[layer] as number, outputs }));

/** A random network of these layers with all signs of γ, and random images. */
export function crossbarInput(
  layers: readonly LayerShape[],
  inference: InferenceView,
  conductance: KnownConductance,
  mapping = mappingOf(layers, { rows: 16, columns: 10 }),
  count = 40,
): EvaluationInput {
  const random = randomStream('network', JSON.stringify(layers));
  const features = layers[0] === undefined ? 0 : inputFeatures(layers[0]);
  const weights = layers.map((layer) => {
    const latent = Float32Array.from({ length: fanIn(layer) * layer.outputs }, () => random.normal());
    return packSigns(latent, layer.outputs, fanIn(layer));
  });
  const thresholds = layers.slice(0, -1).map((shape, layer) => {
    const [inputs, outputs] = [fanIn(shape), shape.outputs];
    const small = (scale: number) => Float32Array.from({ length: outputs }, () => scale * random.normal());
    const folded = foldBatchNorm(
      {
        gamma: small(1),
        // Whole means and β = 0 in places, so that dot products tie with their thresholds.
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
  const normals = () => Float64Array.from({ length: classes }, () => random.normal());
  return {
    dataset: {
      description: { name: 'random', shape: [features], features, classes, maxValue: 255 },
      test: examples(random, count, features, classes),
      validation: examples(random, 13, features, classes),
    },
    encoding: { inference },
    network: {
      architecture: { classes, layers },
      weights,
      thresholds,
      output: { scale: normals(), offset: normals() },
    },
    memory: { conductance },
    mapping,
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

export function evaluated(input: EvaluationInput, settings: Partial<Settings> = {}): Evaluation {
  return stage.run(input, { ...ideal, ...settings }, context) as Evaluation;
}
