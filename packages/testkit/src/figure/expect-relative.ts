import { bitfrontError } from '@bitfront/errors';

/**
 * Demands |actual − expected| ≤ tolerance · |expected|; an expected 0 is met by 0 only.
 * @param name what the number is, with the figure or table it was read from.
 * @throws FIGURE_NOT_MATCHED
 */
export function expectRelative(name: string, actual: number, expected: number, tolerance: number): void {
  if (Math.abs(actual - expected) <= tolerance * Math.abs(expected)) return;
  throw bitfrontError('FIGURE_NOT_MATCHED', {
    name,
    actual,
    expected,
    tolerance: `within ${100 * tolerance} %`,
  });
}
