import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { BitMatrix, F32Matrix } from '../matrix.ts';

/**
 * m = beta1·m + (1 - beta1)·g;  v = beta2·v + (1 - beta2)·g²;  w -= stepSize · m / (sqrt(v) · varianceScale + epsilon).
 * Kingma and Ba, ICLR 2015. The caller precomputes the bias corrections of step t = 1, 2, …:
 * stepSize = learningRate / (1 - beta1^t), varianceScale = 1 / sqrt(1 - beta2^t).
 */
export interface AdamUpdate {
  readonly weights: F32Matrix;
  readonly gradient: F32Matrix;
  readonly firstMoment: F32Matrix;
  readonly secondMoment: F32Matrix;
  readonly beta1: number;
  readonly beta2: number;
  readonly stepSize: number;
  readonly varianceScale: number;
  readonly epsilon: number;
  /** 'unit' keeps latent weights in [-1, 1]. */
  readonly clip: 'unit' | 'none';
  /** Receives the signs of the new weights, same shape as `weights`. */
  readonly signs?: BitMatrix;
}

export function adam({ arena, wasm }: KernelContext, step: AdamUpdate): void {
  const check = checker('adam', arena);
  const { weights, gradient, firstMoment, secondMoment, signs } = step;
  const { rows, columns, stride } = weights;
  const operands = { weights, gradient, firstMoment, secondMoment, ...(signs ? { signs } : {}) };
  for (const [name, matrix] of Object.entries(operands)) check.shape(name, matrix, rows, columns);
  check.separate('weights', weights, gradient, firstMoment, secondMoment);
  check.scalar('beta1', step.beta1, 0, 1);
  check.scalar('beta2', step.beta2, 0, 1);
  check.scalar('stepSize', step.stepSize, 0, Number.MAX_VALUE);
  check.scalar('varianceScale', step.varianceScale, 0, Number.MAX_VALUE);
  // An epsilon that is 0 in single precision would make the padding 0 / 0.
  check.scalar('epsilon', step.epsilon, 1.2e-38, 1);
  wasm.adam(
    weights.byteOffset,
    gradient.byteOffset,
    firstMoment.byteOffset,
    secondMoment.byteOffset,
    stride * 4,
    rows,
    columns,
    step.beta1,
    1 - step.beta1,
    step.beta2,
    1 - step.beta2,
    step.stepSize,
    step.varianceScale,
    step.epsilon,
    step.clip === 'unit' ? 1 : Number.POSITIVE_INFINITY,
    signs?.byteOffset ?? 0,
    (signs?.wordsPerRow ?? 0) * 4,
  );
}
