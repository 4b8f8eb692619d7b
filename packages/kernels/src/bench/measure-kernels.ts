import type { Kernels } from '../kernels.ts';
import * as oracle from '../oracle/index.ts';
import { type BenchBackend, benchKernels, memoryMiB } from './backends.ts';
import { bestTimes, type TimingOptions } from './best-times.ts';
import { randomMatrices } from './random-matrices.ts';

/** A layer of K inputs and N outputs over M columns: images of a batch, or positions of a convolution. */
export interface KernelShape {
  readonly k: number;
  readonly n: number;
  readonly m: number;
}

/** Two dense layers at batch 128; K = 9 · channels and the positions of two convolutions. */
export const kernelShapes: Readonly<Record<string, KernelShape>> = {
  '784-1024': { k: 784, n: 1024, m: 128 },
  '1024-1024': { k: 1024, n: 1024, m: 128 },
  '576x64': { k: 576, n: 64, m: 50_176 },
  '1152x128': { k: 1152, n: 128, m: 12_544 },
};

export interface KernelMeasure {
  /** Forward, input gradient and weight gradient of one training step, all by `productRealSign`. */
  readonly msPerStep: number;
  /** 10^9 operations per second of a float product that does the same job, 2 per multiply-add, over the three. */
  readonly gfEq: number;
  readonly gfEqForward: number;
  readonly gfEqInputGradient: number;
  readonly gfEqWeightGradient: number;
  /** 10^9 operations per second of `productBitSign`, two per bit. */
  readonly gops: number;
  /** The same of `thresholdedBitSign`. */
  readonly gopsThresholded: number;
  readonly peakMemoryMiB: number;
  /** Forward `productRealSign` against a product of floats that are no signs, `productRealReal` in WebAssembly. */
  readonly timesFloatProduct: number;
  /** The same, and `productBitSign`, against the plain-TypeScript oracle. */
  readonly timesTypescript: number;
  readonly timesTypescriptBits: number;
  /** Measured on a smaller shape and taken per operation. */
  readonly extrapolated: boolean;
}

/** Best times of every kernel at every shape, by name of the shape and then the backend; takes some seconds a shape. */
export function measureKernels(
  shapes: Readonly<Record<string, KernelShape>> = kernelShapes,
  options: TimingOptions = {},
): Record<string, Partial<Record<BenchBackend, KernelMeasure>>> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, measureShape(shape, options)]),
  );
}

function measureShape(shape: KernelShape, options: TimingOptions) {
  const work = (2 * shape.k * shape.n * shape.m) / 1e6;
  const kernels = benchKernels();
  const runs: Record<string, () => void> = {};
  for (const [backend, set] of kernels) {
    const { arena: _, ...products } = productRuns(set, shape, backend === 'wasm');
    for (const [product, run] of Object.entries(products)) runs[`${backend} ${product}`] = run;
  }
  const times = bestTimes(runs, options);
  const plain = measureTypescript(shape);
  const floatRate = work / (times['wasm floatProduct'] ?? Number.NaN);
  const measures: Partial<Record<BenchBackend, KernelMeasure>> = {};
  for (const [backend, set] of kernels) {
    const rate = (product: string) => work / (times[`${backend} ${product}`] ?? Number.NaN);
    measures[backend] = summary(work, rate, memoryMiB(set), floatRate, plain, false);
  }
  measures.typescript = summary(
    work,
    (product) => plain[product] ?? 0,
    plain.memoryMiB,
    floatRate,
    plain,
    true,
  );
  return measures;
}

function summary(
  work: number,
  rate: (product: string) => number,
  peakMemoryMiB: number,
  floatRate: number,
  plain: Readonly<Record<string, number>>,
  extrapolated: boolean,
): KernelMeasure {
  const [forward, input, weight] = [rate('forward'), rate('inputGradient'), rate('weightGradient')];
  const msPerStep = work / forward + work / input + work / weight;
  return {
    msPerStep,
    gfEq: (3 * work) / msPerStep,
    gfEqForward: forward,
    gfEqInputGradient: input,
    gfEqWeightGradient: weight,
    gops: rate('bits'),
    gopsThresholded: rate('thresholded'),
    peakMemoryMiB,
    timesFloatProduct: forward / floatRate,
    timesTypescript: forward / (plain.forward ?? Number.NaN),
    timesTypescriptBits: rate('bits') / (plain.bits ?? Number.NaN),
    extrapolated,
  };
}

function productRuns(kernels: Kernels, { k, n, m }: KernelShape, withFloats: boolean) {
  const { arena } = kernels;
  const random = randomMatrices(kernels, 1);
  const [weights, weightsByInput, signs] = [random.bits(n, k), random.bits(k, n), random.bits(k, m)];
  const [input, gradient, gradientByColumn] = [random.f32(k, m), random.f32(n, m), random.f32(m, n)];
  const [output, inputGradient, weightGradient] = [arena.f32(n, m), arena.f32(k, m), arena.f32(k, n)];
  const [dots, thresholds, bits] = [arena.i32(n, m), arena.i32(1, n), arena.bits(n, m)];
  const floatWeights = random.f32(n, k);
  return {
    arena,
    forward: () => kernels.productRealSign(weights, input, output),
    inputGradient: () => kernels.productRealSign(weightsByInput, gradient, inputGradient),
    weightGradient: () => kernels.productRealSign(signs, gradientByColumn, weightGradient),
    bits: () => kernels.productBitSign(weights, signs, dots),
    thresholded: () => kernels.thresholdedBitSign(weights, signs, thresholds, bits),
    ...(withFloats ? { floatProduct: () => kernels.productRealReal(floatWeights, input, output) } : {}),
  };
}

/** Rates of the oracle for at most 16 outputs and 16 columns: its time per operation is the same for more. */
function measureTypescript({ k, n, m }: KernelShape): Record<string, number> & { memoryMiB: number } {
  const small = [Math.min(n, 16), k, Math.min(m, 16)] as const;
  const [rows, , columns] = small;
  const draw = oracle.operands(1);
  const [signs, reals, others] = [draw.signs(rows * k), draw.floats(k * columns), draw.signs(columns * k)];
  const ints = Int32Array.from(others);
  const real = () => oracle.productSign(signs, reals, new Float32Array(rows * columns), small);
  const int = () => oracle.productSign(signs, ints, new Int32Array(rows * columns), small);
  const times = bestTimes({ real, int }, { rounds: 20, budgetMs: 0 });
  const work = (2 * rows * k * columns) / 1e6;
  const [float, bits] = [work / times.real, work / times.int];
  const memory = signs.byteLength + 2 * reals.byteLength + others.byteLength + 2 * rows * columns * 4;
  return {
    forward: float,
    inputGradient: float,
    weightGradient: float,
    bits,
    thresholded: bits,
    memoryMiB: memory / 1_048_576,
  };
}
