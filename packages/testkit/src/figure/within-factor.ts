import { bitfrontError } from '@bitfront/errors';

/**
 * Demands that a positive number is at most `factor` times larger or smaller than a published one.
 * @throws FIGURE_NOT_MATCHED
 */
export function withinFactor(name: string, actual: number, published: number, factor: number): void {
  const ratio = actual / published;
  if (ratio > 0 && ratio <= factor && ratio * factor >= 1) return;
  throw bitfrontError('FIGURE_NOT_MATCHED', {
    name,
    actual,
    expected: published,
    tolerance: `within a factor of ${factor}`,
  });
}
