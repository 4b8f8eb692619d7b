import type { AdamUpdate } from '../operations/adam.ts';

type Scalars = Pick<AdamUpdate, 'beta1' | 'beta2' | 'stepSize' | 'varianceScale' | 'epsilon' | 'clip'>;

const { fround, sqrt, min, max } = Math;

/** One weight of an Adam step, rounded to single precision after each operation. */
export function adamScalar(weight: number, gradient: number, first: number, second: number, step: Scalars) {
  const m = fround(fround(fround(step.beta1) * first) + fround(fround(1 - step.beta1) * gradient));
  const square = fround(gradient * gradient);
  const v = fround(fround(fround(step.beta2) * second) + fround(fround(1 - step.beta2) * square));
  const divisor = fround(fround(fround(sqrt(v)) * fround(step.varianceScale)) + fround(step.epsilon));
  const moved = fround(weight - fround(fround(fround(step.stepSize) * m) / divisor));
  return { weight: step.clip === 'unit' ? min(1, max(-1, moved)) : moved, first: m, second: v };
}
