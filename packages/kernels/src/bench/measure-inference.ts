import type { Kernels } from '../kernels.ts';
import type { BitMatrix, I32Matrix } from '../matrix.ts';
import * as oracle from '../oracle/index.ts';
import { type BenchBackend, benchKernels, memoryMiB } from './backends.ts';
import { bestTimes, type TimingOptions } from './best-times.ts';
import { randomMatrices } from './random-matrices.ts';

export interface InferenceShape {
  /** Inputs, hidden neurons …, classes. */
  readonly sizes: readonly number[];
  readonly images: number;
  /** Bits of an input: signs, or grey levels 0 … 255. */
  readonly inputBits: 1 | 8;
}

/** The test set of Fashion-MNIST through the network of the benchmarks. */
export const inferenceShapes: Readonly<Record<string, InferenceShape>> = {
  '784-1024-1024-10 1-bit': { sizes: [784, 1024, 1024, 10], images: 10_000, inputBits: 1 },
  '784-1024-1024-10 8-bit': { sizes: [784, 1024, 1024, 10], images: 10_000, inputBits: 8 },
};

export interface InferenceMeasure {
  /** All images, from input bits or bytes to classes. */
  readonly msPerStep: number;
  /** 10^9 operations per second, two per weight and image, thresholds and classes included in the time. */
  readonly gops: number;
  readonly peakMemoryMiB: number;
  /** Measured on fewer images and taken per image. */
  readonly extrapolated: boolean;
}

/** Best times by name of the shape and then the backend; takes some seconds. */
export function measureInference(
  shapes: Readonly<Record<string, InferenceShape>> = inferenceShapes,
  options: TimingOptions = {},
): Record<string, Partial<Record<BenchBackend, InferenceMeasure>>> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, measureShape(shape, options)]),
  );
}

function measureShape(shape: InferenceShape, options: TimingOptions) {
  const kernels = benchKernels();
  const runs = Object.fromEntries(kernels.map(([name, set]) => [name, benchNetwork(set, shape).run]));
  const times = bestTimes(runs, options);
  const weights = shape.sizes.slice(1).reduce((sum, n, i) => sum + n * (shape.sizes[i] ?? 0), 0);
  const work = (2 * weights * shape.images) / 1e6;
  const measures: Partial<Record<BenchBackend, InferenceMeasure>> = {};
  for (const [name, set] of kernels) {
    const msPerStep = times[name] ?? Number.NaN;
    measures[name] = {
      msPerStep,
      gops: work / msPerStep,
      peakMemoryMiB: memoryMiB(set),
      extrapolated: false,
    };
  }
  const { msPerImage, memoryMiB: peakMemoryMiB } = measureTypescript(shape);
  const msPerStep = msPerImage * shape.images;
  measures.typescript = { msPerStep, gops: work / msPerStep, peakMemoryMiB, extrapolated: true };
  return measures;
}

/** A network of random weights and thresholds over random images; `run` goes from the images to `classes`. */
export function benchNetwork(
  kernels: Kernels,
  { sizes, images, inputBits }: InferenceShape,
): { readonly run: () => void; readonly classes: I32Matrix } {
  const { arena } = kernels;
  const random = randomMatrices(kernels, 1);
  const inputs = sizes[0] ?? 0;
  const grey = inputBits === 8 ? random.bytes(inputs, images) : undefined;
  const layers = sizes.slice(1).map((n, i) => ({
    weights: random.bits(n, sizes[i] ?? 0),
    thresholds: arena.i32(1, n),
    bits: arena.bits(n, images),
  }));
  const signs = grey ? undefined : random.bits(inputs, images);
  const outputs = sizes.at(-1) ?? 0;
  const [dots, logits, classes] = [
    arena.i32(outputs, images),
    arena.f32(outputs, images),
    arena.i32(1, images),
  ];
  const run = () => {
    let activations: BitMatrix | undefined = signs;
    layers.forEach(({ weights, thresholds, bits }, i) => {
      const last = i === layers.length - 1;
      if (activations === undefined && grey)
        kernels.thresholdedCountSign(weights, grey, 255, thresholds, bits);
      else if (activations && last) kernels.productBitSign(weights, activations, dots);
      else if (activations) kernels.thresholdedBitSign(weights, activations, thresholds, bits);
      activations = bits;
    });
    kernels.intToReal(dots, logits);
    kernels.argmaxColumns(logits, classes);
  };
  return { run, classes };
}

/** One image through the oracle: layer after layer its product, then a comparison. */
function measureTypescript({ sizes, inputBits }: InferenceShape): { msPerImage: number; memoryMiB: number } {
  const draw = oracle.operands(1);
  const weights = sizes.slice(1).map((n, i) => draw.signs(n * (sizes[i] ?? 0)));
  const k = sizes[0] ?? 0;
  const image =
    inputBits === 1 ? Int32Array.from(draw.signs(k)) : draw.ints(k, 0, 255).map((x) => 2 * x - 255);
  const run = () => {
    let activations = image;
    weights.forEach((signs, i) => {
      const shape = [sizes[i + 1] ?? 0, sizes[i] ?? 0, 1] as const;
      const dots = oracle.productSign(signs, activations, new Int32Array(shape[0]), shape);
      activations = i === weights.length - 1 ? dots : dots.map((dot) => (dot >= 0 ? 1 : -1));
    });
    return activations.indexOf(activations.reduce((most, dot) => Math.max(most, dot)));
  };
  const times = bestTimes({ run }, { rounds: 3, budgetMs: 0 });
  const bytes = weights.reduce((sum, signs) => sum + signs.byteLength, 0) + 8 * Math.max(...sizes);
  return { msPerImage: times.run, memoryMiB: bytes / 1_048_576 };
}
