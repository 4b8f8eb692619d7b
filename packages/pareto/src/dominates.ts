import { bitfrontError } from '@bitfront/errors';

/**
 * True when `a` is nowhere worse (larger) than `b` and somewhere better (smaller). Equal vectors do not dominate
 * each other. Both have one entry per objective, all minimised.
 */
export function dominates(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) {
    throw bitfrontError('FRONT_SHAPE_INVALID', { count: b.length, objectives: a.length });
  }
  let better = false;
  for (let i = 0; i < a.length; i++) {
    const left = a[i] as number;
    const right = b[i] as number;
    if (left > right) return false;
    if (left < right) better = true;
  }
  return better;
}
