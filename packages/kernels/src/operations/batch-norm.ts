import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { F32Matrix } from '../matrix.ts';

/**
 * y = gamma · (z - mean) · inverseStd + beta for each row (neuron) of `input`, over its columns (the batch of M).
 * mean = Σz / M, variance = Σ(z - mean)² / M, inverseStd = 1 / sqrt(variance + epsilon).
 * Running averages follow PyTorch: r += momentum · (batch - r), the variance with M - 1 (M where M is 1).
 */
export interface BatchNormForward {
  /** Pre-activations z, `N x M`; kept unchanged, the backward pass reads them again. */
  readonly input: F32Matrix;
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
  /** `N x M`, written. May be `input` only if there is no backward pass. */
  readonly output: F32Matrix;
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
  readonly input: F32Matrix;
  readonly gamma: F32Matrix;
  readonly beta: F32Matrix;
  /** As written by the forward pass, `1 x N`. */
  readonly mean: F32Matrix;
  /** As written by the forward pass, `1 x N`. */
  readonly inverseStd: F32Matrix;
  readonly ste: 'hardTanh' | 'none';
  /** In: dL/dy, or dL/dsign(y), `N x M`. Out: dL/dz. */
  readonly gradient: F32Matrix;
  /** `1 x N`, written. */
  readonly gammaGradient: F32Matrix;
  /** `1 x N`, written. */
  readonly betaGradient: F32Matrix;
}

export function batchNormForward({ arena, wasm }: KernelContext, step: BatchNormForward): void {
  const check = checker('batchNormForward', arena);
  const { input, output, gamma, beta, mean, inverseStd, runningMean, runningVariance, momentum, epsilon } =
    step;
  const { rows, columns, stride } = input;
  check.shape('input', input, rows, columns);
  check.shape('output', output, rows, columns);
  const vectors = { gamma, beta, mean, inverseStd, runningMean, runningVariance };
  for (const [name, vector] of Object.entries(vectors)) check.shape(name, vector, 1, rows);
  check.scalar('momentum', momentum, 0, 1);
  check.scalar('epsilon', epsilon, 0, 1);
  wasm.batchNormForward(
    input.byteOffset,
    output.byteOffset,
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

export function batchNormBackward({ arena, wasm }: KernelContext, step: BatchNormBackward): void {
  const check = checker('batchNormBackward', arena);
  const { input, gradient, gamma, beta, mean, inverseStd, gammaGradient, betaGradient, ste } = step;
  const { rows, columns, stride } = input;
  check.shape('input', input, rows, columns);
  check.shape('gradient', gradient, rows, columns);
  const vectors = { gamma, beta, mean, inverseStd, gammaGradient, betaGradient };
  for (const [name, vector] of Object.entries(vectors)) check.shape(name, vector, 1, rows);
  check.separate('gradient', gradient, input);
  wasm.batchNormBackward(
    input.byteOffset,
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
    ste === 'hardTanh' ? 1 : 0,
  );
}
