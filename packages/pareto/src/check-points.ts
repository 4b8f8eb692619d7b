import { bitfrontError } from '@bitfront/errors';

/**
 * Refuses what is not whole rows of m finite numbers: FRONT_SHAPE_INVALID, FRONT_VALUE_INVALID.
 * Returns the number of rows.
 */
export function checkPoints(points: ArrayLike<number>, m: number): number {
  const count = points.length;
  if (!(Number.isInteger(m) && m >= 1) || count % m !== 0) {
    throw bitfrontError('FRONT_SHAPE_INVALID', { count, objectives: String(m) });
  }
  for (let i = 0; i < count; i++) {
    const value = points[i] as number;
    if (!Number.isFinite(value)) {
      throw bitfrontError('FRONT_VALUE_INVALID', {
        objective: (i % m) + 1,
        point: Math.floor(i / m) + 1,
        value: String(value),
      });
    }
  }
  return count / m;
}
