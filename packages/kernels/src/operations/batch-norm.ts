import type { ConvolutionShape } from '@bitfront/bits';
import { checker } from '../check.ts';
import { geometryBytes } from '../convolution/geometry.ts';
import { poolGeometry } from '../convolution/max-pool.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, F32Matrix, I32Matrix } from '../matrix.ts';

/**
 * y = gamma · (z - mean) · inverseStd + beta for each row (neuron) of `input`, over its columns (the batch of M).
 * mean = Σz / M, variance = Σ(z - mean)² / M, inverseStd = 1 / sqrt(variance + epsilon).
 * Running averages follow PyTorch: r += momentum · (batch - r), the variance with M - 1 (M where M is 1).
 */
export interface BatchNormForward {
  /** Pre-activations z, `N x M`; kept unchanged, the backward pass reads them again. */
  readonly input: F32Matrix | I32Matrix;
  /** What 1 is worth where the input is integers (below 2^24), 1 unless given. The same in both passes. */
  readonly scale?: number;
  /** `1 x N`. */
  readonly gamma: F32Matrix;
  /** `1 x N`. */
  readonly beta: F32Matrix;
  readonly epsilon: number;
  /** Share of the batch in the running averages, 0..1. */
  readonly momentum: number;
  /** `1 x N`, updated. */
  readonly runningMean: F32Matrix;
  /** `1 x N`, updated. */
  readonly runningVariance: F32Matrix;
  /** `1 x N`, written. */
  readonly mean: F32Matrix;
  /** `1 x N`, written. */
  readonly inverseStd: F32Matrix;
  /** y, `N x M`, written where it is wanted. May be `input` only if there is no backward pass. */
  readonly output?: F32Matrix;
  /** Signs of y, `N x M`, written where they are wanted; as of {@link Kernels.signBits}. */
  readonly signs?: BitMatrix;
}

/** y = gamma · (z - mean) / sqrt(variance + epsilon) + beta, with stored statistics. */
export interface BatchNormInference {
  readonly input: F32Matrix;
  readonly gamma: F32Matrix;
  readonly beta: F32Matrix;
  readonly epsilon: number;
  readonly mean: F32Matrix;
  readonly variance: F32Matrix;
  readonly output: F32Matrix;
}

/**
 * From dL/dy to dL/dz, with x̂ = (z - mean) · inverseStd: dBeta = Σg, dGamma = Σg·x̂,
 * dz = gamma · inverseStd · (g - dBeta / M - x̂ · dGamma / M).
 * With `ste: 'hardTanh'` the incoming gradient belongs to sign(y) and g is 0 where |y| > 1.
 */
export interface BatchNormBackward {
  /** z of the forward pass, `N x M`. */
  readonly input: F32Matrix | I32Matrix;
  readonly scale?: number;
  readonly gamma: F32Matrix;
  readonly beta: F32Matrix;
  /** As written by the forward pass, `1 x N`. */
  readonly mean: F32Matrix;
  /** As written by the forward pass, `1 x N`. */
  readonly inverseStd: F32Matrix;
  readonly ste: 'hardTanh' | 'none';
  /** In: dL/dy, or dL/dsign(y), `N x M`, unless y was pooled. Out: dL/dz. */
  readonly gradient: F32Matrix;
  /** Where y was pooled: dL/d(pooled y), which goes to the first largest y of each window. */
  readonly pooled?: PooledGradient;
  /** `1 x N`, written. */
  readonly gammaGradient: F32Matrix;
  /** `1 x N`, written. */
  readonly betaGradient: F32Matrix;
}

/** Gradient behind a pooling, as `maxPoolBackward` takes it. */
export interface PooledGradient {
  readonly gradient: F32Matrix;
  readonly shape: ConvolutionShape;
  /** Images side by side in every pixel. */
  readonly lanes: number;
}

export function batchNormForward({ arena, wasm }: KernelContext, step: BatchNormForward): void {
  const check = checker('batchNormForward', arena);
  const {
    input,
    scale = 1,
    output,
    signs,
    gamma,
    beta,
    mean,
    inverseStd,
    runningMean,
    runningVariance,
  } = step;
  const { momentum, epsilon } = step;
  const { rows, columns, stride } = input;
  check.shape('input', input, rows, columns);
  if (output !== undefined) check.shape('output', output, rows, columns);
  if (signs !== undefined) check.shape('signs', signs, rows, columns);
  const vectors = { gamma, beta, mean, inverseStd, runningMean, runningVariance };
  for (const [name, vector] of Object.entries(vectors)) check.shape(name, vector, 1, rows);
  check.scalar('scale', scale, -Number.MAX_VALUE, Number.MAX_VALUE);
  check.scalar('momentum', momentum, 0, 1);
  check.scalar('epsilon', epsilon, 0, 1);
  wasm.batchNormForward(
    input.byteOffset,
    input.kind === 'i32',
    scale,
    output?.byteOffset ?? 0,
    signs?.byteOffset ?? 0,
    (signs?.wordsPerRow ?? 0) * 4,
    stride * 4,
    rows,
    columns,
    gamma.byteOffset,
    beta.byteOffset,
    mean.byteOffset,
    inverseStd.byteOffset,
    runningMean.byteOffset,
    runningVariance.byteOffset,
    momentum,
    epsilon,
  );
}

export function batchNormInference({ arena, wasm }: KernelContext, step: BatchNormInference): void {
  const check = checker('batchNormInference', arena);
  const { input, output, gamma, beta, mean, variance, epsilon } = step;
  const { rows, columns, stride } = input;
  check.shape('input', input, rows, columns);
  check.shape('output', output, rows, columns);
  for (const [name, vector] of Object.entries({ gamma, beta, mean, variance }))
    check.shape(name, vector, 1, rows);
  check.scalar('epsilon', epsilon, 0, 1);
  wasm.batchNormInference(
    input.byteOffset,
    output.byteOffset,
    stride * 4,
    rows,
    columns,
    gamma.byteOffset,
    beta.byteOffset,
    mean.byteOffset,
    variance.byteOffset,
    epsilon,
  );
}

export function batchNormBackward(context: KernelContext, step: BatchNormBackward): void {
  const { arena, wasm } = context;
  const check = checker('batchNormBackward', arena);
  const { input, scale = 1, gradient, gamma, beta, mean, inverseStd, gammaGradient, betaGradient } = step;
  const { ste, pooled } = step;
  const { rows, columns, stride } = input;
  check.shape('input', input, rows, columns);
  check.shape('gradient', gradient, rows, columns);
  const vectors = { gamma, beta, mean, inverseStd, gammaGradient, betaGradient };
  for (const [name, vector] of Object.entries(vectors)) check.shape(name, vector, 1, rows);
  check.scalar('scale', scale, -Number.MAX_VALUE, Number.MAX_VALUE);
  check.separate('gradient', gradient, input);
  // Behind the geometry of a pooling, one row.
  const geometry = pooled === undefined ? 0 : pooledGeometry(context, gradient, pooled);
  wasm.batchNormBackward(
    input.byteOffset,
    input.kind === 'i32',
    scale,
    gradient.byteOffset,
    stride * 4,
    rows,
    columns,
    gamma.byteOffset,
    beta.byteOffset,
    mean.byteOffset,
    inverseStd.byteOffset,
    gammaGradient.byteOffset,
    betaGradient.byteOffset,
    ste === 'hardTanh',
    pooled?.gradient.byteOffset ?? 0,
    (pooled?.gradient.stride ?? 0) * 4,
    pooled?.lanes ?? 0,
    geometry,
    geometry + geometryBytes,
  );
}

function pooledGeometry(context: KernelContext, gradient: F32Matrix, pooled: PooledGradient): number {
  const operands = { a: gradient, out: pooled.gradient };
  return poolGeometry(
    context,
    'batchNormBackward',
    operands,
    pooled.shape,
    pooled.lanes,
    gradient.stride * 4,
  );
}
